/** What every implementation of an interface of the library must do, as tests to inherit. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.testkit.contract;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
