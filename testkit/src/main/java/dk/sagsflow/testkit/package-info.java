/** What hosts and our own modules test with. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.testkit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
