package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.ESCALATION_DEAD_END;
import static dk.sagsflow.verification.finding.FindingCode.ESCALATION_FINDS_NOBODY;
import static dk.sagsflow.verification.finding.FindingCode.ESCALATION_TO_CLOSED_GROUP;
import static dk.sagsflow.verification.finding.FindingCode.ESCALATION_WITHOUT_SYSTEM;
import static dk.sagsflow.verification.finding.FindingCode.LIMIT_NOT_ESCALATED;
import static dk.sagsflow.verification.finding.FindingCode.NO_LEAD;
import static dk.sagsflow.verification.finding.FindingCode.NO_LEAD_FOR_CUSTOMERS;
import static dk.sagsflow.verification.finding.FindingCode.TELLS_NOBODY;
import static dk.sagsflow.verification.finding.FindingCode.THRESHOLDS_COINCIDE;
import static dk.sagsflow.verification.finding.FindingCode.THRESHOLDS_OUT_OF_ORDER;
import static dk.sagsflow.verification.finding.FindingCode.THRESHOLD_AT_START;
import static dk.sagsflow.verification.finding.FindingCode.THRESHOLD_SILENT;
import static dk.sagsflow.verification.finding.FindingCode.THRESHOLD_TWICE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.handover.NextTier;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.PlacedTarget;
import dk.sagsflow.verification.subject.Selection.Part;
import dk.sagsflow.verification.subject.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Thresholds: in which order they are passed, whom they tell, and where they send a case. */
final class EscalationArea implements Area {
    /** What only those can keep who talk with the customer, whoever works on the case (R04). */
    private static final ImmutableSet<Measure> OF_WORDS =
            Sets.immutableEnumSet(Measure.FIRST_RESPONSE, Measure.NEXT_RESPONSE, Measure.UPDATE_INTERVAL);

    @Override
    public void verify(Subject subject, Findings findings) {
        for (PlacedTarget placed : subject.selection().targets()) {
            new OfTarget(subject, placed, findings).verify();
        }
    }

    /** The thresholds of one target. */
    private record OfTarget(Subject subject, PlacedTarget placed, Findings findings) {
        void verify() {
            List<Threshold> thresholds = target().thresholds();
            for (int i = 0; i < thresholds.size(); i++) {
                threshold(i, thresholds);
            }
            boolean escalated = thresholds.stream()
                    .anyMatch(threshold -> !threshold.actions().isEmpty() && !early(threshold));
            if (!escalated) {
                String words = "nothing happens when %s is exceeded";
                findings.add(LIMIT_NOT_ESCALATED, placed.place(), words, placed.words());
            }
        }

        private void threshold(int index, List<Threshold> thresholds) {
            Threshold threshold = thresholds.get(index);
            order(thresholds, index);
            if (threshold.actions().isEmpty()) {
                String point = threshold.at().describe();
                findings.add(THRESHOLD_SILENT, place(index), "nobody is told when %s is passed", point);
            } else {
                somebody(index);
            }
            threshold.actions().forEach(action -> action(index, action));
        }

        private Target target() {
            return placed.target();
        }

        private Place place(int threshold) {
            return placed.place(threshold);
        }

        private Duration amount(Threshold threshold) {
            return target().budget() instanceof Budget.ServiceTime time
                    ? threshold.at().of(time.amount())
                    : Duration.ZERO;
        }

        private boolean early(Threshold threshold) {
            return target().budget() instanceof Budget.ServiceTime time
                    && amount(threshold).compareTo(time.amount()) < 0;
        }

        private void order(List<Threshold> thresholds, int index) {
            Threshold threshold = thresholds.get(index);
            String point = threshold.at().describe();
            if (thresholds.subList(0, index).stream()
                    .anyMatch(before -> before.at().describe().equals(point))) {
                String words = "there is a threshold at %s already; this one is never recorded";
                findings.add(THRESHOLD_TWICE, place(index), words, point);
                return;
            }
            if (index > 0) {
                after(thresholds.get(index - 1), index);
            }
            if (threshold.at() instanceof Threshold.Offset
                    && target().budget() instanceof Budget.ServiceTime
                    && amount(threshold).isZero()) {
                String words = "%s is as long as the budget, or longer: it is passed at once";
                findings.add(THRESHOLD_AT_START, place(index), words, point);
            }
        }

