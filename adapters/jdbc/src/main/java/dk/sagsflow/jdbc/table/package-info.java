/** The tables of a store, and the interfaces of the library over them. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.jdbc.table;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
