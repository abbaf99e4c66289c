/** Finding articles: by words, and for a case (R27). */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
