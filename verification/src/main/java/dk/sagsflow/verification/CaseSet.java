package dk.sagsflow.verification;

/**
 * A set of cases, told by what their fields are. Immutable.
 *
 * @param space the space of cases that it is of
 * @param number the set in the diagrams of the space: equal sets have one number
 */
record CaseSet(CaseSpace space, int number) {
    CaseSet and(CaseSet other) {
        return new CaseSet(space, space.sets().and(number, other.number));
    }

    CaseSet minus(CaseSet other) {
        return new CaseSet(space, space.sets().minus(number, other.number));
    }

    CaseSet or(CaseSet other) {
        return new CaseSet(space, space.sets().or(number, other.number));
    }

    boolean some() {
        return number != CaseSets.NONE;
    }

    boolean none() {
        return number == CaseSets.NONE;
    }

    boolean meets(CaseSet other) {
        return and(other).some();
    }

    /** How many combinations of values; every value that no condition names counts as one. */
    long count() {
        return space.count(this);
    }

    /** One of them. */
    Counterexample example() {
        return space.example(this);
    }
}
