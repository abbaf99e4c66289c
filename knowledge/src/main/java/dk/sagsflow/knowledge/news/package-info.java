/** News: where it is shown (R21), and who is told of it, each piece once (R22). */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.news;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
