package dk.sagsflow.testkit.policy;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dk.sagsflow.verification.script.ClockName;
import dk.sagsflow.verification.script.Observable;
import dk.sagsflow.verification.script.Values;
import java.util.Optional;

/** What must hold of a clock of a case. Not thread-safe. */
public final class ClockAssert {
    private final ThenPhase then;
    private final ClockName name;

    ClockAssert(ThenPhase then, ClockName name) {
        this.then = then;
        this.name = name;
    }

    /** Another clock of the case: a target, {@code agreement/target}, or a measure. */
    @CheckReturnValue
    public ClockAssert of(String target) {
        return then.clock(target);
    }

    /** It is due then, as {@code 2026-03-02T11:00} in the zone of the model, or with an offset. */
    @CanIgnoreReturnValue
    public ClockAssert isDueAt(String time) {
        return check(Observable.DUE, then.values().text(then.values().time(time)));
    }

    /** It is never due as things stand. */
    @CanIgnoreReturnValue
    public ClockAssert isNotDue() {
        return check(Observable.DUE, Values.NONE);
    }

    /** So much service time was used, as {@code PT4H30M} or {@code 4 h 30 min}. */
    @CanIgnoreReturnValue
    public ClockAssert hasUsed(String amount) {
        return check(Observable.USED, Values.duration(amount).toString());
    }

    /** So much service time is left. */
    @CanIgnoreReturnValue
    public ClockAssert hasLeft(String amount) {
        return check(Observable.LEFT, Values.duration(amount).toString());
    }

    /** It does this: {@code RUNNING}, {@code PAUSED}, {@code EXCEEDED} and so on. */
    @CanIgnoreReturnValue
    public ClockAssert is(String state) {
        return check(Observable.STATE, state);
    }

    /** This target holds: {@code agreement/target}. */
    @CanIgnoreReturnValue
    public ClockAssert isOf(String target) {
        return check(Observable.TARGET, target);
    }

    private ClockAssert check(Observable fact, String text) {
        then.check(fact, Optional.of(name), ImmutableList.of(text));
        return this;
    }

    /** What else must hold of the case. */
    public ThenPhase and() {
        return then;
    }
}
