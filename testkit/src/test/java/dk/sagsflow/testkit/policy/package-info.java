/** Tests of the fixture for tests of agreements: what it says of the reference model and of changed ones. */
@NullMarked
package dk.sagsflow.testkit.policy;

import org.jspecify.annotations.NullMarked;
