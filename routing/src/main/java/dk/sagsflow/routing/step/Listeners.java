package dk.sagsflow.routing.step;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.routing.listening.CaseListener;
import dk.sagsflow.routing.privacy.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the host's listeners of a step that is stored; one that fails harms nobody. */
public final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final ImmutableList<CaseListener> listeners;

    /** These, in order. */
    public Listeners(ImmutableList<CaseListener> listeners) {
        this.listeners = requireNonNull(listeners, "listeners");
    }

    void tell(StepDraft stored) {
        for (CaseDraft each : stored.cases()) {
            if (each.adds()) {
                listeners.forEach(listener -> tell(listener, each));
            }
        }
    }

    private static void tell(CaseListener listener, CaseDraft stored) {
        try {
            listener.changed(stored.after(), stored.added());
        } catch (Throwable failure) {
            LOG.warn(
                    "listener {} failed at case {}, which is stored",
                    listener.getClass().getName(),
                    stored.after().number(),
                    Failures.trace(failure));
        }
    }
}
