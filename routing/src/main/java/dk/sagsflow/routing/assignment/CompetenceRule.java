package dk.sagsflow.routing.assignment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.condition.Condition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Cases of some sort go to those alone who hold a competence (R29, R31). Immutable.
 *
 * @param when which cases
 * @param needs what whoever gets one is certified in on that day, in UTC
 */
public record CompetenceRule(Condition when, CompetenceId needs) {
    /** Refuses null. */
    public CompetenceRule {
        requireNonNull(when, "when");
        requireNonNull(needs, "needs");
    }

    /** What those are asked for who get this case by one of these rules. */
    static ImmutableSet<CompetenceId> needed(List<CompetenceRule> rules, SupportCase current) {
        if (rules.isEmpty()) {
            return ImmutableSet.of();
        }
        ImmutableSet.Builder<CompetenceId> needed = ImmutableSet.builder();
        for (CompetenceRule rule : rules) {
            if (rule.when().holds(current)) {
                needed.add(rule.needs());
            }
        }
        return needed.build();
    }

    /** The day of certificates, which begins at midnight in UTC, wherever the member works. */
    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
