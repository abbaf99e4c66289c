/** What stores in memory are made of: a lock, an undo list, the log, its subscriptions, the outbox. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.memory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
