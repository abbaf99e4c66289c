/** What is told to whom: notifications and the interface that carries them out of the process. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.notification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
