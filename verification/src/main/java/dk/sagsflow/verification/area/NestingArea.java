package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.PAUSES_DO_NOT_NEST;
import static dk.sagsflow.verification.finding.FindingCode.PAUSE_WITHOUT_EFFECT;
import static dk.sagsflow.verification.finding.FindingCode.TARGET_DOES_NOT_FIT;
import static dk.sagsflow.verification.finding.FindingCode.WAITING_STOPS_NO_CLOCK;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.PlacedTarget;
import dk.sagsflow.verification.subject.Selection.Part;
import dk.sagsflow.verification.subject.Subject;
import dk.sagsflow.verification.subject.Ways;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clocks that run inside others: whether what is promised inside keeps what is promised outside. */
final class NestingArea implements Area {
    @Override
    public void verify(Subject subject, Findings findings) {
        Set<List<PlacedTarget>> seen = new HashSet<>();
        for (Ways.Way way : Iterables.concat(
                subject.ways().all(),
                subject.ways().afterLimits(),
                subject.ways().byHand())) {
            new OnWay(subject, way, seen, findings).verify();
        }
        pauses(subject, findings);
    }

    /** The clocks of the cases of one way that start when they arrive at its last group. */
    private record OnWay(Subject subject, Ways.Way way, Set<List<PlacedTarget>> seen, Findings findings) {
        void verify() {
            List<List<Part>> customer = List.of(around(Measure.RESOLUTION), around(Measure.CLOSURE));
            List<List<Part>> answers = answers();
            List<List<Part>> outside = joined(answers, customer);
            List<List<Part>> silence = joined(List.of(around(Measure.UPDATE_INTERVAL)), customer);
            nest(inside(Measure.FIRST_RESPONSE), silence);
            nest(inside(Measure.UPDATE_INTERVAL), customer);
            nest(inside(Measure.NEXT_RESPONSE), silence);
            nest(inside(Measure.RESOLUTION), customer.subList(1, 2));
            nest(inside(Measure.RESIDENCE), outside);
            nest(inside(Measure.RESIDENCE), List.of(around(Measure.CUMULATIVE_RESIDENCE)));
            nest(inside(Measure.CUMULATIVE_RESIDENCE), joined(answers.subList(atTheTier(), answers.size()), customer));
            nest(inside(Measure.ACCEPTANCE), joined(List.of(around(Measure.RESIDENCE)), outside));
            nest(inside(Measure.ACCEPTANCE), List.of(around(Measure.RESIDENCE), around(Measure.CUMULATIVE_RESIDENCE)));
            if (!answers.isEmpty()) {
                nest(inside(Measure.ANSWER, before(1)), joined(answers.subList(1, answers.size()), customer));
            }
        }

        /** What was promised to each group that handed the case over, the last one first. */
        private List<List<Part>> answers() {
            return IntStream.range(0, way.groups().size() - 1)
                    .mapToObj(back -> chosen(
                            Measure.ANSWER,
                            way.groups().get(way.groups().size() - 1 - back),
                            before(back + 1),
                            OnWay::allThrough))
                    .toList();
        }

        /** How many groups of its tier handed the case on to the last one: the clock of all visits began with the first. */
        private int atTheTier() {
            SupportGroup first = whose(Measure.CUMULATIVE_RESIDENCE, way.last());
            return way.groups().size() - 1 - way.groups().indexOf(first);
        }

        private Optional<SupportGroup> before(int hands) {
            return Optional.of(way.groups().get(way.groups().size() - 1 - hands));
        }

        private static List<List<Part>> joined(List<List<Part>> inner, List<List<Part>> outer) {
            return Stream.concat(inner.stream(), outer.stream()).toList();
        }

        private List<Part> inside(Measure measure) {
            return inside(measure, Optional.empty());
        }

        private List<Part> around(Measure measure) {
            return chosen(measure, way.last(), Optional.empty(), OnWay::allThrough);
        }

        /** Targets whose clocks start with what they measure. */
        private List<Part> inside(Measure measure, Optional<SupportGroup> consumer) {
            return chosen(
                    measure, way.last(), consumer, span -> span.startedBy().isEmpty());
        }

        /** Whether clocks start and end with what they measure: what stops another has no end inside it. */
        private static boolean allThrough(Span span) {
            return span.startedBy().isEmpty() && span.stoppedBy().isEmpty();
        }

        private List<Part> chosen(
                Measure measure, SupportGroup at, Optional<SupportGroup> consumer, Predicate<Span> wanted) {
            return subject.selection().spans(measure).stream()
                    .filter(wanted)
                    .flatMap(
                            span -> subject
                                    .selection()
                                    .chosen(measure, span, whose(measure, at), consumer, way.last())
                                    .selected()
                                    .stream())
                    .toList();
        }

