package dk.sagsflow.testkit.desk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CasePage;
import dk.sagsflow.core.repository.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.core.repository.UnhandledCase;
import java.time.Instant;
import java.util.Optional;

/** A store where something happens between the steps of whoever uses it: what another process would do, on order. */
class MeddlingRepository implements CaseRepository {
    private final CaseRepository store;

    MeddlingRepository(CaseRepository store) {
        this.store = store;
    }

    /** Happens after somebody asked what is due. */
    void afterDue(ImmutableList<CaseNumber> due) {}

    /** Happens before somebody's changes are stored; may throw. */
    void beforeAppend(ImmutableList<CaseChange> changes) {}

    /** Happens before a notification is taken off the list; may throw. */
    void beforeDelivered() {}

    @Override
    public Optional<SupportCase> find(CaseNumber number) {
        return store.find(number);
    }

    @Override
    public ImmutableList<CaseEvent> history(CaseNumber number) {
        return store.history(number);
    }

    @Override
    public void append(CaseStep step) {
        beforeAppend(step.changes());
        store.append(step);
    }

    @Override
    public ImmutableMap<ActorId, MemberLoad> loads(GroupId group) {
        return store.loads(group);
    }

    @Override
    public Optional<HandledRequest> request(RequestKey key) {
        return store.request(key);
    }

    @Override
    public CasePage query(CaseQuery query) {
        return store.query(query);
    }

    @Override
    public ImmutableList<CaseNumber> due(Instant now, int limit) {
        ImmutableList<CaseNumber> due = store.due(now, limit);
        afterDue(due);
        return due;
    }

    @Override
    public void reschedule(CaseNumber number, long expectedVersion, Optional<Instant> nextDue) {
        store.reschedule(number, expectedVersion, nextDue);
    }

    @Override
    public void setAside(CaseNumber number, String reason) {
        store.setAside(number, reason);
    }

    @Override
    public ImmutableList<UnhandledCase> setAside(int limit) {
        return store.setAside(limit);
    }

    @Override
    public boolean takeUp(CaseNumber number, Instant due) {
        return store.takeUp(number, due);
    }

    @Override
    public Outbox outbox() {
        return new MeddlingOutbox(store.outbox()) {
            @Override
            void beforeSent() {
                beforeDelivered();
            }
        };
    }
}
