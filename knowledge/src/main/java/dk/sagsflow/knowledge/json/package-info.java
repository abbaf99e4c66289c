/** The JSON of what happens to the knowledge of the organisation. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
