/** What scenarios say, in JSON or in tables of Markdown: the words of the domain, and what they mean in a model. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.script;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
