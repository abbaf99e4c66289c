package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.CLOSINGS_CONTRADICT;
import static dk.sagsflow.verification.finding.FindingCode.FOLLOW_UP_CALENDAR_CLOSED;
import static dk.sagsflow.verification.finding.FindingCode.FOLLOW_UP_NEVER_APPLIES;
import static dk.sagsflow.verification.finding.FindingCode.FOLLOW_UP_NEVER_DUE;
import static dk.sagsflow.verification.finding.FindingCode.FOLLOW_UP_TELLS_NOBODY;
import static dk.sagsflow.verification.finding.FindingCode.FOLLOW_UP_TO_UNKNOWN_GROUP;
import static dk.sagsflow.verification.finding.FindingCode.REMINDER_OVERTAKEN;
import static dk.sagsflow.verification.finding.FindingCode.REPLIES_END_TOO_SOON;
import static dk.sagsflow.verification.finding.FindingCode.REPLIES_NEVER_TOO_LATE;
import static dk.sagsflow.verification.finding.FindingCode.SILENCE_TOO_LONG;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.Replies;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.ServiceMoment;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Deadline;
import dk.sagsflow.verification.subject.PlacedTarget;
import dk.sagsflow.verification.subject.Selection.Part;
import dk.sagsflow.verification.subject.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Follow-up rules: whether they apply, come due, reach somebody, and leave each other room. */
final class FollowUpArea implements Area {
    private static final Duration YEAR = Duration.ofDays(366);
    private static final Condition NEVER = Condition.always().negate();

    @Override
    public void verify(Subject subject, Findings findings) {
        List<Listed> rules = new ArrayList<>();
        for (FollowUpRule rule : subject.model().routing().followUps()) {
            rules.add(new Listed(subject, findings, rules.size(), rule));
        }
        for (Listed listed : rules) {
            listed.verify();
            rules.forEach(other -> closings(listed, other));
            rules.forEach(other -> reminders(subject, findings, listed, other));
            promises(subject, findings, listed, rules);
            replies(subject, findings, listed);
        }
        Instant start = subject.from().atStartOfDay(ZoneOffset.UTC).toInstant();
        Amount replies = replies(subject);
        if (replies.neverOver(start) || replies.neverOver(start.plus(YEAR))) {
            findings.add(
                    REPLIES_NEVER_TOO_LATE,
                    Place.routing("/replies"),
                    "a word of a customer on a case that is over in the year from %s is never too late",
                    subject.from());
        }
    }

    private static Amount replies(Subject subject) {
        Replies replies = subject.model().routing().replies();
        return new Amount(replies.calendar(), replies.within());
    }

    /** Who is told to write again must be heard, and a case must not be written to again only because it is closed. */
    private static void replies(Subject subject, Findings findings, Listed late) {
        Amount inTime = replies(subject);
        if (late.rule().occasion() != FollowUpOccasion.ANSWERED || late.cases().none()) {
            return;
        }
        late.steps().stream()
                .flatMap(amount -> amount.after(inTime, subject).stream())
                .findFirst()
                .ifPresent(start -> findings.add(
                        REPLIES_END_TOO_SOON,
                        late.place(),
                        late.cases().example().startingAt(start),
                        "follow-up rule \"%s\" comes due when a word of the customer is refused as too late",
                        late.rule().name()));
    }

    /** Of two rules that close the same cases the later one never gets to it; a narrower one before it is meant. */
    private static void closings(Listed earlier, Listed later) {
        if (earlier.index() == later.index() || !earlier.sameOccasion(later)) {
            return;
        }
        Optional<Amount> first = earlier.closing();
        Optional<Amount> second = later.closing();
        CaseSet both = earlier.cases().and(later.cases());
        if (first.isEmpty() || second.isEmpty() || both.none() || exception(earlier, later)) {
            return;
        }
        second.get()
                .after(first.get(), earlier.subject())
                .ifPresent(start -> later.findings()
                        .add(
                                CLOSINGS_CONTRADICT,
                                later.place(),
                                both.example().startingAt(start),
                                "follow-up rule \"%s\" never gets to close cases that \"%s\" closes before",
                                later.rule().name(),
                                earlier.rule().name()));
    }

    private static boolean exception(Listed narrow, Listed wide) {
        return narrow.cases().minus(wide.cases()).none()
                && wide.cases().minus(narrow.cases()).some();
    }

