/** What an import has to tell: what was mapped, guessed, left out, and what means something else there. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.imports.note;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
