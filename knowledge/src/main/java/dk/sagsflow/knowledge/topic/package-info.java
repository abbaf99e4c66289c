/** What news and articles are about, for those who subscribe to it. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.topic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
