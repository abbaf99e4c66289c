/** Who carries the support: units, superusers, supporters, experience groups, who is away; now and at any time before. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.people;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
