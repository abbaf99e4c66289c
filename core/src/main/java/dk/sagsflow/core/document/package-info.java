/** JSON documents that people write: every value knows its place, and one reading finds every problem. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.document;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
