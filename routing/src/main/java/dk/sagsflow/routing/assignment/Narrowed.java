package dk.sagsflow.routing.assignment;

import java.util.function.Predicate;

/** A strategy that sees some of the members alone. */
record Narrowed(AssignmentStrategy strategy, Predicate<Candidate> members, String words) implements AssignmentStrategy {
    @Override
    public AssignmentChoice choose(AssignmentRequest request) {
        if (request.members().isEmpty()) {
            return strategy.choose(request);
        }
        AssignmentRequest narrowed = request.among(members);
        if (narrowed.members().isEmpty()) {
            return new AssignmentChoice.Nobody("nobody is " + words);
        }
        AssignmentChoice choice = strategy.choose(narrowed);
        return choice instanceof AssignmentChoice.Member member
                ? new AssignmentChoice.Member(member.actor(), member.reason() + ", " + words)
                : choice;
    }
}
