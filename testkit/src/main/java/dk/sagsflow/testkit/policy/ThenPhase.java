package dk.sagsflow.testkit.policy;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.verification.scenario.Rehearsal;
import dk.sagsflow.verification.script.ClockName;
import dk.sagsflow.verification.script.Expectation;
import dk.sagsflow.verification.script.Observable;
import dk.sagsflow.verification.script.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What must hold, at the time of the last thing that happened unless {@link #at} says otherwise; whatever does not is said with
 * what was found and why. Time goes on and not back. Not thread-safe.
 */
public final class ThenPhase {
    private final Values values;
    private final Rehearsal rehearsal;
    private Instant at;

    ThenPhase(Story story) {
        this.values = story.values;
        this.rehearsal = story.played();
        this.at = rehearsal.now();
    }

    /** What follows must hold then; sweeps come whenever something is due before. */
    @CanIgnoreReturnValue
    public ThenPhase at(String time) {
        at = values.time(time);
        return this;
    }

    /** What follows must hold so much later. */
    @CanIgnoreReturnValue
    public ThenPhase after(Duration time) {
        at = at.plus(time);
        return this;
    }

    /** A clock of the case: a target, {@code agreement/target}, or a measure. */
    @CheckReturnValue
    public ClockAssert clock(String name) {
        return new ClockAssert(this, new ClockName(name, Optional.empty(), Optional.empty()));
    }

    ClockAssert firstDue() {
        return rehearsal.clocks(at).stream()
                .map(Explanation::reading)
                .filter(reading -> reading.ended().isEmpty() && reading.due().isPresent())
                .min(Comparator.comparing(reading -> reading.due().orElseThrow()))
                .map(reading -> clock(reading.selected().agreement().id() + "/"
                        + reading.selected().target().id()))
                .orElseGet(() -> clock("RESOLUTION"));
    }

    /** This group works on it. */
    @CanIgnoreReturnValue
    public ThenPhase isWith(String group) {
        return holds(Observable.WITH, group);
    }

    /** It stands so. */
    @CanIgnoreReturnValue
    public ThenPhase isIn(CaseStatus status) {
        return holds(Observable.STATUS, status.name());
    }

    /** These groups answer for it, from the one that answers the customer. */
    @CanIgnoreReturnValue
    public ThenPhase isAnsweredBy(String... groups) {
        return holds(Observable.ANSWERS, groups);
    }

    /** This rule of triage leads it on, to this group. */
    @CanIgnoreReturnValue
    public ThenPhase isLedBy(String rule, String group) {
        return holds(Observable.RULE, rule).holds(Observable.LEADS_TO, group);
    }

    /** These, among others, were told since somebody did something last: {@code bit: TIME_LIMIT_EXCEEDED}. */
    @CanIgnoreReturnValue
    public ThenPhase told(String... who) {
        return holds(Observable.TOLD, who);
    }

    /** These were told since somebody did something last, and nobody else. */
    @CanIgnoreReturnValue
    public ThenPhase toldOnly(String... who) {
        return holds(Observable.TOLD_ONLY, who);
    }

    /** What the desk did by itself since somebody did something last. */
    @CanIgnoreReturnValue
    public ThenPhase swept(String... deeds) {
        return holds(Observable.SWEEP, deeds);
    }

    /** The case as it stands at the time of what was asked last. */
    @CheckReturnValue
    public SupportCase theCase() {
        rehearsal.until(at);
        return rehearsal.current();
    }

    /** All that has happened to the case until then, by people and by the desk. */
    @CheckReturnValue
    public ImmutableList<CaseEvent> history() {
        rehearsal.until(at);
        return rehearsal.history();
    }

    /** Anything else that can be expected of a case. */
    @CanIgnoreReturnValue
    public ThenPhase holds(Observable fact, String... texts) {
        check(fact, Optional.empty(), ImmutableList.copyOf(texts));
        return this;
    }

    void check(Observable fact, Optional<ClockName> clock, ImmutableList<String> texts) {
        rehearsal
                .mismatch(new Expectation(at, fact, clock, texts, Story.HERE), values)
                .ifPresent(mismatch -> {
                    throw new AssertionError(mismatch.what()
                            + System.lineSeparator()
                            + String.join(
                                    System.lineSeparator(),
                                    mismatch.lines().subList(1, mismatch.lines().size())));
                });
    }

    Values values() {
        return values;
    }
}
