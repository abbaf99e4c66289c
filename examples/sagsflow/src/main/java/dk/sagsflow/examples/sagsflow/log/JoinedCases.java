package dk.sagsflow.examples.sagsflow.log;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The cases of a log that calls are joined with, each with its first answer. Not thread-safe. */
public final class JoinedCases {
    private final Map<CaseNumber, Optional<Instant>> answers = new HashMap<>();

    /** None yet. */
    public JoinedCases() {}

    /** One more. */
    public void add(CaseTimeline timeline) {
        answers.put(
                timeline.latest().number(),
                timeline.events().stream()
                        .filter(event -> event instanceof CaseEvent.Answered answered
                                && answered.to().isEmpty())
                        .map(CaseEvent::occurredAt)
                        .findFirst());
    }

    /** When a case had its first answer. */
    public Optional<Instant> answer(CaseNumber number) {
        return answers.getOrDefault(number, Optional.empty());
    }

    /** Whether the log has this case. */
    public boolean knows(CaseNumber number) {
        return answers.containsKey(number);
    }
}
