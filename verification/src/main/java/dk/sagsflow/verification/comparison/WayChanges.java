package dk.sagsflow.verification.comparison;

import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.handover.NextTier;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Subject;
import dk.sagsflow.verification.subject.Ways;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where cases go otherwise: by rule, by hand, or because nobody was in time. */
record WayChanges(Both both, Changes changes) {
    /** A way and where it ends, in words, and the groups. */
    private record Led(List<SupportGroup> groups, CaseSet cases) {}

    void find() {
        rules();
        for (Both.Pair from : both.groups()) {
            for (Both.Pair to : both.groups()) {
                byHand(from, to);
            }
            escalated(from);
            brought(from);
        }
    }

    private void rules() {
        Map<String, Led> was = led(both.before());
        Map<String, Led> is = led(both.after());
        lost(was, is);
        gained(was, is);
    }

    /** What is led otherwise now, or not at all. */
    private void lost(Map<String, Led> was, Map<String, Led> is) {
        was.forEach((name, before) -> {
            CaseSet lost = minus(before, is.get(name));
            for (Map.Entry<String, Led> now : is.entrySet()) {
                CaseSet moved = lost.and(minus(now.getValue(), was.get(now.getKey())));
                if (moved.some() && comesInAlike(before, now.getValue())) {
                    lost = lost.minus(moved);
                    route(moved, now.getValue(), "triage led it by " + name + ", and leads it by " + now.getKey());
                }
            }
            route(lost, before, "triage led it by " + name + ", and does so no more, or not at all times");
        });
    }

    /** What was not led before. */
    private void gained(Map<String, Led> was, Map<String, Led> is) {
        is.forEach((name, now) -> {
            CaseSet gained = minus(now, was.get(name));
            for (Led before : was.values()) {
                CaseSet lost = minus(before, is.get(name(before)));
                gained = comesInAlike(before, now) ? gained.minus(lost) : gained;
            }
            route(gained, now, "triage leads it by " + name + ", and did not, or not at all times");
        });
    }

    private void route(CaseSet cases, Led way, String said) {
        if (cases.some()) {
            changes.add(ModelChange.Kind.ROUTE, cases, cases.exampleAfter(way.groups()), said);
        }
    }

    private static boolean comesInAlike(Led one, Led other) {
        return one.groups().get(0).id().equals(other.groups().get(0).id());
    }

    private static CaseSet minus(Led one, @Nullable Led other) {
        return other == null ? one.cases() : one.cases().minus(other.cases());
    }

    private static String name(Led led) {
        return led.groups().stream().map(group -> group.id().value()).collect(Collectors.joining(" > "));
    }

    /** The cases that come to rest at the end of each way, and those that are refused on. */
    private Map<String, Led> led(Subject subject) {
        Map<String, Led> led = new LinkedHashMap<>();
        CaseSet possible = both.possible();
        for (Ways.Way way : subject.ways().all()) {
            add(led, new Led(way.groups(), way.staying().and(possible)), "");
        }
        for (Ways.Refused refused : subject.ways().refused()) {
            GroupId to = subject.model().triage().rules().get(refused.rule()).to();
            add(led, new Led(refused.groups(), refused.cases().and(possible)), ", and is refused to " + to);
        }
        return led;
    }

    private static void add(Map<String, Led> all, Led led, String end) {
        if (led.cases().some()) {
            all.merge(
                    name(led) + end,
                    led,
                    (one, other) -> new Led(one.groups(), one.cases().or(other.cases())));
        }
    }

    private void byHand(Both.Pair from, Both.Pair to) {
        CaseSet possible = both.possible();
        CaseSet was =
                both.before().handOvers().allowed(from.before(), to.before()).and(possible);
        CaseSet is = both.after().handOvers().allowed(from.after(), to.after()).and(possible);
        CaseSet lost = was.minus(is);
        CaseSet gained = is.minus(was);
        String words = "be handed over from " + from.id() + " to " + to.id();
        handOver(lost, from, "it may not " + words + " any more");
        handOver(gained, from, "it may " + words + ", and might not");
    }

    private void handOver(CaseSet cases, Both.Pair from, String said) {
        if (cases.some()) {
            changes.add(ModelChange.Kind.HAND_OVER, cases, cases.exampleAt(from.after()), said);
        }
    }

    /** Where rules lead what they have not led to a group: people brought it, or a limit sent it on. */
    private void brought(Both.Pair at) {
        CaseSet others =
                both.handedTo(at).minus(ledTo(both.before(), at.before())).minus(ledTo(both.after(), at.after()));
        if (others.none()) {
            return;
        }
        Map<String, CaseSet> was = proposed(both.before(), at.before(), others);
        Map<String, CaseSet> is = proposed(both.after(), at.after(), others);
        moved(
                was,
                is,
                at,
                (before, now) -> "triage led it by " + before + ", and leads it by " + now + ", once it is brought to "
                        + at.id());
    }

    /** The cases at a group that go elsewhere from there than before; both maps are by where they go. */
    private void moved(
            Map<String, CaseSet> was, Map<String, CaseSet> is, Both.Pair at, BinaryOperator<String> beforeAndNow) {
        was.forEach((before, cases) -> is.forEach((now, these) -> {
            CaseSet moved = cases.and(these);
            if (moved.some() && !before.equals(now)) {
                changes.add(
                        ModelChange.Kind.ROUTE, moved, moved.exampleAt(at.after()), beforeAndNow.apply(before, now));
            }
        }));
    }

    private static CaseSet ledTo(Subject subject, SupportGroup at) {
        return subject.ways().all().stream()
                .filter(way -> way.last().equals(at))
                .map(Ways.Way::cases)
                .reduce(subject.space().none(), CaseSet::or);
    }

    /** Of these cases, by where the first rule that holds leads them. */
    private static Map<String, CaseSet> proposed(Subject subject, SupportGroup at, CaseSet cases) {
        Map<String, CaseSet> proposed = new LinkedHashMap<>();
        CaseSet left = cases;
        for (TriageRule rule : subject.model().triage().rules()) {
            CaseSet holds = subject.matching(rule, at);
            proposed.merge(at.id() + " > " + rule.to(), left.and(holds), CaseSet::or);
            left = left.minus(holds);
        }
        proposed.put(at.id().value(), left);
        return proposed;
    }

    /** Whom a case goes to that nobody leads on in time. */
    private void escalated(Both.Pair from) {
        Map<String, CaseSet> was = taken(both.before(), from.before());
        Map<String, CaseSet> is = taken(both.after(), from.after());
        moved(
                was,
                is,
                from,
                (before, now) -> "when a limit sends it on from " + from.id() + " it goes to " + now + ", and went to "
                        + before);
    }

    private Map<String, CaseSet> taken(Subject subject, SupportGroup from) {
        Map<String, CaseSet> taken = new LinkedHashMap<>();
        CaseSet left = both.possible().and(subject.handedTo(from));
        for (NextTier.Door door : subject.nextTier().doors(Subject.station(from))) {
            CaseSet takes = left.and(subject.space().where(door.takes(), from));
            taken.put(door.group().id().value(), takes);
            left = left.minus(takes);
        }
        taken.put("nobody", left);
        return taken;
    }
}
