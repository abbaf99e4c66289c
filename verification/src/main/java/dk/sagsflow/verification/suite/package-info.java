/** Everything that a folder says must hold of a model: run, reported, brought up to date. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.suite;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
