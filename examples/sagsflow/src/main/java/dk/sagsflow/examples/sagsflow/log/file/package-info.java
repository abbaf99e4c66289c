/** Files of logs as rows of texts: encodings, delimiters, CSV, JSON and XES, sorted if they do not fit into memory. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.examples.sagsflow.log.file;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
