package dk.sagsflow.verification.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.verification.script.Expectation;
import dk.sagsflow.verification.script.Happening;
import dk.sagsflow.verification.script.RefusalKinds;
import dk.sagsflow.verification.script.Script;
import dk.sagsflow.verification.script.Spot;
import dk.sagsflow.verification.script.SubjectModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A case that comes in, what happens to it, and what must hold at which time. Immutable; may be played often, by several
 * threads.
 */
public final class Scenario {
    private final SubjectModel subject;
    private final Script script;

    /**
     * A scenario.
     *
     * @param subject the model that is put to the test
     * @param script what the scenario says
     */
    public Scenario(SubjectModel subject, Script script) {
        this.subject = requireNonNull(subject, "subject");
        this.script = requireNonNull(script, "script");
    }

    /** What it is called. */
    public String name() {
        return script.name();
    }

    /** Where it stands. */
    public Spot spot() {
        return script.spot();
    }

    /** Plays it at a desk of its own and says what is otherwise than expected. */
    public ScenarioResult play() {
        return new ScenarioResult(name(), spot(), new Play().mismatches());
    }

    /** One play. Not thread-safe. */
    private final class Play {
        private final Rehearsal rehearsal = new Rehearsal(subject, script.opening());
        private final List<Mismatch> mismatches = new ArrayList<>();
        private int looked;

        ImmutableList<Mismatch> mismatches() {
            Outcome<CaseView> opened = rehearsal.opens();
            if (asExpected(
                            "registered",
                            opened,
                            script.opening().refused(),
                            script.opening().spot())
                    && opened.wasAccepted()) {
                playOn();
            }
            return ImmutableList.copyOf(mismatches);
        }

        private void playOn() {
            for (Happening event : script.events()) {
                lookBefore(event.at());
                Outcome<CaseView> outcome = rehearsal.happens(event);
                String what = event.verb().words() + " at " + script.values().text(event.at());
                if (!asExpected(what, outcome, event.refused(), event.spot())) {
                    return;
                }
            }
            lookBefore(Instant.MAX);
        }

        private void lookBefore(Instant instant) {
            ImmutableList<Expectation> expected = script.expected();
            while (looked < expected.size() && expected.get(looked).at().isBefore(instant)) {
                look(expected.get(looked++));
            }
        }

        private void look(Expectation expected) {
            rehearsal.mismatch(expected, script.values()).ifPresent(mismatches::add);
        }

        /** Whether it went as expected: accepted, or refused in the way that is named. */
        private boolean asExpected(String what, Outcome<CaseView> outcome, Optional<String> refused, Spot spot) {
            Optional<Refusal> refusal =
                    outcome instanceof Outcome.Refused<CaseView> no ? Optional.of(no.refusal()) : Optional.empty();
            if (refusal.map(RefusalKinds::of).equals(refused)) {
                return true;
            }
            mismatches.add(new Mismatch(
                    what,
                    spot,
                    told(refused),
                    told(refusal.map(RefusalKinds::of)),
                    false,
                    false,
                    new Mismatch.Reason(
                            Optional.empty(),
                            refusal.map(no -> ImmutableList.of(no.describe())).orElse(ImmutableList.of()))));
            return false;
        }

        private static ImmutableList<String> told(Optional<String> refused) {
            return ImmutableList.of(refused.map(kind -> "refused as " + kind).orElse("accepted"));
        }
    }
}
