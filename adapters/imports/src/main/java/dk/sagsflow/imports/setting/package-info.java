/** What an import is told, because exports do not say it. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.imports.setting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
