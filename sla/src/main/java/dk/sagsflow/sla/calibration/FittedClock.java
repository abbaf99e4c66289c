package dk.sagsflow.sla.calibration;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Party;

/** A clock with the limits by which it explains most verdicts. Immutable. */
public final class FittedClock {
    private final CandidateClock clock;
    private final JudgedTimes times;
    private final ImmutableList<FittedLimit> limits;

    FittedClock(CandidateClock clock, JudgedTimes times) {
        this.clock = clock;
        this.times = times;
        this.limits = times.fit();
    }

    /** The clock. */
    public CandidateClock clock() {
        return clock;
    }

    /** The limit of each priority that a case had, the most urgent first, or of each type by name; cases without one last. */
    public ImmutableList<FittedLimit> limits() {
        return limits;
    }

    /** Whether this clock gave every case the same time as that one: then no verdict tells the two apart. */
    public boolean countsAs(FittedClock other) {
        return times.nanos().equals(other.times.nanos()) && times.keys().equals(other.times.keys());
    }

    /** How many cases were judged. */
    public long cases() {
        return times.numbers().size();
    }

    /** For how many of them clock and limits give the verdict. */
    public long explained() {
        return limits.stream().mapToLong(FittedLimit::explained).sum();
    }

    /** The share of the cases that is explained, from 0 to 1. */
    public double accuracy() {
        return (double) explained() / cases();
    }

    /** The cases whose verdicts are not explained, in the order in which they were given. */
    public ImmutableList<Contradiction> contradictions() {
        return times.contradicting(limits);
    }

    /**
     * The clock with the suggested limits as an agreement with every customer, a target for each priority that a case
     * had. Its clocks exceed their budgets in exactly the cases that are {@link Verdict#MISSED} by the limits, read when
     * they were judged. One sort of case is beyond it: one that was reopened twice or more, and had a priority on its way
     * that no judged case had at its end.
     *
     * <p>A limit that was always met, or never, is a guess beyond what the cases tell: look at its range first.
     *
     * @param id what models and events call it
     * @param name what people call it
     * @param provider who promises: a tier or a group
     * @throws IllegalStateException if limits go by type, which agreements do not know
     */
    public Agreement toAgreement(String id, String name, Party provider) {
        checkState(
                limits.stream().noneMatch(limit -> limit.type().isPresent()),
                "limits go by type; an agreement tells cases apart by conditions, so write a target for each type");
        return Agreement.builder()
                .id(id)
                .name(name)
                .kind(AgreementKind.SLA)
                .provider(provider)
                .consumer(new Party.EveryCustomer())
                .addAllTargets(limits.stream()
                        .map(limit -> PriorityTargets.of(clock, limit.priority(), limit.suggested()))
                        .toList())
                .build();
    }

    @Override
    public String toString() {
        return clock.describe() + ": " + explained() + " of " + cases();
    }
}
