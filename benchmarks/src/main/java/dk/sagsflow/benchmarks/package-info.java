/** What the library costs, with its peers in the same run. */
@NullMarked
package dk.sagsflow.benchmarks;

import org.jspecify.annotations.NullMarked;
