@NullMarked
package dk.sagsflow.testkit.flow;

import org.jspecify.annotations.NullMarked;
