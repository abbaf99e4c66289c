package dk.sagsflow.routing.sweep;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.routing.family.ChildrenNews;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.operation.SweepReport;
import dk.sagsflow.routing.privacy.Failures;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.routing.step.Steps;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every case that has come due once, under a claim, so that nodes share the work. One that cannot be looked at now is
 * looked at again later, less and less often; one that cannot be handled, or failed too often, is set aside by an event, or,
 * where none can be written, by the store. Neither holds anything up.
 */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    /** So few at a time that all are done long before the claim ends. */
    private static final int CLAIMED = 50;

    private final CaseRepository repository;
    private final Steps steps;
    private final DueWork dueWork;
    private final ChildrenNews children;
    private final Patience patience;

    /** Sweeps of the cases in this store. */
    public Sweep(CaseRepository repository, Steps steps, DueWork dueWork, ChildrenNews children, Patience patience) {
        this.repository = requireNonNull(repository, "repository");
        this.steps = requireNonNull(steps, "steps");
        this.dueWork = requireNonNull(dueWork, "dueWork");
        this.children = requireNonNull(children, "children");
        this.patience = requireNonNull(patience, "patience");
    }

    /** Handles what is due now. */
    public SweepReport sweep(int limit) {
        Instant now = steps.now();
        Tally tally = new Tally();
        int looked = 0;
        int asked;
        ImmutableList<DueClaim> claims;
        do {
            asked = Math.min(CLAIMED, limit - looked);
            claims = asked < 1 ? ImmutableList.of() : repository.claimDue(now, patience.lease(), asked);
            claims.forEach(claim -> look(claim, tally));
            looked += claims.size();
        } while (!claims.isEmpty() && claims.size() == asked);
        return tally.report(looked >= limit || tally.moreLeft);
    }

    /** What a sweep did so far. */
    private static final class Tally {
        private int handled;
        private boolean moreLeft;
        private final ImmutableList.Builder<UnhandledCase> aside = ImmutableList.builder();
        private final ImmutableList.Builder<SweepReport.Postponed> postponed = ImmutableList.builder();
        private final ImmutableList.Builder<SweepReport.Unheard> unheard = ImmutableList.builder();

        void handled(SupportCase after) {
            handled++;
            moreLeft |= !after.untold().isEmpty();
            for (PassedThreshold limit : after.unheard()) {
                LOG.error(
                        "nobody can be told of limit {} of case {}: no lead on its way and nobody on the duty of the organisation can be reached",
                        limit.id(),
                        after.number());
                unheard.add(new SweepReport.Unheard(after.number(), limit.id()));
            }
        }

        SweepReport report(boolean moreDue) {
            return new SweepReport(handled, postponed.build(), aside.build(), unheard.build(), moreDue);
        }
    }

    private void look(DueClaim claim, Tally tally) {
        CaseNumber number = claim.number();
        try {
            // Cases that belong to it are told first, each in a step of its own, and that goes on record with the rest.
            Optional<SweepRecord> told = children.tell(number);
            Outcome<StepDraft> outcome =
                    steps.take(begun -> dueWork.decide(begun, number, told).map(draft -> draft.withClaim(claim)));
            if (outcome instanceof Outcome.Refused<StepDraft> refused) {
                setAside(claim, Failures.shortened(refused.refusal().describe()), tally);
            } else {
                tally.handled(outcome.orElseThrow().after());
            }
        } catch (LostClaimException taken) {
            // By another node, or because this sweep told it something; it may be due all the same.
            tally.moreLeft = true;
            LOG.debug("case {} is seen to elsewhere", number);
        } catch (ConcurrentUpdateException contended) {
            LOG.info("sweep leaves case {} due, because others change it again and again", number);
            repository.release(claim);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
            failed(claim, failure, tally);
        }
    }

    /** What may pass is no verdict on the case. */
    private void failed(DueClaim claim, Throwable failure, Tally tally) {
        int failures = claim.failures() + 1;
        if (!mayPass(failure) || failures >= patience.attempts()) {
            LOG.warn("case {} failed in a sweep", claim.number(), Failures.trace(failure));
            setAside(claim, Failures.describe(failure), tally);
            return;
        }
        Instant until = steps.now().plus(patience.delayAfter(failures));
        LOG.warn(
                "case {} failed in a sweep and is looked at again from {} on",
                claim.number(),
                until,
                Failures.trace(failure));
        repository.postpone(claim, Failures.describe(failure), until);
        tally.postponed.add(new SweepReport.Postponed(claim.number(), Failures.describe(failure), until));
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof Exception && !(failure instanceof UnreadableEventException);
    }

    /** What nobody has taken up since it was set aside. */
    public ImmutableList<UnhandledCase> setAside(int limit) {
        CaseQuery query = CaseQuery.builder()
                .setAsideAlone(true)
                .pageSize(Math.max(1, limit))
                .build();
        return Stream.concat(
                        repository.setAside(limit).stream(),
                        repository.query(query).cases().stream()
                                .map(aside -> new UnhandledCase(
                                        aside.number(), aside.setAside().orElseThrow())))
                .limit(limit)
                .collect(ImmutableList.toImmutableList());
    }

    /** By an event if the case was set aside by one, and by the store in any case, so that a sweep looks at it now. */
    public boolean takeUp(CaseNumber number) {
        try {
            Outcome<StepDraft> unused = steps.take(begun -> dueWork.takeUp(begun, number));
        } catch (RuntimeException unreadable) {
            LOG.info("case {} is taken up although it cannot be read", number, Failures.trace(unreadable));
        }
        return repository.takeUp(number, steps.now());
    }

    private void setAside(DueClaim claim, String reason, Tally tally) {
        try {
            if (!written(claim, reason)) {
                repository.setAside(claim.number(), reason);
            }
            LOG.warn("sweep sets case {} aside", claim.number());
            tally.aside.add(new UnhandledCase(claim.number(), reason));
        } catch (LostClaimException | ConcurrentUpdateException taken) {
            LOG.debug("case {} is seen to elsewhere", claim.number());
        } catch (RuntimeException failure) {
            LOG.warn("case {} could not be set aside and stays due", claim.number(), Failures.trace(failure));
        }
    }

    /** Whether the case says that it is set aside; not if no event can be written, because it cannot be read, say. */
    private boolean written(DueClaim claim, String reason) {
        try {
            return steps.takeAtOnce(begun ->
                            dueWork.setAside(begun, claim.number(), reason).map(draft -> draft.withClaim(claim)))
                    .wasAccepted();
        } catch (LostClaimException | ConcurrentUpdateException taken) {
            throw taken;
        } catch (RuntimeException unwritten) {
            LOG.info("case {} cannot say that it is set aside", claim.number(), Failures.trace(unwritten));
            return false;
        }
    }
}
