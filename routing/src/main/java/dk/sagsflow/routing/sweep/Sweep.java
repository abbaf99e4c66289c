package dk.sagsflow.routing.sweep;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.repository.Agenda;
import dk.sagsflow.core.repository.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.routing.family.ChildrenNews;
import dk.sagsflow.routing.operation.SweepReport;
import dk.sagsflow.routing.privacy.Failures;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.routing.step.Steps;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every case that has come due once. One that cannot be handled is set aside by an event, or, where none can be
 * written, by the store, so that it holds nothing up.
 */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final CaseRepository repository;
    private final Steps steps;
    private final DueWork dueWork;
    private final ChildrenNews children;

    /** Sweeps of the cases in this store. */
    public Sweep(CaseRepository repository, Steps steps, DueWork dueWork, ChildrenNews children) {
        this.repository = repository;
        this.steps = steps;
        this.dueWork = dueWork;
        this.children = children;
    }

    /** Handles what is due until now. */
    public SweepReport sweep(Instant now, int limit) {
        ImmutableList<CaseNumber> due = repository.due(now, limit);
        ImmutableList.Builder<UnhandledCase> aside = ImmutableList.builder();
        int handled = 0;
        boolean childrenLeft = false;
        for (CaseNumber number : due) {
            try {
                Handled done = handle(number);
                childrenLeft |= done.childrenLeft();
                if (done.reasonNotTo().isEmpty()) {
                    handled++;
                } else {
                    String reason = done.reasonNotTo().get();
                    LOG.warn("sweep sets case {} aside: {}", number, reason);
                    setAside(number, reason);
                    aside.add(new UnhandledCase(number, reason));
                }
            } catch (ConcurrentUpdateException contended) {
                LOG.info("sweep leaves case {} due, because others change it again and again", number);
            }
        }
        return new SweepReport(handled, aside.build(), childrenLeft || due.size() >= limit);
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
    public boolean takeUp(CaseNumber number, Instant now) {
        try {
            Outcome<StepDraft> unused = steps.take(begun -> dueWork.takeUp(begun, number));
        } catch (RuntimeException unreadable) {
            LOG.info("case {} is taken up although it cannot be read", number, unreadable);
        }
        return repository.takeUp(number, now);
    }

    /**
     * What became of a case that had come due.
     *
     * @param reasonNotTo why it could not be handled; empty if it could
     * @param childrenLeft whether cases that belong to it are still to be told what it has for them
     */
    private record Handled(Optional<String> reasonNotTo, boolean childrenLeft) {}

    private Handled handle(CaseNumber number) {
        try {
            Outcome<StepDraft> outcome = steps.take(begun -> dueWork.decide(begun, number));
            if (!outcome.wasAccepted()) {
                return handled(outcome);
            }
            CaseDraft handled = outcome.orElseThrow().subject();
            rescheduled(handled);
            return tellChildren(handled.history());
        } catch (ConcurrentUpdateException contended) {
            throw contended;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
            return new Handled(Optional.of(Failures.describe(failure)), false);
        }
    }

    private Handled tellChildren(CaseHistory parent) {
        CaseNumber number = parent.latest().number();
        return children.tell(parent)
                .map(told -> handled(steps.take(begun -> dueWork.childrenTold(begun, number, told))))
                .orElseGet(() -> new Handled(Optional.empty(), false));
    }

    private static Handled handled(Outcome<StepDraft> outcome) {
        return outcome instanceof Outcome.Refused<StepDraft> refused
                ? new Handled(Optional.of(Failures.shortened(refused.refusal().describe())), false)
                : new Handled(
                        Optional.empty(),
                        !outcome.orElseThrow().after().untold().isEmpty());
    }

    /** If nothing was to be done, or others were faster, the case is due when it says so. */
    private void rescheduled(CaseDraft handled) {
        if (handled.added().isEmpty()) {
            repository.reschedule(handled.after().number(), handled.stored(), Agenda.due(handled.nextDue()));
        }
    }

    private void setAside(CaseNumber number, String reason) {
        try {
            Outcome<StepDraft> written = steps.takeAtOnce(begun -> dueWork.setAside(begun, number, reason));
            if (!written.wasAccepted()) {
                repository.setAside(number, reason);
            }
        } catch (ConcurrentUpdateException contended) {
            throw contended;
        } catch (RuntimeException unwritten) {
            keepAway(number, reason, unwritten);
        }
    }

    private void keepAway(CaseNumber number, String reason, RuntimeException unwritten) {
        try {
            repository.setAside(number, reason);
        } catch (RuntimeException failure) {
            failure.addSuppressed(unwritten);
            LOG.warn("case {} could not be set aside and stays due", number, failure);
        }
    }
}
