/** What is agreed with the managers of units about their superusers. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.agreement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
