package dk.sagsflow.routing.desk;

import dk.sagsflow.core.repository.ConcurrentUpdateException;
import java.util.function.Supplier;

/** Decides again on what is there now when somebody else was faster. */
final class Retry {
    private static final int ATTEMPTS = 20;

    private Retry() {}

    static <T> T whileOthersAreFaster(Supplier<T> step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return step.get();
            } catch (ConcurrentUpdateException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
