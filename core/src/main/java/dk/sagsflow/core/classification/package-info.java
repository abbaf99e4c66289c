/** What sort of case it is, how much it matters to whom, and what caused it. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.classification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
