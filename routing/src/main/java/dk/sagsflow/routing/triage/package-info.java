/**
 * Rules that propose where a case goes next, and decisions that say why. A rule asks for the case by a condition, and for the
 * time of day by a calendar; the first that matches wins.
 */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.triage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
