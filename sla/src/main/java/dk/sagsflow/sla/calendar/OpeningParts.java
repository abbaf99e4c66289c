package dk.sagsflow.sla.calendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Asks openings and all that they are made of, each part once, however often it is part of something. Not thread-safe. */
final class OpeningParts {
    private record Question(Openings openings, long from, long to) {}

    private final Map<Question, long[]> known = new HashMap<>();

    /** The openings between two instants in epoch nanoseconds, as {@link Openings#between}. */
    long[] between(Openings openings, long from, long to) {
        Question question = new Question(openings, from, to);
        long[] answer = known.get(question);
        if (answer == null) {
            answer = from < to ? openings.between(from, to, this) : new long[0];
            known.put(question, answer);
        }
        return answer;
    }

    /** Whether these are the others, or made of them. */
    static boolean madeOf(Openings openings, Openings others) {
        Set<Openings> parts = reached(openings, Openings::parts);
        return parts.contains(others)
                || (others instanceof CombinedOpenings combined
                        && parts.stream()
                                .anyMatch(part -> part instanceof CombinedOpenings more && more.beginsWith(combined)));
    }

    /** The days on which a holiday is kept for the last time, in any part that holds for ever. */
    static ImmutableSet<LocalDate> lastHolidays(Openings openings) {
        return reached(openings, Openings::lastingParts).stream()
                .flatMap(part -> part.lastHolidays().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** What is found in any part between two dates, both inclusive, while it is valid. */
    static ImmutableList<CalendarFinding> findings(Openings openings, LocalDate first, LocalDate last) {
        Set<CalendarFinding> findings = new LinkedHashSet<>();
        new FindingWalk(findings).visit(openings, first, last);
        return ImmutableList.copyOf(findings);
    }

    private static Set<Openings> reached(Openings openings, Function<Openings, ImmutableList<Openings>> partsOf) {
        Set<Openings> reached = new LinkedHashSet<>(Set.of(openings));
        Deque<Openings> toDo = new ArrayDeque<>(reached);
        while (!toDo.isEmpty()) {
            for (Openings part : partsOf.apply(toDo.remove())) {
                if (reached.add(part)) {
                    toDo.add(part);
                }
            }
        }
        return reached;
    }

    /** Collects findings. Not thread-safe. */
    private static final class FindingWalk {
        private record Seen(Openings openings, LocalDate first, LocalDate last) {}

        private final Set<CalendarFinding> findings;
        private final Set<Seen> seen = new HashSet<>();

        private FindingWalk(Set<CalendarFinding> findings) {
            this.findings = findings;
        }

        /** Collects those of openings between two dates, both inclusive. */
        void visit(Openings openings, LocalDate first, LocalDate last) {
            if (first.isAfter(last) || !seen.add(new Seen(openings, first, last))) {
                return;
            }
            findings.addAll(openings.findings(first, last));
            if (openings instanceof VersionedOpenings versions) {
                versions.eachValid(first, last, this::visit);
            } else {
                openings.parts().forEach(part -> visit(part, first, last));
            }
        }
    }
}
