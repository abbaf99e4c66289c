/** Which ways of handing a case over an organisation declares, within what the responsibility chain allows. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.handover;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
