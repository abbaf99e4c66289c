package dk.sagsflow.routing.assignment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.competence.CompetenceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;

/** A strategy that sees those members alone who hold what the case asks for. */
record Competent(AssignmentStrategy strategy, ImmutableList<CompetenceRule> rules) implements AssignmentStrategy {
    @Override
    public AssignmentChoice choose(AssignmentRequest request) {
        ImmutableSet<CompetenceId> needed = CompetenceRule.needed(rules, request.supportCase());
        if (needed.isEmpty()) {
            return strategy.choose(request);
        }
        String words = "certified in " + String.join(" and ", Iterables.transform(needed, CompetenceId::value));
        return new Narrowed(strategy, who(needed, request.now()), words).choose(request);
    }

    /** Those who are certified in everything that the case asks for. */
    static Predicate<Candidate> who(ImmutableList<CompetenceRule> rules, SupportCase current, Instant now) {
        return who(CompetenceRule.needed(rules, current), now);
    }

    private static Predicate<Candidate> who(ImmutableSet<CompetenceId> needed, Instant now) {
        if (needed.isEmpty()) {
            return candidate -> true;
        }
        LocalDate day = CompetenceRule.day(now);
        return candidate -> certified(candidate, needed, day);
    }

    private static boolean certified(Candidate candidate, ImmutableSet<CompetenceId> needed, LocalDate day) {
        for (CompetenceId competence : needed) {
            if (!candidate.actor().certified(competence, day)) {
                return false;
            }
        }
        return true;
    }
}