        private void after(Threshold before, int index) {
            Threshold threshold = target().thresholds().get(index);
            int compared = amount(before).compareTo(amount(threshold));
            String point = threshold.at().describe();
            String earlier = before.at().describe();
            if (compared > 0) {
                String words = "%s is passed before %s, which is listed before it";
                findings.add(THRESHOLDS_OUT_OF_ORDER, place(index), words, point, earlier);
            } else if (compared == 0) {
                String words = "%s is passed at the same moment as %s";
                findings.add(THRESHOLDS_COINCIDE, place(index), words, point, earlier);
            }
        }

        private void action(int index, ThresholdAction action) {
            if (action instanceof ThresholdAction.EscalateToLead) {
                groups().filter(group -> group.lead().isEmpty()).forEach(group -> leaderless(index, group));
            } else if (action instanceof ThresholdAction.EscalateFunctionally) {
                groups().filter(this::promised).forEach(group -> escalate(index, group));
            } else if (action instanceof ThresholdAction.NotifyGroup told) {
                subject.organisation().group(told.group()).stream().forEach(group -> reads(index, group));
            } else if (action instanceof ThresholdAction.NotifyWorkingGroup) {
                groups().forEach(group -> reads(index, group));
            }
        }

        private void leaderless(int index, SupportGroup group) {
            FindingCode code = target().measure().concernsCustomer() ? NO_LEAD_FOR_CUSTOMERS : NO_LEAD;
            findings.add(code, place(index), "%s has no lead to escalate to", group.id());
        }

        /**
         * What cannot be handed over, and what the groups that are told do not read, is told to a lead, of the late group or else of
         * the contact tier's entrance, or to the duty.
         */
        private void somebody(int index) {
            GroupId entrance = subject.organisation().contactEntrance();
            boolean contact = subject.organisation()
                    .group(entrance)
                    .flatMap(SupportGroup::lead)
                    .isPresent();
            if (contact || !subject.organisation().duty().isEmpty()) {
                return;
            }
            List<ThresholdAction> actions = target().thresholds().get(index).actions();
            if (actions.stream().anyMatch(OfTarget::escalates)) {
                silent(anywhere(), actions)
                        .findFirst()
                        .ifPresent(group -> findings.add(
                                ESCALATION_FINDS_NOBODY,
                                place(index),
                                "neither %s nor %s has a lead, and the organisation has no duty",
                                group.id(),
                                entrance));
            } else {
                silent(late(), actions)
                        .forEach(group -> findings.add(
                                ESCALATION_FINDS_NOBODY,
                                subject.place(group),
                                "nobody can be told of limits of %s: who is told reads no mail, neither it nor %s has a"
                                        + " lead, and the organisation has no duty",
                                group.id(),
                                entrance));
            }
        }

        /** Those of these groups of which nobody reads what a threshold tells. */
        private Stream<SupportGroup> silent(Stream<SupportGroup> groups, List<ThresholdAction> actions) {
            return groups.filter(group -> group.lead().isEmpty())
                    .filter(group -> actions.stream().noneMatch(action -> Told.somebody(subject, action, group)));
        }

        /** Whose limit it may be: of words with the customer those who promised them, if cases come by one of these. */
        private Stream<SupportGroup> late() {
            boolean words = OF_WORDS.contains(target().measure())
                    && subject.organisation()
                            .groupsAt(subject.organisation().contactTier())
                            .allMatch(this::promised);
            return anywhere()
                    .filter(group -> cases(group).some())
                    .filter(group -> !words || promised(group) || subject.rank(group) < subject.contactRank());
        }

        private static boolean escalates(ThresholdAction action) {
            return action instanceof ThresholdAction.EscalateToLead
                    || action instanceof ThresholdAction.EscalateFunctionally;
        }

        /** Every group that may have the case, led there or brought by hand. */
        private Stream<SupportGroup> anywhere() {
            return target().measure().concernsCustomer() ? subject.organisation().groups().stream() : groups();
        }

        private void reads(int index, SupportGroup group) {
            if (group.mailAddress().isEmpty()) {
                findings.add(TELLS_NOBODY, place(index), "%s has no mail address to be told at", group.id());
            }
        }

        /** Those that may have the case when the threshold is passed. */
        private Stream<SupportGroup> groups() {
            if (!target().measure().concernsCustomer()) {
                Set<SupportGroup> promised = subject.organisation().groups().stream()
                        .filter(this::promised)
                        .collect(Collectors.toSet());
                return subject.organisation().groups().stream()
                        .filter(group -> promised.contains(group) || comesFrom(promised, group));
            }
            return subject.handOvers().reached().stream()
                    .filter(group -> subject.rank(group) >= subject.contactRank())
                    .filter(group -> cases(group).some());
        }

