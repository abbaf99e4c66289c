/** Topics in a tree, and who wants to be told of them, how and how soon (R21, R22, R26). */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.subscription;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
