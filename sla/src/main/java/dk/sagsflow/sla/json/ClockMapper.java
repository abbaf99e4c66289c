package dk.sagsflow.sla.json;

import dk.sagsflow.core.members.Members;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.ClockState;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.clock.ExplanationWords;
import dk.sagsflow.sla.clock.TraceStep;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Readings as JSON by Jackson, member by member. */
final class ClockMapper {
    ObjectNode reading(ClockReading reading) {
        return new Members()
                .with("measure", reading.measure())
                .with("key", reading.key())
                .with("station", reading.station())
                .with("agreement", reading.selected().agreement().id())
                .with("version", reading.selected().agreement().version())
                .with("target", reading.selected().target().id())
                .with("began", reading.began())
                .with("ended", reading.ended())
                .with("state", Members.kindOf(reading.state(), ClockState.class))
                .with("consumed", reading.consumed().toString())
                .with("remaining", reading.remaining().toString())
                .with("due", reading.due())
                .with("exceeded", reading.exceeded())
                .node();
    }

    ObjectNode explanation(Explanation explanation, Locale language) {
        return new Members()
                .with("reading", reading(explanation.reading()))
                .withKinds("steps", explanation.steps(), TraceStep.class)
                .with("words", ExplanationWords.in(language).of(explanation))
                .node();
    }
}
