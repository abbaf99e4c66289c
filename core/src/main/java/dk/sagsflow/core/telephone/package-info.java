/**
 * Telephone calls and their figures (R34), and the staff that they need (R35). docs/telephone.md defines every figure.
 */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.telephone;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
