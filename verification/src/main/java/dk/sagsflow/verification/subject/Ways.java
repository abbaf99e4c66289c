package dk.sagsflow.verification.subject;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.space.CaseSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Every way that triage leads a case, from each group where one can come in: rules are asked again wherever the case
 * arrives, and each hand-over is one that the responsibility chain allows, or it is refused. Not thread-safe.
 */
public final class Ways {
    private final Subject subject;
    private final List<Way> all = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /**
     * The groups that have had a case, the last one has it.
     *
     * @param groups in order, at least one
     * @param cases which cases
     * @param staying those that no rule leads farther
     */
    public record Way(ImmutableList<SupportGroup> groups, CaseSet cases, CaseSet staying) {
        public SupportGroup last() {
            return groups.get(groups.size() - 1);
        }
    }

    /** A rule that leads cases where the chain does not let them go. */
    public record Refused(ImmutableList<SupportGroup> groups, int rule, CaseSet cases, FindingCode why) {
        public Counterexample example() {
            return cases.example().after(groups.stream().map(SupportGroup::id).toList());
        }
    }

    Ways(Subject subject) {
        this.subject = subject;
        for (SupportGroup entrance : subject.registering()) {
            walk(ImmutableList.of(entrance), subject.space().all());
        }
    }

    public ImmutableList<Way> all() {
        return ImmutableList.copyOf(all);
    }

    public ImmutableList<Refused> refused() {
        return ImmutableList.copyOf(refused);
    }

    private void walk(ImmutableList<SupportGroup> groups, CaseSet cases) {
        SupportGroup at = groups.get(groups.size() - 1);
        int place = all.size();
        CaseSet left = cases;
        ImmutableList<TriageRule> rules = subject.model().triage().rules();
        for (int i = 0; i < rules.size() && left.some(); i++) {
            CaseSet holds = subject.matching(rules.get(i), at);
            CaseSet led = left.and(holds);
            left = left.minus(holds);
            if (led.some()) {
                step(groups, i, led);
            }
        }
        all.add(place, new Way(groups, cases, left));
    }

    /** Asks what the chain asks of a hand-over, in its order. */
    private void step(ImmutableList<SupportGroup> groups, int rule, CaseSet cases) {
        SupportGroup from = groups.get(groups.size() - 1);
        GroupId id = subject.model().triage().rules().get(rule).to();
        SupportGroup to = subject.organisation().group(id).orElse(null);
        if (to == null) {
            refused.add(new Refused(groups, rule, cases, FindingCode.RULE_TO_UNKNOWN_GROUP));
            return;
        }
        if (groups.contains(to)) {
            refused.add(new Refused(groups, rule, cases, FindingCode.ROUTE_LOOPS));
            return;
        }
        int rise = subject.handOvers().rise(from, to);
        if (rise < 0) {
            refused.add(new Refused(groups, rule, cases, FindingCode.ROUTE_GOES_DOWN));
            return;
        }
        CaseSet supported =
                refuse(groups, rule, cases, cases.and(subject.handedTo(to)), FindingCode.ROUTE_TO_GROUP_WITHOUT_SYSTEM);
        CaseSet reaching = rise > 1
                ? refuse(
                        groups,
                        rule,
                        supported,
                        supported.and(subject.handOvers().direct(from, to)),
                        passing(from, to))
                : supported;
        CaseSet entering = subject.handOvers().beside(from, to)
                ? refuse(groups, rule, reaching, subject.space().none(), FindingCode.ROUTE_BESIDE_ENTRANCE)
                : reaching;
        CaseSet arriving = refuse(
                groups,
                rule,
                entering,
                entering.and(subject.handOvers().declared(from, to)),
                FindingCode.ROUTE_NOT_DECLARED);
        if (arriving.some()) {
            // Where it arrives, triage is asked at another time.
            walk(
                    ImmutableList.<SupportGroup>builder().addAll(groups).add(to).build(),
                    subject.space().atAnyTime(arriving));
        }
    }

    private CaseSet refuse(
            ImmutableList<SupportGroup> groups, int rule, CaseSet before, CaseSet allowed, FindingCode why) {
        CaseSet stopped = before.minus(allowed);
        if (stopped.some()) {
            refused.add(new Refused(groups, rule, stopped, why));
        }
        return allowed;
    }

    private FindingCode passing(SupportGroup from, SupportGroup to) {
        return subject.handOvers().passesContactTier(from, to)
                ? FindingCode.ROUTE_PASSES_CONTACT_TIER
                : FindingCode.ROUTE_SKIPS_TIER;
    }
}
