package dk.sagsflow.testkit.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.core.repository.ForwardingCaseRepository;
import java.time.Duration;
import java.time.Instant;

/** A store where something happens between the steps of whoever uses it: what another process would do, on order. */
class MeddlingRepository extends ForwardingCaseRepository {
    MeddlingRepository(CaseRepository store) {
        super(store);
    }

    /** Happens after somebody asked what is due. */
    void afterDue(ImmutableList<CaseNumber> due) {}

    /** Happens before somebody's changes are stored; may throw. */
    void beforeAppend(ImmutableList<CaseChange> changes) {}

    /** Happens before a notification is taken off the list; may throw. */
    void beforeDelivered() {}

    @Override
    public void append(CaseStep step) {
        if (!step.changes().isEmpty()) {
            beforeAppend(step.changes());
        }
        super.append(step);
    }

    @Override
    public ImmutableList<CaseNumber> due(Instant now, int limit) {
        ImmutableList<CaseNumber> due = super.due(now, limit);
        afterDue(due);
        return due;
    }

    @Override
    public ImmutableList<DueClaim> claimDue(Instant now, Duration lease, int limit) {
        ImmutableList<DueClaim> due = super.claimDue(now, lease, limit);
        afterDue(due.stream().map(DueClaim::number).collect(ImmutableList.toImmutableList()));
        return due;
    }

    @Override
    public Outbox outbox() {
        return new MeddlingOutbox(super.outbox()) {
            @Override
            void beforeSent() {
                beforeDelivered();
            }
        };
    }
}
