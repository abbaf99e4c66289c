package dk.sagsflow.routing.following;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.log.LogSubscriptions;
import dk.sagsflow.core.repository.StoreTransaction;
import dk.sagsflow.routing.listening.JoiningHandler;
import java.util.function.Consumer;

/** Stores once how far a subscription has come: in a transaction of its handler, or else after it. Not thread-safe. */
final class Settlement implements JoiningHandler.Progress {
    private final Consumer<LogSubscriptions> settling;
    private boolean joined;

    Settlement(Consumer<LogSubscriptions> settling) {
        this.settling = settling;
    }

    @Override
    public void storeIn(StoreTransaction transaction) {
        settling.accept(requireNonNull(transaction, "transaction").repository().subscriptions());
        joined = true;
    }

    /** Whether the handler has stored it in a transaction of its own, which it may have committed or not. */
    boolean joined() {
        return joined;
    }

    void finish(LogSubscriptions subscriptions) {
        if (!joined) {
            settling.accept(subscriptions);
        }
    }
}
