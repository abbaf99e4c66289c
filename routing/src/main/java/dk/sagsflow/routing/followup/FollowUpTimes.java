package dk.sagsflow.routing.followup;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/** When a rule comes due: amounts of one sort, counted from the beginning of the occasion, so that nothing drifts. */
final class FollowUpTimes {
    private FollowUpTimes() {}

    /** Refuses amounts that cannot be added up, and repetitions without a time between them. */
    static void check(FollowUpRule rule) {
        checkSort(rule, rule.every());
        rule.last().ifPresent(last -> checkSort(rule, last.after()));
        checkArgument(
                rule.times() == 1 || !instantaneous(rule.every()),
                "follow-up rule \"%s\" comes due %s times with no time between them",
                rule.name(),
                rule.times());
        Budget unused = amount(rule, steps(rule));
    }

    private static void checkSort(FollowUpRule rule, Budget amount) {
        checkArgument(
                amount instanceof Budget.ServiceTime == rule.after() instanceof Budget.ServiceTime,
                "follow-up rule \"%s\" counts service time and working days; it can count one of them",
                rule.name());
    }

    private static boolean instantaneous(Budget amount) {
        return amount instanceof Budget.InWorkingDays days && days.limit().days() == 0;
    }

    /** The amount after which a rule comes due for this time, from 1; one more than its times is the last step. */
    static Budget amount(FollowUpRule rule, int repetition) {
        int regular = Math.min(repetition, rule.times());
        Budget amount = plus(rule.after(), rule.every(), regular - 1);
        return repetition > rule.times()
                ? plus(amount, rule.last().orElseThrow().after(), 1)
                : amount;
    }

    static ImmutableList<Budget> amounts(FollowUpRule rule) {
        return IntStream.rangeClosed(1, steps(rule))
                .mapToObj(repetition -> amount(rule, repetition))
                .collect(ImmutableList.toImmutableList());
    }

    private static Budget plus(Budget amount, Budget more, int times) {
        if (times == 0) {
            return amount;
        }
        if (amount instanceof Budget.ServiceTime time) {
            Duration added = ((Budget.ServiceTime) more).amount().multipliedBy(times);
            return Budget.of(time.amount().plus(added));
        }
        WorkingDays days = ((Budget.InWorkingDays) amount).limit();
        WorkingDays added = ((Budget.InWorkingDays) more).limit();
        return new Budget.InWorkingDays(new WorkingDays(
                days.days() + added.days() * times,
                days.buffer().plus(added.buffer().multipliedBy(times))));
    }

    /** How many times there are, the last step among them. */
    static int steps(FollowUpRule rule) {
        return rule.times() + (rule.last().isPresent() ? 1 : 0);
    }

    /** When so much time after the beginning is over, in opening hours if the rule is held to them; empty if never. */
    static Optional<Instant> due(FollowUpRule rule, Instant began, int repetition) {
        ServiceCalendar calendar = rule.calendar();
        Optional<Instant> due = amount(rule, repetition).dueOn(calendar, began).instant();
        return due.flatMap(instant ->
                rule.heldToOpeningHours() ? calendar.nextOpening(instant).instant() : Optional.of(instant));
    }
}
