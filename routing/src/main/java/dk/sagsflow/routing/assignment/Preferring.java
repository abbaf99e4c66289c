package dk.sagsflow.routing.assignment;

import java.time.Instant;
import java.util.Comparator;

/** The first of the members in some order. */
record Preferring(Comparator<Candidate> order, String words) implements AssignmentStrategy {
    static final Comparator<Candidate> LONGEST_AGO = Comparator.<Candidate, Instant>comparing(
                    candidate -> candidate.load().latest().orElse(Instant.MIN))
            .thenComparingLong(candidate -> candidate.load().assignments());

    @Override
    public AssignmentChoice choose(AssignmentRequest request) {
        return request.members().stream()
                .min(order)
                .<AssignmentChoice>map(member -> new AssignmentChoice.Member(
                        member.actor().id(), "of " + request.members().size() + " the one " + words))
                .orElseGet(() -> new AssignmentChoice.Nobody("the group has no members"));
    }
}
