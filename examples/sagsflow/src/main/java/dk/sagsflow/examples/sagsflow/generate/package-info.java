/** Makes logs of the reference organisation by driving a real desk through a simulated year. */
@NullMarked
package dk.sagsflow.examples.sagsflow.generate;

import org.jspecify.annotations.NullMarked;
