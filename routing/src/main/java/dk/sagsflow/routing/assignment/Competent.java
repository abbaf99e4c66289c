package dk.sagsflow.routing.assignment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.competence.CompetenceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A strategy that sees those members alone who hold what the case asks for. */
record Competent(AssignmentStrategy strategy, ImmutableList<CompetenceRule> rules) implements AssignmentStrategy {
    @Override
    public AssignmentChoice choose(AssignmentRequest request) {
        ImmutableSet<CompetenceId> needed = CompetenceRule.needed(rules, request.supportCase());
        if (needed.isEmpty()) {
            return strategy.choose(request);
        }
        String words =
                needed.stream().map(CompetenceId::value).collect(Collectors.joining(" and ", "certified in ", ""));
        return new Narrowed(strategy, who(rules, request.supportCase(), request.now()), words).choose(request);
    }

    /** Those who are certified in everything that the case asks for. */
    static Predicate<Candidate> who(ImmutableList<CompetenceRule> rules, SupportCase current, Instant now) {
        ImmutableSet<CompetenceId> needed = CompetenceRule.needed(rules, current);
        if (needed.isEmpty()) {
            return candidate -> true;
        }
        LocalDate day = CompetenceRule.day(now);
        return candidate ->
                needed.stream().allMatch(competence -> candidate.actor().certified(competence, day));
    }
}
