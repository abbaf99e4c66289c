package dk.sagsflow.verification.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.verification.space.CaseSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is otherwise beside clocks, ways and follow-ups: priorities, and what an organisation is. */
record PlainChanges(Both both, Changes changes) {
    void find() {
        priorities();
        for (Both.Pair at : both.groups()) {
            group(at);
        }
        organisation(both.before().organisation(), both.after().organisation());
        routing(both.before().model().routing(), both.after().model().routing());
    }

    private void priorities() {
        for (Impact impact : Impact.values()) {
            for (Urgency urgency : Urgency.values()) {
                Priority was = both.before().organisation().priorityMatrix().priority(impact, urgency);
                Priority is = both.after().organisation().priorityMatrix().priority(impact, urgency);
                if (was != is) {
                    CaseSet cases = both.after()
                            .space()
                            .where(Condition.is(CaseField.IMPACT, impact.name())
                                    .and(Condition.is(CaseField.URGENCY, urgency.name())));
                    changes.add(
                            ModelChange.Kind.PRIORITY,
                            cases,
                            cases.example(),
                            "impact " + impact + " with urgency " + urgency + " is " + is + ", and was " + was);
                }
            }
        }
    }

    private void group(Both.Pair group) {
        String name = "group " + group.id();
        differs(ModelChange.Kind.TOLD, "lead of " + name, group, SupportGroup::lead);
        differs(ModelChange.Kind.TOLD, "mail address of " + name, group, SupportGroup::mailAddress);
        differs(ModelChange.Kind.TOLD, "language of " + name, group, SupportGroup::language);
        differs(ModelChange.Kind.ORGANISATION, "kind of " + name, group, SupportGroup::kind);
        differs(ModelChange.Kind.ORGANISATION, "tier of " + name, group, SupportGroup::tier);
        differs(ModelChange.Kind.ORGANISATION, "systems of " + name, group, SupportGroup::systems);
    }

    private void differs(ModelChange.Kind kind, String what, Both.Pair group, Function<SupportGroup, Object> asked) {
        differs(kind, what, asked.apply(group.before()), asked.apply(group.after()));
    }

    private void differs(ModelChange.Kind kind, String what, Object was, Object is) {
        if (!was.equals(is)) {
            changes.add(kind, what + " was " + words(was) + ", and is " + words(is));
        }
    }

    private static String words(Object value) {
        return value instanceof Optional<?> optional
                ? optional.map(Object::toString).orElse("none")
                : value.toString();
    }

    private void organisation(SupportOrganisation was, SupportOrganisation is) {
        differs(ModelChange.Kind.ORGANISATION, "contact tier", was.contactTier(), is.contactTier());
        differs(ModelChange.Kind.ORGANISATION, "duty", was.duty(), is.duty());
        differs(ModelChange.Kind.ORGANISATION, "tiers", tiers(was), tiers(is));
        differs(ModelChange.Kind.ORGANISATION, "competences", was.competences(), is.competences());
        differs(
                ModelChange.Kind.ORGANISATION,
                "ages",
                was.ages().limits(),
                is.ages().limits());
        only("group", was.groupIds(), is.groupIds());
        only("system", was.systemIds(), is.systemIds());
        differs(ModelChange.Kind.ORGANISATION, "attributes", was.attributes(), is.attributes());
    }

    private static List<String> tiers(SupportOrganisation organisation) {
        return organisation.tiers().stream()
                .map(tier -> tier.id()
                        + tier.entrance()
                                .map(door -> " entered through " + door)
                                .orElse(""))
                .toList();
    }

    private void only(String what, Iterable<?> was, Iterable<?> is) {
        ImmutableList<Object> before = ImmutableList.copyOf(was);
        ImmutableList<Object> after = ImmutableList.copyOf(is);
        before.stream()
                .filter(one -> !after.contains(one))
                .forEach(one -> changes.add(ModelChange.Kind.ORGANISATION, what + " " + one + " is gone"));
        after.stream()
                .filter(one -> !before.contains(one))
                .forEach(one -> changes.add(ModelChange.Kind.ORGANISATION, what + " " + one + " is new"));
    }

    private void routing(Routing was, Routing is) {
        for (GroupId group : Sets.union(
                both.before().organisation().groupIds(),
                both.after().organisation().groupIds())) {
            differs(
                    ModelChange.Kind.ORGANISATION,
                    "assignment in group " + group,
                    was.assignment(group),
                    is.assignment(group));
        }
        differs(ModelChange.Kind.ORGANISATION, "limit on hand-overs", was.handOverLimit(), is.handOverLimit());
        differs(ModelChange.Kind.FOLLOW_UP, "time for replies", was.replies(), is.replies());
        differs(ModelChange.Kind.TOLD, "what groups are told", was.groupNotices(), is.groupNotices());
    }
}
