package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.relation.Reference;

/** Another case has this reference. Nothing of the refused step was stored. */
public final class ReferenceTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reference reference;
    private final transient CaseNumber number;

    /**
     * A reference that is taken.
     *
     * @param number the case that has it
     */
    public ReferenceTakenException(Reference reference, CaseNumber number) {
        super("case " + number + " is the one that a reference to " + reference.system() + " refers to");
        this.reference = requireNonNull(reference, "reference");
        this.number = requireNonNull(number, "number");
    }

    /** The reference. */
    public Reference reference() {
        return reference;
    }

    /** The case that has it. */
    public CaseNumber number() {
        return number;
    }
}
