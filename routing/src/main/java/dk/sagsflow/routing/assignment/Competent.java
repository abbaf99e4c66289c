package dk.sagsflow.routing.assignment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.CompetenceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** A strategy that sees those members alone who hold what the case asks for. */
record Competent(AssignmentStrategy strategy, ImmutableList<CompetenceRule> rules) implements AssignmentStrategy {
    @Override
    public AssignmentChoice choose(AssignmentRequest request) {
        if (rules.isEmpty()) {
            return strategy.choose(request);
        }
        ImmutableSet<CompetenceId> needed = rules.stream()
                .filter(rule -> rule.when().holds(request.supportCase()))
                .map(CompetenceRule::needs)
                .collect(ImmutableSet.toImmutableSet());
        if (needed.isEmpty()) {
            return strategy.choose(request);
        }
        LocalDate day = day(request.now());
        String words =
                needed.stream().map(CompetenceId::value).collect(Collectors.joining(" and ", "certified in ", ""));
        return new Narrowed(
                        strategy,
                        candidate -> needed.stream()
                                .allMatch(competence -> candidate.actor().certified(competence, day)),
                        words)
                .choose(request);
    }

    /** Days of certificates begin at midnight in UTC, wherever the member works. */
    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
