package dk.sagsflow.routing.triage;

import static com.google.common.base.Preconditions.checkElementIndex;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.GroupId;
import java.time.Instant;
import java.util.Optional;

/**
 * What triage proposes for a case at a time: a rule matched, or none did. It is a proposal: nothing has moved. The reasons
 * are made when they are asked for. Immutable.
 */
public sealed interface TriageDecision {
    /** The triage that was asked. */
    Triage triage();

    /** The case as it was. */
    SupportCase current();

    /** When it was decided. */
    Instant at();

    /** The rule that matched; empty if none did. */
    Optional<TriageRule> rule();

    /** Where the case is to go; empty if it stays where it is. */
    default Optional<GroupId> group() {
        return rule().map(TriageRule::to);
    }

    /**
     * Why, rule by rule in listed order: what kept each rule before the one that matched from matching, and what made that
     * one match; if none did, what kept every rule from it.
     */
    ImmutableList<RuleReason> reasons();

    /**
     * A rule matched.
     *
     * @param triage the triage that was asked
     * @param index which rule, from 0
     * @param current the case as it was
     * @param at when it was decided
     */
    record Matched(Triage triage, int index, SupportCase current, Instant at) implements TriageDecision {
        /** Refuses a rule that the triage does not have. */
        public Matched {
            checkElementIndex(index, triage.rules().size(), "index of a rule");
            requireNonNull(current, "current");
            requireNonNull(at, "at");
        }

        @Override
        public Optional<TriageRule> rule() {
            return Optional.of(triage.rules().get(index));
        }

        @Override
        public ImmutableList<RuleReason> reasons() {
            return RuleReason.of(triage.rules().subList(0, index + 1), current, at);
        }
    }

    /**
     * No rule matched.
     *
     * @param triage the triage that was asked
     * @param current the case as it was
     * @param at when it was decided
     */
    record Unmatched(Triage triage, SupportCase current, Instant at) implements TriageDecision {
        /** Refuses null. */
        public Unmatched {
            requireNonNull(triage, "triage");
            requireNonNull(current, "current");
            requireNonNull(at, "at");
        }

        @Override
        public Optional<TriageRule> rule() {
            return Optional.empty();
        }

        @Override
        public ImmutableList<RuleReason> reasons() {
            return RuleReason.of(triage.rules(), current, at);
        }
    }
}
