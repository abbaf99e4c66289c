@NullMarked
package dk.sagsflow.testkit.desk;

import org.jspecify.annotations.NullMarked;
