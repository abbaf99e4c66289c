/** Service level policies of other helpdesks, read into a model. docs/policy-imports.md tells of each system. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.imports;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