    /** What is still to be done when the case is closed is not done. */
    private static void reminders(Subject subject, Findings findings, Listed reminding, Listed closing) {
        Optional<Amount> closed = closing.closing();
        CaseSet both = reminding.cases().and(closing.cases());
        if (!reminding.sameOccasion(closing) || closed.isEmpty() || both.none()) {
            return;
        }
        reminding.reminders().stream()
                .flatMap(amount -> amount.momentLater().after(closed.get(), subject).stream())
                .findFirst()
                .ifPresent(start ->
                        overtaken(findings, reminding, closing, both.example().startingAt(start)));
    }

    private static void overtaken(Findings findings, Listed reminding, Listed closing, Counterexample shown) {
        String words = "follow-up rule \"%s\" comes due when \"%s\" has closed the case";
        findings.add(
                REMINDER_OVERTAKEN,
                reminding.place(),
                shown,
                words,
                reminding.rule().name(),
                closing.rule().name());
    }

    /** A silence must be broken before as much of it as was promised is over; another rule may see to that. */
    private static void promises(Subject subject, Findings findings, Listed late, List<Listed> rules) {
        if (late.rule().occasion() == FollowUpOccasion.SILENCE) {
            subject.organisation().groups().stream()
                    .flatMap(group -> updates(subject, group).stream()
                            .flatMap(part -> tooLate(group, part, late, rules).stream()))
                    .findFirst()
                    .ifPresent(broken -> findings.add(
                            SILENCE_TOO_LONG,
                            late.place(),
                            broken.shown(),
                            "follow-up rule \"%s\" comes due when %s is exceeded",
                            late.rule().name(),
                            broken.target().words()));
        }
    }

    private record BrokenPromise(PlacedTarget target, Counterexample shown) {}

    private static Optional<BrokenPromise> tooLate(SupportGroup group, Part part, Listed late, List<Listed> rules) {
        PlacedTarget target = part.placed();
        Amount promised = new Amount(target.target().calendar(), target.target().budget());
        CaseSet cases = silent(part.cases().and(late.casesAt(group)), group, promised, rules);
        return cases.none()
                ? Optional.empty()
                : late.first()
                        .after(promised, late.subject())
                        .map(start ->
                                new BrokenPromise(target, cases.exampleAt(group).startingAt(start)));
    }

    private static ImmutableList<Part> updates(Subject subject, SupportGroup group) {
        return subject.selection()
                .chosen(Measure.UPDATE_INTERVAL, Span.whole(), group, Optional.empty())
                .selected();
    }

    /** Those of these cases of which no rule breaks the silence in time. */
    private static CaseSet silent(CaseSet cases, SupportGroup group, Amount promised, List<Listed> rules) {
        return rules.stream()
                .filter(rule -> rule.rule().occasion() == FollowUpOccasion.SILENCE)
                .filter(rule -> rule.first().after(promised, rule.subject()).isEmpty())
                .map(rule -> rule.casesAt(group))
                .reduce(cases, CaseSet::minus);
    }

    /** Time on a calendar. */
    private record Amount(ServiceCalendar calendar, Budget budget) {
        /** A start from which this is over after the other; empty if there is none. */
        Optional<Instant> after(Amount other, Subject subject) {
            return subject.starts().late(calendar, budget, other.calendar, other.budget);
        }

        Amount momentLater() {
            return new Amount(calendar, Deadline.Amount.momentLater(budget));
        }

        boolean neverOver(Instant start) {
            return budget.dueOn(calendar, start) instanceof ServiceMoment.Never;
        }
    }

    /** A rule, and where it stands. */
    private record Listed(Subject subject, Findings findings, int index, FollowUpRule rule) {
        void verify() {
            Instant start = subject.from().atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant horizon = start.plus(YEAR);
            applies();
            if (rule.calendar().openIntervals(start, horizon).isEmpty()) {
                String words = "the calendar of follow-up rule \"%s\" does not open in the year from %s";
                findings.add(FOLLOW_UP_CALENDAR_CLOSED, place(), words, rule.name(), subject.from());
            }
            Optional<Amount> last = amount(rule.amounts().size());
            if (last.filter(amount -> amount.neverOver(start) || amount.neverOver(horizon))
                    .isPresent()) {
                String words =
                        "follow-up rule \"%s\" is never through with a case that begins to wait in the year from %s";
                findings.add(FOLLOW_UP_NEVER_DUE, place(), words, rule.name(), subject.from());
            }
            actions().forEach(this::reaches);
        }

        private void applies() {
            if (cases().none()) {
                String words = "no case in %s can be one with %s";
                String when = rule.when().describe();
                findings.add(FOLLOW_UP_NEVER_APPLIES, place(), words, rule.occasion(), when);
            }
        }

