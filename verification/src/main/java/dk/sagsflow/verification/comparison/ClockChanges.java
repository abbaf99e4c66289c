package dk.sagsflow.verification.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Deadline;
import dk.sagsflow.verification.subject.PlacedTarget;
import dk.sagsflow.verification.subject.Selection;
import dk.sagsflow.verification.subject.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What clocks show otherwise, and whom they have told. Not thread-safe. */
final class ClockChanges {
    private static final Duration MOMENT = Duration.ofNanos(1);

    private static final ImmutableSet<Measure> FROM_REGISTRATION =
            Sets.immutableEnumSet(Measure.FIRST_RESPONSE, Measure.RESOLUTION, Measure.CLOSURE);

    private final Both both;
    private final Changes changes;
    private final Map<List<Object>, Optional<Instant>> known = new HashMap<>();

    /** A target that holds for some cases; none if none does. */
    private record Holding(Optional<PlacedTarget> placed, CaseSet cases) {}

    /** Whose clock it is, who handed the case over, and who has it. */
    private record Clock(Both.Pair at, Optional<Both.Pair> consumer, Both.Pair here) {
        Selection.Chosen chosen(Subject subject, Function<Both.Pair, SupportGroup> group, Measure measure, Span span) {
            return subject.selection().chosen(measure, span, group.apply(at), consumer.map(group), group.apply(here));
        }
    }

    /** Where a clock runs, in words, and since when its agreements are in force. */
    private record Where(Measure measure, Both.Pair at, Instant begun, Instant end) {}

    ClockChanges(Both both, Changes changes) {
        this.both = both;
        this.changes = changes;
    }

    void find() {
        for (Measure measure : Measure.values()) {
            boolean elsewhere = both.before().selection().goesByWhoHasIt(measure)
                    || both.after().selection().goesByWhoHasIt(measure);
            for (Both.Pair at : both.groups()) {
                for (Both.Pair here : elsewhere ? both.groups() : ImmutableList.of(at)) {
                    consumers(measure, at).forEach(consumer -> find(measure, new Clock(at, consumer, here)));
                }
            }
        }
    }

    private Stream<Optional<Both.Pair>> consumers(Measure measure, Both.Pair at) {
        return measure == Measure.ANSWER
                ? both.groups().stream()
                        .filter(from -> !from.id().equals(at.id())
                                && both.after().rank(from.after())
                                        <= both.after().rank(at.after()))
                        .map(Optional::of)
                : Stream.of(Optional.empty());
    }

    private void find(Measure measure, Clock clock) {
        Sets.SetView<Span> spans = Sets.union(
                both.before().selection().spans(measure),
                both.after().selection().spans(measure));
        for (Span span : spans) {
            List<Holding> was = holding(clock.chosen(both.before(), Both.Pair::before, measure, span));
            List<Holding> is = holding(clock.chosen(both.after(), Both.Pair::after, measure, span));
            for (Instant begun : both.after().registrations()) {
                Instant next = both.after().registrations().higher(begun);
                Instant end = next == null ? Instant.MAX : next.minus(MOMENT);
                compare(new Where(measure, clock.here(), begun, end), was, is);
            }
        }
    }

    private static List<Holding> holding(Selection.Chosen chosen) {
        return Stream.concat(
                        chosen.selected().stream().map(part -> new Holding(Optional.of(part.placed()), part.cases())),
                        Stream.of(new Holding(Optional.empty(), chosen.left())))
                .filter(holding -> holding.cases().some())
                .toList();
    }

    private void compare(Where where, List<Holding> was, List<Holding> is) {
        CaseSet here = both.handedTo(where.at()).and(both.registered(where.begun()));
        for (Holding before : was) {
            CaseSet some = here.and(before.cases());
            for (Holding after : some.some() ? is : ImmutableList.<Holding>of()) {
                CaseSet cases = some.and(after.cases());
                if (cases.some()) {
                    compare(where, cases, before.placed(), after.placed());
                }
            }
        }
    }

    private void compare(Where where, CaseSet cases, Optional<PlacedTarget> was, Optional<PlacedTarget> is) {
        SupportGroup at = where.at().after();
        Counterexample shown = cases.exampleAt(at);
        if (was.isPresent() && is.isPresent()) {
            new OfTargets(where, cases, was.get(), is.get()).compare();
        } else if (was.isPresent()) {
            changes.add(ModelChange.Kind.DUE, cases, shown, name(where, was.get()) + " is promised no more");
        } else {
            is.ifPresent(now ->
                    changes.add(ModelChange.Kind.DUE, cases, shown, name(where, now) + " is promised, and was not"));
        }
    }

