/** What is looked for, area by area. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.area;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
