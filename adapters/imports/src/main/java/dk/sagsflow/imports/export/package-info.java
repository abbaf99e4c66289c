/** The files that a helpdesk gave: JSON values and rows of tables, each with its place. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.imports.export;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
