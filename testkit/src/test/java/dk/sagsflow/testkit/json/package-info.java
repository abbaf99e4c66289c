/** What is written as JSON, held against its types and its schemas. */
@NullMarked
package dk.sagsflow.testkit.json;

import org.jspecify.annotations.NullMarked;
