package dk.sagsflow.sla.calibration;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.Optional;

/**
 * A case of which it is known whether it met its agreement. Immutable.
 *
 * @param history what happened to it
 * @param judgedAt when it was judged: a clock that runs on is read then
 * @param verdict what was judged
 * @param type of what type the case is, as whoever judged it tells types apart; empty if that is not known
 */
public record JudgedCase(CaseHistory history, Instant judgedAt, Verdict verdict, Optional<String> type) {
    /** Refuses a case that was judged before it was registered. */
    public JudgedCase {
        requireNonNull(verdict, "verdict");
        requireNonNull(type, "type");
        Instant registeredAt = history.latest().registeredAt();
        checkArgument(
                !judgedAt.isBefore(registeredAt),
                "case %s was judged at %s; it was registered at %s, and can be judged from then on",
                history.latest().number(),
                judgedAt,
                registeredAt);
    }

    /** A case of no known type. */
    public JudgedCase(CaseHistory history, Instant judgedAt, Verdict verdict) {
        this(history, judgedAt, verdict, Optional.empty());
    }

    /** A case that was judged when the latest thing happened to it. */
    public static JudgedCase of(CaseHistory history, Verdict verdict) {
        return new JudgedCase(history, history.latest().changedAt(), verdict);
    }

    /** The case. */
    public CaseNumber number() {
        return history.latest().number();
    }
}
