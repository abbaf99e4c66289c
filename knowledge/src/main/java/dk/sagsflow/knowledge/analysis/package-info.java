/** Words of texts as they are compared: Danish with its compounds, and English. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.analysis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
