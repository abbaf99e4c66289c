/** What every store of a knowledge base must hold. */
@NullMarked
package dk.sagsflow.testkit.knowledge;

import org.jspecify.annotations.NullMarked;