    private static String name(Where where, PlacedTarget placed) {
        return where.measure() + " by " + placed.words();
    }

    /** Two targets that hold for the same cases, one before and one after. */
    private final class OfTargets {
        private final Where where;
        private final CaseSet cases;
        private final PlacedTarget was;
        private final PlacedTarget is;
        private final Counterexample shown;

        OfTargets(Where where, CaseSet cases, PlacedTarget was, PlacedTarget is) {
            this.where = where;
            this.cases = cases;
            this.was = was;
            this.is = is;
            this.shown = cases.exampleAt(where.at().after());
        }

        void compare() {
            differing()
                    .ifPresent(start -> changes.add(
                            ModelChange.Kind.DUE,
                            cases,
                            shown.startingAt(start),
                            "from " + local(was.target(), start) + " " + where.measure() + " was due at "
                                    + due(was.target(), start) + " by " + was.words() + ", and is due at "
                                    + due(is.target(), start) + (sameName() ? "" : " by " + is.words())));
            handled("pauses for", pauses(was), pauses(is));
            handled(
                    "on a change does",
                    was.agreement().onChange(),
                    is.agreement().onChange());
            handled(
                    "on reopening does",
                    was.agreement().onReopening(),
                    is.agreement().onReopening());
            told();
        }

        private boolean sameName() {
            return was.words().equals(is.words());
        }

        /** A start from which they are not due at one time. */
        private Optional<Instant> differing() {
            Deadline.Amount one =
                    Deadline.Amount.of(was.target().calendar(), was.target().budget());
            Deadline.Amount other =
                    Deadline.Amount.of(is.target().calendar(), is.target().budget());
            if (one.equals(other)) {
                return Optional.empty();
            }
            return known.computeIfAbsent(
                    ImmutableList.of(one, other, where.begun(), end()),
                    unused -> late(one, other).or(() -> late(other, one)));
        }

        /** Only what begins with the registration, and never again, begins while the version is the one for new cases. */
        private Instant end() {
            boolean once = FROM_REGISTRATION.contains(where.measure())
                    && Stream.of(was, is)
                            .allMatch(
                                    placed -> placed.target().span().startedBy().isEmpty()
                                            && placed.agreement().onReopening() == ReopeningPolicy.CONTINUE);
            return once ? where.end() : Instant.MAX;
        }

        private Optional<Instant> late(Deadline.Amount one, Deadline.Amount other) {
            return both.after().starts().late(ImmutableList.of(one), other, where.begun(), end());
        }

        private void handled(String what, Object then, Object now) {
            if (!then.equals(now)) {
                changes.add(
                        ModelChange.Kind.CLOCK,
                        cases,
                        shown,
                        "the clock of " + is.words() + " " + what + " " + now + ", and "
                                + (sameName() ? "" : "that of " + was.words() + " ") + "did " + then);
            }
        }

        private static ImmutableList<WaitingFor> pauses(PlacedTarget placed) {
            return ImmutableList.sortedCopyOf(placed.target().pausedBy());
        }

        /** Amounts are told as they are written, so that half of another budget is another time. */
        private void told() {
            if (!was.target().thresholds().equals(is.target().thresholds())) {
                changes.add(
                        ModelChange.Kind.TOLD,
                        cases,
                        shown,
                        "of " + where.measure() + " is told " + telling(is.target()) + " by " + is.words()
                                + ", and was " + telling(was.target()) + (sameName() ? "" : " by " + was.words()));
            }
        }

        private static String telling(Target target) {
            return target.thresholds().stream()
                    .map(threshold -> threshold.at().describe() + " " + ActionWords.of(threshold.actions())
                            + (threshold.heldToOpeningHours() ? " in opening hours" : ""))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    private static String due(Target target, Instant start) {
        return target.due(start).instant().map(at -> local(target, at)).orElse("never");
    }

    private static String local(Target target, Instant instant) {
        ZonedDateTime time = instant.atZone(target.calendar().zone());
        String day = time.getDayOfWeek().name();
        return day.charAt(0) + day.substring(1).toLowerCase(Locale.ROOT) + " " + time.toLocalDateTime();
    }
}
