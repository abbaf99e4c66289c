/** For properties with jqwik: any case that can be in a model, and any start in a year. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.testkit.any;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
