/** The model that drives a desk, and the folder of JSON that it is read from. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.configuration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
