/** JSON that is written member by member, for the modules of this library. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.members;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
