package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.SPAN_KIND_WITHOUT_EFFECT;
import static dk.sagsflow.verification.finding.FindingCode.SPAN_NEVER_COUNTS;
import static dk.sagsflow.verification.finding.FindingCode.SPAN_NEVER_STARTS;
import static dk.sagsflow.verification.finding.FindingCode.SPAN_STOPS_AS_IT_STARTS;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.subject.PlacedTarget;
import dk.sagsflow.verification.subject.Subject;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Spans of targets: whether the events that they name can happen where they would start, stop or pause a clock. */
final class SpanArea implements Area {
    /** A case begins with its registration, and personal data is erased once it is over. */
    private static final ImmutableSet<EventKind> NEVER_WHILE_A_CLOCK_RUNS =
            ImmutableSet.of(EventKind.REGISTERED, EventKind.PERSONAL_DATA_ERASED);

    private static final ImmutableSet<EventKind> MOVES = ImmutableSet.of(
            EventKind.HANDED_OVER, EventKind.ANSWERED, EventKind.GIVEN_BACK, EventKind.REOPENED, EventKind.CLOSED);

    @Override
    public void verify(Subject subject, Findings findings) {
        for (PlacedTarget placed : subject.selection().targets()) {
            new OfTarget(subject, placed, findings).verify();
        }
    }

    /** The span of one target. */
    private record OfTarget(Subject subject, PlacedTarget placed, Findings findings) {
        void verify() {
            Span span = placed.target().span();
            Measure measure = placed.target().measure();
            Set<EventKind> starting = Sets.intersection(span.startedBy(), starting(measure));
            if (starting.isEmpty() && !span.startedBy().isEmpty()) {
                neverStarts(span, measure);
            } else {
                idle("startedBy", Sets.difference(span.startedBy(), starting));
            }
            idle("stoppedBy", Sets.difference(span.stoppedBy(), stopping(measure)));
            span.pausedBetween().stream()
                    .map(pause -> Sets.intersection(pause.until(), NEVER_WHILE_A_CLOCK_RUNS))
                    .forEach(kinds -> idle("pausedBetween", kinds));
            both(Sets.intersection(span.startedBy(), span.stoppedBy()));
            standing(span, measure);
        }

        /** A clock that its pauses hold from its start for as long as it could run, however the case came. */
        private void standing(Span span, Measure measure) {
            if (span.pausedBetween().isEmpty()) {
                return;
            }
            Set<EventKind> starts = span.startedBy().isEmpty()
                    ? Sets.intersection(beginning(measure), atFirst(measure))
                    : Sets.intersection(span.startedBy(), starting(measure));
            // Where a case is answered at once, the answer ends what it is measured for.
            Set<EventKind> going = Sets.difference(
                    stopping(measure), Sets.union(span.stoppedBy(), ImmutableSet.of(EventKind.ANSWERED)));
            Set<EventKind> standing = starts.stream()
                    .filter(start -> standing(span, start, going))
                    .collect(ImmutableSet.toImmutableSet());
            if (!standing.isEmpty()) {
                neverCounts(standing.equals(starts) ? "" : " that begins with " + names(standing));
            }
        }

        private void neverCounts(String whichOnes) {
            findings.add(
                    SPAN_NEVER_COUNTS,
                    place("pausedBetween"),
                    "the clock of %s never counts%s: its pauses begin with it, and nothing that they last until"
                            + " happens before it ends",
                    placed.words(),
                    whichOnes);
        }

        /** How a case can come that has not come before; a word of the customer's comes later. */
        private Set<EventKind> atFirst(Measure measure) {
            if (measure.concernsCustomer()) {
                return ImmutableSet.of(EventKind.REGISTERED, EventKind.NOTE_ADDED);
            }
            Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
            List<SupportGroup> bound = subject.organisation().groups().stream()
                    .filter(group -> placed.agreement().provider().includes(Subject.station(group)))
                    .filter(this::holdsAt)
                    .toList();
            if (bound.stream().anyMatch(subject.registering()::contains)) {
                kinds.add(EventKind.REGISTERED);
            }
            if (bound.stream().anyMatch(this::handedOverTo)) {
                kinds.add(EventKind.HANDED_OVER);
            }
            return kinds;
        }

        /** Whether it can hold while this group has the case; some clocks of a group go on while another one has it. */
        private boolean holdsAt(SupportGroup group) {
            return subject.selection().goesByWhoHasIt(placed.target().measure())
                    || subject.space().where(placed.ranked().appliesTo(), group).some();
        }