        /** The clock of all visits to a tier is that of the group there which the case came to first. */
        private SupportGroup whose(Measure measure, SupportGroup at) {
            return measure == Measure.CUMULATIVE_RESIDENCE ? way.firstAt(at.tier()) : at;
        }

        /**
         * Holds targets against those around them, from the innermost out. What fits into one that fits farther out fits
         * there too, so that each case is held against the nearest that there is for it.
         *
         * @param around what contains the inner ones, and each what comes before it
         */
        private void nest(List<Part> inner, List<List<Part>> around) {
            for (Part inside : inner) {
                CaseSet left = inside.cases().and(way.cases());
                for (List<Part> outer : around) {
                    left = left.none() ? left : nest(inside, left, outer);
                }
            }
        }

        /** The cases for which none of these targets holds. */
        private CaseSet nest(Part inside, CaseSet cases, List<Part> outer) {
            CaseSet left = cases;
            for (Part outside : outer) {
                CaseSet both = cases.and(outside.cases());
                if (both.some() && seen.add(ImmutableList.of(inside.placed(), outside.placed()))) {
                    nest(inside.placed(), outside.placed(), both);
                }
                left = left.minus(outside.cases());
            }
            return left;
        }

        private void nest(PlacedTarget inner, PlacedTarget outer, CaseSet cases) {
            Counterexample shown = cases.exampleAfter(way.groups());
            subject.starts()
                    .late(inner.target(), outer.target())
                    .ifPresent(start -> findings.add(
                            TARGET_DOES_NOT_FIT,
                            inner.place(),
                            shown.startingAt(start),
                            "%s does not fit into %s: from %s the one is due at %s, the other at %s",
                            inner.words(),
                            outer.words(),
                            local(inner.target(), start),
                            due(inner.target(), start),
                            due(outer.target(), start)));
            nestPauses(inner, outer, shown);
        }

        private void nestPauses(PlacedTarget inner, PlacedTarget outer, Counterexample shown) {
            Set<String> only = Sets.difference(pauses(inner.target()), pauses(outer.target()));
            if (!only.isEmpty() && outer.target().budget() instanceof Budget.ServiceTime) {
                String words = "%s pauses for %s, and %s runs on";
                findings.add(PAUSES_DO_NOT_NEST, inner.place(), shown, words, inner.words(), only, outer.words());
            }
        }

        private static ImmutableSet<String> pauses(Target target) {
            return Stream.concat(
                            target.pausedBy().stream().map(WaitingFor::name),
                            target.span().pausedBetween().stream()
                                    .map(pause -> "what comes between " + pause.from() + " and " + pause.until()))
                    .collect(ImmutableSet.toImmutableSet());
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

    /** Why the clock never runs while its case waits for the customer; empty if it can. */
    private static Optional<String> idlePause(Subject subject, PlacedTarget placed) {
        Measure measure = placed.target().measure();
        if (measure == Measure.FIRST_RESPONSE || measure == Measure.NEXT_RESPONSE) {
            return Optional.of("who was spoken to then");
        }
        List<SupportGroup> providers = subject.organisation().groups().stream()
                .filter(group -> placed.agreement().provider().includes(Subject.station(group)))
                .toList();
        boolean above = providers.stream().allMatch(group -> subject.rank(group) > subject.contactRank());
        return above && !measure.concernsCustomer() && !providers.isEmpty()
                ? Optional.of("for whom only groups up to the contact tier wait (R04)")
                : Optional.empty();
    }

    private static void pauses(Subject subject, Findings findings) {
        Set<WaitingFor> unused = EnumSet.allOf(WaitingFor.class);
        for (PlacedTarget placed : subject.selection().targets()) {
            unused.removeAll(placed.target().pausedBy());
            if (placed.target().pausedBy().contains(WaitingFor.CUSTOMER)) {
                idlePause(subject, placed)
                        .ifPresent(why -> findings.add(
                                PAUSE_WITHOUT_EFFECT,
                                Place.agreements(placed.place().pointer() + "/pausedBy"),
                                "%s pauses for the customer, %s",
                                placed.words(),
                                why));
            }
        }
        if (!unused.isEmpty() && !subject.selection().targets().isEmpty()) {
            Place place = Place.agreements("/agreements");
            findings.add(WAITING_STOPS_NO_CLOCK, place, "no target pauses for %s", unused);
        }
    }
}
