package dk.sagsflow.routing.listening;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;

/**
 * Told of what happened to cases at this desk, by commands and by sweeps; not of what other desks store. Called after the
 * step is stored, on the thread of whoever asked for it, once for each case of the step, in the order in which the
 * listeners were added. Told nothing again when a request is repeated under its key. A process that ends between storing
 * and telling leaves things untold: what must not be lost belongs into the outbox. One that throws is logged and harms
 * neither the case nor other listeners; one that takes long holds up its caller. Methods may be added in a minor release,
 * each with a default. Implementations are safe for use by many threads, and may ask the desk.
 */
public interface CaseListener {
    /**
     * Something happened to a case.
     *
     * @param after the case after it; somebody else may have changed it again since
     * @param events what happened, in order, at least one event
     */
    default void changed(SupportCase after, ImmutableList<CaseEvent> events) {}
}
