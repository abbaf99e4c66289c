/** Why a case goes where it goes, on the command line. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.examples.sagsflow.explanation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