        private boolean handedOverTo(SupportGroup group) {
            return subject.handOvers().reached().stream()
                    .anyMatch(from -> subject.handOvers().allowed(from, group).some());
        }

        /** Whether some pause is under way whatever happens; before the start, a case was registered at least. */
        private static boolean standing(Span span, EventKind start, Set<EventKind> going) {
            Set<Set<Span.Break>> seen = new HashSet<>();
            Deque<Set<Span.Break>> next = new ArrayDeque<>();
            next.add(after(start, after(EventKind.REGISTERED, ImmutableSet.of(), span), span));
            while (!next.isEmpty()) {
                Set<Span.Break> paused = next.remove();
                if (paused.isEmpty()) {
                    return false;
                }
                if (seen.add(paused)) {
                    going.forEach(kind -> next.add(after(kind, paused, span)));
                }
            }
            return true;
        }

        private static Set<Span.Break> after(EventKind kind, Set<Span.Break> paused, Span span) {
            return span.pausedBetween().stream()
                    .filter(pause -> pause.from().contains(kind)
                            || (paused.contains(pause) && !pause.until().contains(kind)))
                    .collect(ImmutableSet.toImmutableSet());
        }

        private void neverStarts(Span span, Measure measure) {
            String words = "the clock of %s never starts: %s never happens while there is %s to measure";
            findings.add(
                    SPAN_NEVER_STARTS, place("startedBy"), words, placed.words(), names(span.startedBy()), measure);
        }

        private void both(Set<EventKind> both) {
            if (!both.isEmpty()) {
                String words = "%s starts the clock of %s and stops it the next time";
                findings.add(SPAN_STOPS_AS_IT_STARTS, place("stoppedBy"), words, names(both), placed.words());
            }
        }

        private void idle(String member, Set<EventKind> kinds) {
            if (!kinds.isEmpty()) {
                findings.add(
                        SPAN_KIND_WITHOUT_EFFECT,
                        place(member),
                        "%s changes nothing for the clock of %s",
                        names(kinds),
                        placed.words());
            }
        }

        private Place place(String member) {
            return Place.agreements(placed.place().pointer() + "/" + member);
        }

        private static String names(Set<EventKind> kinds) {
            return String.join(
                    " or ", kinds.stream().map(EventKind::typeName).sorted().toList());
        }
    }

    /** Kinds after which there can be something to measure. */
    private static ImmutableSet<EventKind> starting(Measure measure) {
        return Sets.union(beginning(measure), Sets.difference(stopping(measure), ImmutableSet.of(EventKind.CLOSED)))
                .immutableCopy();
    }

    private static ImmutableSet<EventKind> beginning(Measure measure) {
        return switch (measure) {
            case FIRST_RESPONSE, RESOLUTION, CLOSURE, UPDATE_INTERVAL ->
                ImmutableSet.of(EventKind.REGISTERED, EventKind.REOPENED);
            case NEXT_RESPONSE -> ImmutableSet.of(EventKind.NOTE_ADDED, EventKind.REOPENED);
            case ANSWER -> ImmutableSet.of(EventKind.HANDED_OVER);
            case ACCEPTANCE, RESIDENCE, CUMULATIVE_RESIDENCE ->
                ImmutableSet.of(
                        EventKind.REGISTERED,
                        EventKind.HANDED_OVER,
                        EventKind.ANSWERED,
                        EventKind.GIVEN_BACK,
                        EventKind.REOPENED);
        };
    }

    /** Kinds that can come while there is something to measure, and do not end it in any case. */
    private static ImmutableSet<EventKind> stopping(Measure measure) {
        Set<EventKind> ending = switch (measure) {
            case FIRST_RESPONSE, RESOLUTION, UPDATE_INTERVAL, ANSWER ->
                ImmutableSet.of(EventKind.CLOSED, EventKind.REOPENED);
            case CLOSURE, NEXT_RESPONSE -> ImmutableSet.of(EventKind.CLOSED);
            case ACCEPTANCE ->
                Sets.union(MOVES, ImmutableSet.of(EventKind.ACCEPTED, EventKind.ASSIGNED, EventKind.UNASSIGNED));
            case RESIDENCE -> MOVES;
            case CUMULATIVE_RESIDENCE -> ImmutableSet.of();
        };
        return Arrays.stream(EventKind.values())
                .filter(kind -> !ending.contains(kind) && !NEVER_WHILE_A_CLOCK_RUNS.contains(kind))
                .collect(ImmutableSet.toImmutableSet());
    }
}
