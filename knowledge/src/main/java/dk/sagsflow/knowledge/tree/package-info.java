/** Question trees: questions that lead to an article, a ready-made registration or a referral, proved before they are used (R24). */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.tree;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
