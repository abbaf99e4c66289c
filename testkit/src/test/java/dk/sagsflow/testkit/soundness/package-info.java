@NullMarked
package dk.sagsflow.testkit.soundness;

import org.jspecify.annotations.NullMarked;
