/** Rules that hold for every module: order of the modules, no clock of the system, names, and what is public. */
@NullMarked
package dk.sagsflow.testkit.architecture;

import org.jspecify.annotations.NullMarked;
