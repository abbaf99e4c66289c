package dk.sagsflow.verification.comparison;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.WorkingDays;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is done otherwise about cases that wait. */
record FollowUpChanges(Both both, Changes changes) {
    void find() {
        both.groups().forEach(this::followUps);
    }

    /** Each thing that is done, for the cases of all rules that do it: what two rules do is done twice. */
    private void followUps(Both.Pair at) {
        ImmutableList<FollowUpRule> was = both.before().model().routing().followUps();
        ImmutableList<FollowUpRule> is = both.after().model().routing().followUps();
        Stream.concat(was.stream(), is.stream())
                .map(FollowUpChanges::deed)
                .distinct()
                .forEach(deed -> followUps(
                        at,
                        followed(both.before(), at.before(), was, deed),
                        followed(both.after(), at.after(), is, deed),
                        words(deed)));
    }

    private void followUps(Both.Pair at, List<CaseSet> was, List<CaseSet> is, String words) {
        CaseSet here = both.handedTo(at);
        for (int before = 0; before <= was.size(); before++) {
            CaseSet some = here.and(times(was, before));
            for (int after = 0; after <= is.size() && some.some(); after++) {
                CaseSet cases = before == after ? some.minus(some) : some.and(times(is, after));
                if (cases.some()) {
                    changes.add(
                            ModelChange.Kind.FOLLOW_UP,
                            cases,
                            cases.exampleAt(at.after()),
                            changed(before, after) + ": " + words);
                }
            }
        }
    }

    private static String changed(int was, int is) {
        if (is == 0) {
            return "is done no more";
        }
        return was == 0 && is == 1
                ? "is done that was not"
                : "is done " + times(is) + ", and was " + (was == 0 ? "not" : times(was));
    }

    private static String times(int times) {
        return times == 1 ? "once" : times + " times";
    }

    /** Those that are in so many of the sets. */
    private CaseSet times(List<CaseSet> sets, int times) {
        CaseSet atLeast = atLeast(sets, times);
        return atLeast.minus(atLeast(sets, times + 1));
    }

    private CaseSet atLeast(List<CaseSet> sets, int times) {
        List<CaseSet> reached = new ArrayList<>();
        reached.add(both.after().space().all());
        for (CaseSet set : sets) {
            for (int i = reached.size(); i > 0; i--) {
                CaseSet more = reached.get(i - 1).and(set);
                if (i == reached.size()) {
                    reached.add(more);
                } else {
                    reached.set(i, reached.get(i).or(more));
                }
            }
        }
        return times < reached.size()
                ? reached.get(times)
                : both.after().space().none();
    }

    private static String words(FollowUpRule deed) {
        return deed.occasion()
                + deed.handedOverBy().map(tier -> " by tier " + tier).orElse("")
                + ", "
                + deed.times()
                + " times from "
                + words(deed.after())
                + " on, every "
                + words(deed.every())
                + (deed.heldToOpeningHours() ? ", in opening hours" : "")
                + ": "
                + ActionWords.of(deed.actions())
                + deed.last()
                        .map(last -> ", and after " + words(last.after()) + ": " + ActionWords.of(last.actions()))
                        .orElse("");
    }

    private static String words(Budget budget) {
        if (budget instanceof Budget.ServiceTime time) {
            return time.amount().toString();
        }
        WorkingDays days = ((Budget.InWorkingDays) budget).limit();
        return days.days() + " working days" + (days.buffer().isZero() ? "" : " + " + days.buffer());
    }

    private static FollowUpRule deed(FollowUpRule rule) {
        return rule.withName("-").withWhen(Condition.always());
    }

    /** The cases of each rule that does this. */
    private static List<CaseSet> followed(
            Subject subject, SupportGroup at, ImmutableList<FollowUpRule> rules, FollowUpRule deed) {
        return rules.stream()
                .filter(rule -> deed(rule).equals(deed))
                .map(rule -> subject.space().where(rule.when(), at))
                .toList();
    }
}
