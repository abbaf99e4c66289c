/** Service level targets of HP Service Manager, from tables whose columns a mapping names. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.imports.servicemanager;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
