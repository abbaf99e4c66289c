/** Days that are kept every year, and the public holidays of countries. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.sla.holiday;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