        /** The clock of all visits to a tier runs on for whoever has a case that came to one of these first. */
        private boolean comesFrom(Set<SupportGroup> promised, SupportGroup group) {
            return target().measure() == Measure.CUMULATIVE_RESIDENCE
                    && promised.stream()
                            .anyMatch(first -> first.tier().equals(group.tier())
                                    && subject.handOvers().first(group).contains(first));
        }

        private boolean promised(SupportGroup group) {
            return placed.agreement().provider().includes(Subject.station(group));
        }

        /** The cases under this target that the group can have, whoever handed them over. */
        private CaseSet cases(SupportGroup group) {
            return whose(group).stream()
                    .flatMap(first -> consumers(group).stream()
                            .map(consumer -> subject.selection()
                                    .chosen(target().measure(), target().span(), first, consumer, group)
                                    .of(placed)))
                    .reduce(subject.space().none(), CaseSet::or)
                    .and(subject.handedTo(group));
        }

        private List<SupportGroup> whose(SupportGroup group) {
            return target().measure() == Measure.CUMULATIVE_RESIDENCE
                    ? subject.handOvers().first(group).stream()
                            .filter(this::promised)
                            .toList()
                    : List.of(group);
        }

        /** To whom an answer is promised: what is promised to one may go before what is promised to another. */
        private List<Optional<SupportGroup>> consumers(SupportGroup group) {
            return target().measure() == Measure.ANSWER
                    ? subject.selection().consuming().stream()
                            .filter(from -> !from.equals(group) && subject.rank(from) <= subject.rank(group))
                            .map(Optional::of)
                            .toList()
                    : List.of(Optional.empty());
        }

        /** As the desk decides: the first door that takes a case gets it. */
        private void escalate(int index, SupportGroup group) {
            CaseSet left = cases(group);
            CaseSet welcome = subject.space().none();
            for (NextTier.Door door : subject.nextTier().doors(Subject.station(group))) {
                CaseSet taken = left.and(subject.space().where(door.takes(), group));
                left = left.minus(taken);
                welcome = welcome.or(subject.space().where(door.mayHave(), group));
                closed(index, group, door.group(), taken);
            }
            stays(index, group, left.minus(welcome), ESCALATION_DEAD_END, "the case");
            stays(index, group, left.and(welcome), ESCALATION_WITHOUT_SYSTEM, "a case of no known system");
        }

        private void stays(int index, SupportGroup group, CaseSet cases, FindingCode code, String what) {
            if (cases.some()) {
                String words = "nobody at the tier beyond %s takes %s";
                findings.add(code, place(index), cases.exampleAt(group), words, group.id(), what);
            }
        }

        private List<Part> chosen(Measure measure, SupportGroup at) {
            return subject.selection()
                    .chosen(measure, Span.whole(), at, Optional.empty())
                    .selected();
        }

        private void closed(int index, SupportGroup group, SupportGroup receiver, CaseSet cases) {
            if (!(target().budget() instanceof Budget.ServiceTime)
                    || !target().span().startedBy().isEmpty()) {
                return;
            }
            for (Part outer : Iterables.concat(chosen(Measure.RESOLUTION, group), chosen(Measure.CLOSURE, group))) {
                Optional<Counterexample> shown = Stream.of(Measure.RESIDENCE, Measure.CUMULATIVE_RESIDENCE)
                        .flatMap(measure -> chosen(measure, receiver).stream())
                        .flatMap(there -> closed(index, cases.and(outer.cases()), there, outer).stream())
                        .findFirst();
                if (shown.isPresent()) {
                    String words = "%s is closed when the case comes from %s, until %s is exceeded";
                    String limit = outer.placed().words();
                    Counterexample from = shown.get().after(ImmutableList.of(group.id()));
                    findings.add(
                            ESCALATION_TO_CLOSED_GROUP, place(index), from, words, receiver.id(), group.id(), limit);
                    return;
                }
            }
        }

        private Optional<Counterexample> closed(int index, CaseSet cases, Part there, Part outer) {
            CaseSet both = cases.and(there.cases());
            Duration used = amount(target().thresholds().get(index));
            ServiceCalendar arrival = there.placed().target().calendar();
            Target limit = outer.placed().target();
            return both.none()
                    ? Optional.empty()
                    : subject.starts()
                            .closedOnArrival(target(), used, arrival, limit)
                            .map(start -> both.example().startingAt(start));
        }
    }
}
