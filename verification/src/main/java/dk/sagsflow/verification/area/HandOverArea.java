package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.ADVISORY_TELLS_NOBODY;
import static dk.sagsflow.verification.finding.FindingCode.DIRECT_PAST_CONTACT_TIER;
import static dk.sagsflow.verification.finding.FindingCode.DIRECT_WITHOUT_NEED;
import static dk.sagsflow.verification.finding.FindingCode.GROUP_KEEPS_ALL;
import static dk.sagsflow.verification.finding.FindingCode.UNPLACED_STUCK;
import static dk.sagsflow.verification.finding.FindingCode.WAY_NEVER_TAKEN;
import static dk.sagsflow.verification.finding.FindingCode.WAY_REPEATED;
import static dk.sagsflow.verification.finding.FindingCode.WAY_TO_UNKNOWN;

import dk.sagsflow.core.decision.HandOverRule.Obstacle;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.routing.handover.HandOverGraph;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The declared ways of handing over: whether cases can take them, and where no way leads on. */
final class HandOverArea implements Area {
    @Override
    public void verify(Subject subject, Findings findings) {
        stuck(subject, findings);
        subject.organisation().tiers().forEach(tier -> advised(subject, tier, findings));
        subject.model().routing().handOvers().ifPresent(graph -> new OfGraph(subject, graph, findings).verify());
    }

    /** Incidents that a group of the contact tier may not answer, because it alone has had them, and that cannot leave the tier. */
    private static void stuck(Subject subject, Findings findings) {
        CaseSet unplaced =
                subject.space().where(Subject.INCIDENT).and(subject.space().where(Subject.UNPLACED));
        for (SupportGroup group : subject.entrances(subject.organisation().contactTier())) {
            CaseSet left = unplaced.minus(subject.handOvers().leaving(group));
            if (left.some()) {
                String words = "%s may neither answer incidents of unknown cause nor hand them on to another tier";
                findings.add(UNPLACED_STUCK, subject.place(group), left.exampleAt(group), words, group.id());
            }
        }
    }

    /** Whether somebody of a tier is told of the cases that pass it (R08). */
    private static void advised(Subject subject, Tier tier, Findings findings) {
        if (subject.organisation()
                .groupsAt(tier.id())
                .anyMatch(group -> group.mailAddress().isPresent())) {
            return;
        }
        passing(subject, tier, subject.rank(tier.id()), findings);
    }

    /** Of one group whose cases pass the tier. */
    private static void passing(Subject subject, Tier tier, int rank, Findings findings) {
        List<SupportGroup> below = subject.handOvers().reached().stream()
                .filter(group -> subject.rank(group) < rank)
                .toList();
        for (SupportGroup from : below) {
            CaseSet passing = subject.organisation().groups().stream()
                    .filter(to -> subject.rank(to) > rank)
                    .map(to -> subject.handOvers().allowed(from, to))
                    .reduce(subject.space().none(), CaseSet::or);
            if (passing.some()) {
                Place place = Place.organisation("/tiers/" + rank);
                String words = "nobody at tier %s reads that cases of %s pass it";
                findings.add(ADVISORY_TELLS_NOBODY, place, passing.exampleAt(from), words, tier.id(), from.id());
                return;
            }
        }
    }

    /** The ways of one model. */
    private record OfGraph(Subject subject, HandOverGraph graph, Findings findings) {
        void verify() {
            List<HandOverWay> taken = new ArrayList<>();
            Set<SupportGroup> reached = subject.handOvers().reached();
            for (HandOverWay way : graph.ways()) {
                if (sound(way, reached)) {
                    taken.add(way);
                }
            }
            repeated(taken);
            keeping(reached);
        }

        private Place place(HandOverWay way) {
            return Place.routing("/handOvers/" + graph.ways().indexOf(way));
        }

