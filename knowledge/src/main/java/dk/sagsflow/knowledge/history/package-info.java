/** What happened to the knowledge of an organisation: events, the store that keeps them, and pictures folded from them. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.history;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
