/** Tests of agreements in Java: a model with its people and a desk for each test, and what must hold in the words of the domain. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.testkit.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
