package dk.sagsflow.verification.scenario;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.routing.triage.TriageDecision;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.routing.triage.TriageWords;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.clock.ExplanationWords;
import dk.sagsflow.verification.script.Expectation;
import dk.sagsflow.verification.script.Observable;
import dk.sagsflow.verification.script.SubjectModel;
import dk.sagsflow.verification.script.Values;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a rehearsal, and says what holds. Not thread-safe. */
final class Observer {
    private final SubjectModel subject;
    private final Values values;
    private final Rehearsal rehearsal;
    private final ModelPlaces places;

    Observer(SubjectModel subject, Values values, Rehearsal rehearsal) {
        this.subject = subject;
        this.values = values;
        this.rehearsal = rehearsal;
        this.places = new ModelPlaces(subject);
    }

    Found found(Expectation expected) {
        Observable fact = expected.fact();
        return switch (fact) {
            case DUE, USED, LEFT, STATE, TARGET, VERSION -> ofClock(expected);
            case RULE, LEADS_TO -> ofTriage(fact);
            case TOLD, TOLD_ONLY -> listed(rehearsal.told().stream().map(Rehearsal.Told::describe));
            case SWEEP -> listed(rehearsal.swept().stream().map(EventWords::of));
            case PASSED -> listed(passed().map(this::passing));
            default -> ofCase(fact, rehearsal.current());
        };
    }

    private Found ofClock(Expectation expected) {
        Observable fact = expected.fact();
        ImmutableList<Explanation> clocks = rehearsal.clocks(expected.at());
        Optional<Explanation> clock = expected.clock().orElseThrow().among(clocks);
        if (clock.isEmpty()) {
            return Found.of(fact == Observable.STATE ? "NONE" : Values.NONE)
                    .because(Optional::empty, () -> others(clocks));
        }
        Explanation meant = clock.get();
        return Found.of(shown(fact, meant.reading()))
                .because(
                        () -> places.target(meant.reading().selected()),
                        () -> ExplanationWords.in(Locale.ENGLISH).of(meant));
    }

    private static ImmutableList<String> others(ImmutableList<Explanation> clocks) {
        return clocks.stream()
                .map(other -> "there is " + target(other.reading()) + ", "
                        + other.reading().measure())
                .collect(ImmutableList.toImmutableList());
    }

    private String shown(Observable fact, ClockReading reading) {
        return switch (fact) {
            case DUE -> reading.due().map(values::text).orElse(Values.NONE);
            case USED -> reading.consumed().toString();
            case LEFT -> reading.remaining().toString();
            case STATE -> reading.state().getClass().getSimpleName().toUpperCase(Locale.ROOT);
            case TARGET -> target(reading);
            default -> reading.selected().agreement().version();
        };
    }

    private static String target(ClockReading reading) {
        return reading.selected().agreement().id() + "/"
                + reading.selected().target().id();
    }

    private Found ofTriage(Observable fact) {
        TriageDecision decision = rehearsal.desk().propose(rehearsal.current());
        Optional<TriageRule> rule = decision.rule();
        Found found = fact == Observable.RULE ? Found.of(rule.map(TriageRule::name)) : Found.of(decision.group());
        return found.because(
                () -> places.rule(rule.map(subject.model().triage().rules()::indexOf)),
                () -> TriageWords.in(Locale.ENGLISH).of(decision));
    }

    private Found ofCase(Observable fact, SupportCase current) {
        Optional<Station> working = current.working();
        Found found = switch (fact) {
            case STATUS -> Found.of(current.status().name());
            case WITH -> Found.of(working.map(Station::group));
            case TIER -> Found.of(working.map(Station::tier));
            case PRIORITY -> Found.of(current.priority());
            case ASSIGNEE -> Found.of(current.chain().working().flatMap(Link::assignee));
            case WAITS_FOR -> Found.of(current.hold().map(SupportCase.Hold::waitingFor));
            case ANSWERS -> answers(current);
            default -> throw new IllegalArgumentException(fact + " is no fact about a case alone");
        };
        return found.because(() -> working.flatMap(at -> places.group(at.group())), this::story);
    }

    private static Found answers(SupportCase current) {
        return Found.of(current.chain().links().stream()
                .map(link -> link.station().group().value())
                .collect(ImmutableList.toImmutableList()));
    }

    private Found listed(Stream<String> texts) {
        return Found.of(texts.collect(ImmutableList.toImmutableList()))
                .because(() -> passed().reduce((first, second) -> second).flatMap(this::place), this::story);
    }

    private Optional<String> place(CaseEvent.ThresholdPassed event) {
        return places.target(event.passed().agreement(), event.passed().target());
    }

    private Stream<CaseEvent.ThresholdPassed> passed() {
        return rehearsal.history().stream()
                .filter(CaseEvent.ThresholdPassed.class::isInstance)
                .map(CaseEvent.ThresholdPassed.class::cast);
    }

    private String passing(CaseEvent.ThresholdPassed event) {
        return EventWords.threshold(event.passed()) + ", "
                + values.text(event.passed().dueAt());
    }

    /** What happened so far, line by line. */
    private ImmutableList<String> story() {
        return rehearsal.history().stream()
                .map(event -> values.text(event.occurredAt()) + " " + EventWords.of(event))
                .collect(ImmutableList.toImmutableList());
    }
}
