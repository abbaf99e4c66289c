package dk.sagsflow.verification.area;

import dk.sagsflow.verification.subject.Subject;

/** One part of what is verified. */
interface Area {
    /** Finds what there is to find. */
    void verify(Subject subject, Findings findings);
}
