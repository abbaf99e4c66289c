@NullMarked
package dk.sagsflow.testkit.rules;

import org.jspecify.annotations.NullMarked;
