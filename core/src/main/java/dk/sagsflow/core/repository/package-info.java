/** Where cases are kept: what a store must promise, and a store in memory. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
