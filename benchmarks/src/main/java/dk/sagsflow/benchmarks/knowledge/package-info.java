/** What a knowledge base costs when it is large. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.benchmarks.knowledge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
