/** Laws of a model: what must hold for every case that there can be, as data. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.law;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