        private boolean sound(HandOverWay way, Set<SupportGroup> reached) {
            if (unknown(way.from()) || unknown(way.to())) {
                String words = "way \"%s\" leads from %s to %s, and there is no such tier or group";
                String from = way.from().describe();
                findings.add(
                        WAY_TO_UNKNOWN,
                        place(way),
                        words,
                        way.name(),
                        from,
                        way.to().describe());
                return false;
            }
            List<Pair> pairs = pairs(way);
            if (way.direct() && pairs.stream().anyMatch(this::passesContactTier)) {
                String words = "way \"%s\" leads past the contact tier %s";
                TierId contact = subject.organisation().contactTier();
                findings.add(DIRECT_PAST_CONTACT_TIER, place(way), words, way.name(), contact);
                return false;
            }
            return taken(way, pairs, reached);
        }

        private boolean passesContactTier(Pair pair) {
            return subject.handOvers()
                    .free(Obstacle.CONTACT_TIER, pair.from(), pair.to())
                    .none();
        }

        /** Whether some case can take the way. */
        private boolean taken(HandOverWay way, List<Pair> pairs, Set<SupportGroup> reached) {
            boolean taken = pairs.stream()
                    .anyMatch(pair ->
                            reached.contains(pair.from()) && pair.cases().some());
            if (!taken) {
                String words = "no case can take way \"%s\" from %s to %s";
                String from = way.from().describe();
                findings.add(
                        WAY_NEVER_TAKEN,
                        place(way),
                        words,
                        way.name(),
                        from,
                        way.to().describe());
            } else if (way.direct()
                    && pairs.stream().noneMatch(pair -> subject.handOvers().rise(pair.from(), pair.to()) > 1)) {
                findings.add(DIRECT_WITHOUT_NEED, place(way), "way \"%s\" passes no tier", way.name());
            }
            return taken;
        }

        private boolean unknown(HandOverEnd end) {
            return end instanceof HandOverEnd.AtTier there
                    ? subject.organisation().tier(there.tier()).isEmpty()
                    : subject.organisation()
                            .group(((HandOverEnd.AtGroup) end).group())
                            .isEmpty();
        }

        /** Two groups that a way joins, and the cases that may take it. */
        private record Pair(SupportGroup from, SupportGroup to, CaseSet cases) {}

        private List<Pair> pairs(HandOverWay way) {
            List<Pair> pairs = new ArrayList<>();
            for (SupportGroup from : subject.organisation().groups()) {
                for (SupportGroup to : subject.organisation().groups()) {
                    if (!from.equals(to) && subject.handOvers().joins(way, from, to)) {
                        pairs.add(new Pair(from, to, subject.handOvers().along(way, from, to)));
                    }
                }
            }
            return pairs;
        }

        /** From the last to the first, each held against those that are left: all that are told can go. */
        private void repeated(List<HandOverWay> taken) {
            List<HandOverWay> kept = new ArrayList<>(taken);
            for (int i = taken.size() - 1; i >= 0; i--) {
                HandOverWay way = kept.remove(i);
                if (pairs(way).stream().anyMatch(pair -> addsTo(kept, pair))) {
                    kept.add(i, way);
                } else {
                    findings.add(
                            WAY_REPEATED, place(way), "the other ways allow all that way \"%s\" allows", way.name());
                }
            }
        }

        private boolean addsTo(List<HandOverWay> others, Pair pair) {
            return others.stream()
                    .map(other -> subject.handOvers().along(other, pair.from(), pair.to()))
                    .reduce(pair.cases(), CaseSet::minus)
                    .some();
        }

        private void keeping(Set<SupportGroup> reached) {
            for (SupportGroup group : subject.organisation().groups()) {
                if (reached.contains(group)
                        && subject.rank(group) < subject.organisation().tiers().size() - 1
                        && subject.organisation().groups().stream()
                                .noneMatch(to ->
                                        subject.handOvers().allowed(group, to).some())) {
                    findings.add(GROUP_KEEPS_ALL, subject.place(group), "no way leads on from %s", group.id());
                }
            }
        }
    }
}
