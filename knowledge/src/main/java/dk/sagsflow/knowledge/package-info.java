/** What an organisation knows, beside the desk or without one: {@link dk.sagsflow.knowledge.KnowledgeBase} is the way in. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
