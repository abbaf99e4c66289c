/** Generators of the domain, valid by construction, for property tests with jqwik. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.testkit.domain;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
