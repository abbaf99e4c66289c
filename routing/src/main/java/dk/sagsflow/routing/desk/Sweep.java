package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.repository.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every case that has come due once. One that cannot be handled is set aside by an event, or, where none can be
 * written, by the store, so that it holds nothing up.
 */
final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final CaseRepository repository;
    private final DueWork dueWork;

    Sweep(CaseRepository repository, DueWork dueWork) {
        this.repository = repository;
        this.dueWork = dueWork;
    }

    SweepReport sweep(Instant now, int limit) {
        ImmutableList<CaseNumber> due = repository.due(now, limit);
        ImmutableList.Builder<SweepReport.SetAside> aside = ImmutableList.builder();
        int handled = 0;
        for (CaseNumber number : due) {
            try {
                Optional<String> reason = reasonNotToHandle(number, now);
                if (reason.isEmpty()) {
                    handled++;
                } else {
                    LOG.warn("sweep sets case {} aside: {}", number, reason.get());
                    setAside(number, reason.get(), now);
                    aside.add(new SweepReport.SetAside(number, reason.get()));
                }
            } catch (ConcurrentUpdateException contended) {
                LOG.info("sweep leaves case {} due, because others change it again and again", number);
            }
        }
        return new SweepReport(handled, aside.build(), due.size() >= limit);
    }

    ImmutableList<SweepReport.SetAside> setAside(int limit) {
        CaseQuery query = CaseQuery.builder()
                .setAsideAlone(true)
                .pageSize(Math.max(1, limit))
                .build();
        return Stream.concat(
                        repository.setAside(limit).stream()
                                .map(unhandled -> new SweepReport.SetAside(unhandled.number(), unhandled.reason())),
                        repository.query(query).cases().stream()
                                .map(aside -> new SweepReport.SetAside(
                                        aside.number(), aside.setAside().orElseThrow())))
                .limit(limit)
                .collect(ImmutableList.toImmutableList());
    }

    /** By an event if the case was set aside by one, and by the store in any case, so that a sweep looks at it now. */
    boolean takeUp(CaseNumber number, Instant now) {
        try {
            Outcome<SupportCase> unused =
                    Retry.whileOthersAreFaster(() -> dueWork.record(number, new CaseCommand.TakeUp(), now));
        } catch (RuntimeException unreadable) {
            LOG.info("case {} is taken up although it cannot be read", number, unreadable);
        }
        return repository.takeUp(number, now);
    }

    private Optional<String> reasonNotToHandle(CaseNumber number, Instant now) {
        try {
            return dueWork.handle(number, now) instanceof Outcome.Refused<?> refused
                    ? Optional.of(Failures.shortened(refused.refusal().describe()))
                    : Optional.empty();
        } catch (ConcurrentUpdateException contended) {
            throw contended;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
            return Optional.of(Failures.describe(failure));
        }
    }

    private void setAside(CaseNumber number, String reason, Instant now) {
        try {
            Outcome<SupportCase> written = dueWork.record(number, new CaseCommand.SetAside(reason), now);
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
