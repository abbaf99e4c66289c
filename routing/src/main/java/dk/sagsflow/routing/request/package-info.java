/** What people and programs ask of the desk: registrations and commands, each once if it has a key. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.request;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
