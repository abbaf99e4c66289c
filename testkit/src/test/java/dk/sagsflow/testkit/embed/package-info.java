/** What the page on embedding shows, run. */
@NullMarked
package dk.sagsflow.testkit.embed;

import org.jspecify.annotations.NullMarked;
