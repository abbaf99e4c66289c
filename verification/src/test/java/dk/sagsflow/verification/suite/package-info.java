@NullMarked
package dk.sagsflow.verification.suite;

import org.jspecify.annotations.NullMarked;
