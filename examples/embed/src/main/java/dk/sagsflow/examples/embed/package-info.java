/** A desk as an object of a container. */
@NullMarked
package dk.sagsflow.examples.embed;

import org.jspecify.annotations.NullMarked;