        boolean sameOccasion(Listed other) {
            return rule.occasion() == other.rule.occasion() && tier().equals(other.tier());
        }

        Place place() {
            return Place.routing("/followUps/" + index);
        }

        Amount first() {
            return amount(1).orElseThrow();
        }

        /** The times at which something else than closing is done. */
        List<Amount> reminders() {
            List<Amount> all = new ArrayList<>();
            for (int step = 1; step <= rule.amounts().size(); step++) {
                if (!closes(step)) {
                    amount(step).ifPresent(all::add);
                }
            }
            return all;
        }

        /** Every time at which it comes due. */
        List<Amount> steps() {
            return rule.amounts().stream()
                    .map(amount -> new Amount(rule.calendar(), amount))
                    .toList();
        }

        Optional<Amount> closing() {
            int last = rule.amounts().size();
            return closes(last) ? amount(last) : Optional.empty();
        }

        private boolean closes(int step) {
            return (step > rule.times() ? rule.last().orElseThrow().actions() : rule.actions())
                    .stream().anyMatch(FollowUpAction.Close.class::isInstance);
        }

        private Optional<Amount> amount(int step) {
            return Optional.of(new Amount(rule.calendar(), rule.amounts().get(step - 1)));
        }

        private Stream<FollowUpAction> actions() {
            return Stream.concat(
                    rule.actions().stream(), rule.last().stream().flatMap(last -> last.actions().stream()));
        }

        private TierId tier() {
            return rule.handedOverBy().orElseGet(subject.organisation()::contactTier);
        }

        /** The cases that the rule can apply to, wherever they wait. */
        CaseSet cases() {
            if (rule.occasion() == FollowUpOccasion.ANSWERED) {
                return subject.space().where(atNoGroup(rule.when()));
            }
            return subject.organisation().groups().stream()
                    .map(this::casesAt)
                    .reduce(subject.space().none(), CaseSet::or);
        }

        /** The cases that the rule can apply to while this group has them. */
        CaseSet casesAt(SupportGroup group) {
            return waitsAt(group)
                    ? subject.space().where(rule.when(), group).and(subject.handedTo(group))
                    : subject.space().none();
        }

        private boolean waitsAt(SupportGroup group) {
            return switch (rule.occasion()) {
                case ANSWERED -> false;
                case SILENCE -> true;
                // Only those who speak to customers can wait for them.
                case WAITING_FOR_CUSTOMER -> subject.rank(group) <= subject.contactRank();
                case HANDED_OVER ->
                    subject.organisation().tier(tier()).isPresent() && subject.rank(group) > subject.rank(tier());
            };
        }

        private void reaches(FollowUpAction action) {
            if (action instanceof FollowUpAction.NotifyGroup named) {
                subject.organisation().group(named.group()).ifPresentOrElse(this::reads, () -> unknown(named.group()));
            } else if (action instanceof FollowUpAction.NotifyWorkingGroup) {
                subject.organisation().groups().stream()
                        .filter(group -> casesAt(group).some())
                        .forEach(this::reads);
            } else if (action instanceof FollowUpAction.NotifyResponsibleGroup) {
                subject.organisation().groupsAt(tier()).forEach(this::reads);
            }
        }

        private void unknown(GroupId group) {
            String words = "follow-up rule \"%s\" tells %s, which is no group of the organisation";
            findings.add(FOLLOW_UP_TO_UNKNOWN_GROUP, place(), words, rule.name(), group);
        }

        private void reads(SupportGroup group) {
            if (group.mailAddress().isEmpty()) {
                findings.add(
                        FOLLOW_UP_TELLS_NOBODY,
                        place(),
                        "%s has no mail address to be told at by follow-up rule \"%s\"",
                        group.id(),
                        rule.name());
            }
        }
    }

    /** The condition where no group has the case. */
    private static Condition atNoGroup(Condition condition) {
        if (condition instanceof Condition.Is is) {
            return is.field() == CaseField.TIER || is.field() == CaseField.GROUP ? NEVER : is;
        }
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(atNoGroup(not.condition()));
        }
        if (condition instanceof Condition.All all) {
            return new Condition.All(parts(all.conditions()));
        }
        return condition instanceof Condition.Any any ? new Condition.Any(parts(any.conditions())) : condition;
    }

    private static ImmutableList<Condition> parts(List<Condition> conditions) {
        return conditions.stream().map(FollowUpArea::atNoGroup).collect(ImmutableList.toImmutableList());
    }
}
