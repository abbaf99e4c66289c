package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.HandledRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what was decided in one step, and tells the listeners. */
final class Storing {
    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);

    private final CaseRepository repository;
    private final ImmutableList<CaseListener> listeners;

    Storing(CaseRepository repository, ImmutableList<CaseListener> listeners) {
        this.repository = repository;
        this.listeners = listeners;
    }

    void store(PreparedStep prepared) {
        repository.append(prepared.stored());
        prepared.changes().forEach(this::tell);
    }

    void store(PreparedStep prepared, HandledRequest request) {
        repository.append(prepared.stored().carryingOut(request));
        prepared.changes().forEach(this::tell);
    }

    private void tell(PreparedChange stored) {
        for (CaseListener listener : listeners) {
            try {
                listener.changed(stored.after(), stored.change().events());
            } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
                LOG.warn(
                        "listener {} failed at case {}, which is stored",
                        listener.getClass().getName(),
                        stored.change().number(),
                        failure);
            }
        }
    }
}
