/** What people write, as HTML that can do no harm and as plain text. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.markdown;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
