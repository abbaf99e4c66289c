/** Proofs about a model before the first case comes in: what no case can reach, what nobody promised, what cannot be kept. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
