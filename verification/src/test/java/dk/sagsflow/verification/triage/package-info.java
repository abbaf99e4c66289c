/** What triage decides, held against the cases that verification can make up. */
@NullMarked
package dk.sagsflow.verification.triage;

import org.jspecify.annotations.NullMarked;
