/** Files that come with cases: what a case says of them, and where their contents are kept. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.attachment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
