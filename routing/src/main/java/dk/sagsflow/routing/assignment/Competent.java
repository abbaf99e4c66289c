package dk.sagsflow.routing.assignment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.CompetenceId;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** A strategy that sees those members alone who hold what the case asks for. */
record Competent(AssignmentStrategy strategy, ImmutableList<CompetenceRule> rules) implements AssignmentStrategy {
    @Override
    public AssignmentChoice choose(AssignmentRequest request) {
        if (rules.isEmpty()) {
            return strategy.choose(request);
        }
        ImmutableSet<CompetenceId> needed = CompetenceRule.needed(rules, request.supportCase());
        if (needed.isEmpty()) {
            return strategy.choose(request);
        }
        LocalDate day = CompetenceRule.day(request.now());
        String words =
                needed.stream().map(CompetenceId::value).collect(Collectors.joining(" and ", "certified in ", ""));
        return new Narrowed(
                        strategy,
                        candidate -> needed.stream()
                                .allMatch(competence -> candidate.actor().certified(competence, day)),
                        words)
                .choose(request);
    }
}
