package dk.sagsflow.verification.space;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.verification.finding.Counterexample;
import java.math.BigInteger;
import java.util.List;

/**
 * A set of cases, told by what their fields are. Immutable.
 *
 * @param space the space of cases that it is of
 * @param number the set in the diagrams of the space: equal sets have one number
 */
public record CaseSet(CaseSpace space, int number) {
    public CaseSet and(CaseSet other) {
        return new CaseSet(space, space.sets().and(number, other.number));
    }

    public CaseSet minus(CaseSet other) {
        return new CaseSet(space, space.sets().minus(number, other.number));
    }

    public CaseSet or(CaseSet other) {
        return new CaseSet(space, space.sets().or(number, other.number));
    }

    public boolean some() {
        return number != CaseSets.NONE;
    }

    public boolean none() {
        return number == CaseSets.NONE;
    }

    public boolean meets(CaseSet other) {
        return and(other).some();
    }

    /** How many combinations of values; every value that no condition names counts as one. */
    public BigInteger count() {
        return space.count(this);
    }

    /** One of them. */
    public Counterexample example() {
        return space.example(this);
    }

    /** One of them, while this group has it. */
    public Counterexample exampleAt(SupportGroup group) {
        return example().after(ImmutableList.of(group.id()));
    }

    /** One of them, after these groups have had it. */
    public Counterexample exampleAfter(List<SupportGroup> groups) {
        return example().after(groups.stream().map(SupportGroup::id).toList());
    }
}
