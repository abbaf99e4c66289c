package dk.sagsflow.knowledge.agreement;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An agreement with what became of it. Immutable.
 *
 * @param agreement what is agreed now; one that was ended ends then
 * @param followUps when the parties looked at it again, in the order in which it was written down
 * @param ended why it ended before its time; empty if it did not
 * @param version how often it was changed
 */
public record AgreementFile(
        SuperuserAgreement agreement, ImmutableList<FollowedUp> followUps, Optional<String> ended, long version) {
    /**
     * The parties looked at an agreement. Immutable.
     *
     * @param on on which day
     * @param minutes what was said
     */
    public record FollowedUp(LocalDate on, String minutes) {}

    /** Refuses null. */
    public AgreementFile {
        requireNonNull(agreement, "agreement");
        requireNonNull(followUps, "followUps");
        requireNonNull(ended, "ended");
    }

    static AgreementFile of(AgreementEvent.AgreementMade made) {
        return new AgreementFile(
                made.agreement(),
                ImmutableList.of(),
                Optional.empty(),
                made.stamp().sequence());
    }

    AgreementFile after(AgreementEvent event) {
        long number = event.stamp().sequence();
        if (event instanceof AgreementEvent.AgreementMade made) {
            return new AgreementFile(made.agreement(), followUps, Optional.empty(), number);
        } else if (event instanceof AgreementEvent.AgreementFollowedUp again) {
            ImmutableList<FollowedUp> all = ImmutableList.<FollowedUp>builder()
                    .addAll(followUps)
                    .add(new FollowedUp(again.on(), again.minutes()))
                    .build();
            return new AgreementFile(agreement, all, ended, number);
        } else if (event instanceof AgreementEvent.AgreementEnded over) {
            AgreementPeriod until = agreement.period().endedOn(over.on());
            return new AgreementFile(
                    agreement.renewed(agreement.id(), until), followUps, Optional.of(over.reason()), number);
        }
        return this;
    }

    /** When the parties should look at it next; after the end there is no need. */
    public Optional<LocalDate> nextFollowUp() {
        LocalDate last = followUps.isEmpty()
                ? agreement.period().from()
                : followUps.get(followUps.size() - 1).on();
        return Optional.of(last.plus(agreement.period().followUpEvery()))
                .filter(day -> day.isBefore(agreement.period().until()));
    }
}
