package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import java.time.Instant;
import java.util.Optional;

/**
 * Some of the cases asked for, in order of registration and then number. Neither ever changes, so a case that stays
 * among the cases asked for is on exactly one page, whatever happens between two pages. Immutable.
 *
 * @param cases the cases of this page
 * @param next where the next page begins; empty if there is none
 */
public record CasePage(ImmutableList<SupportCase> cases, Optional<Position> next) {
    /** Refuses null. */
    public CasePage {
        requireNonNull(cases);
        requireNonNull(next);
    }

    /**
     * The place of a case in the order.
     *
     * @param registeredAt when it came in
     * @param number its number
     */
    public record Position(Instant registeredAt, CaseNumber number) implements Comparable<Position> {
        /** Refuses null. */
        public Position {
            requireNonNull(registeredAt);
            requireNonNull(number);
        }

        /** The place of this case. */
        public static Position of(SupportCase supportCase) {
            return new Position(supportCase.registeredAt(), supportCase.number());
        }

        @Override
        public int compareTo(Position other) {
            int order = registeredAt.compareTo(other.registeredAt);
            return order != 0 ? order : number.compareTo(other.number);
        }
    }
}
