package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.RULES_CONTRADICT;
import static dk.sagsflow.verification.finding.FindingCode.RULE_NEVER_ASKED;
import static dk.sagsflow.verification.finding.FindingCode.RULE_NEVER_HOLDS;
import static dk.sagsflow.verification.finding.FindingCode.RULE_REPEATED;
import static dk.sagsflow.verification.finding.FindingCode.RULE_SHADOWED;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Subject;
import dk.sagsflow.verification.subject.Ways;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the order of triage rules makes of them. Not thread-safe. */
final class RuleOrder {
    private final Subject subject;
    private final Findings findings;
    private final ImmutableList<TriageRule> rules;
    private final List<SupportGroup> groups;

    RuleOrder(Subject subject, Findings findings) {
        this.subject = subject;
        this.findings = findings;
        this.rules = subject.model().triage().rules();
        this.groups = subject.organisation().groups();
    }

    void verify() {
        Set<Integer> applying = applying();
        Set<Integer> asked = asked();
        for (int i = 0; i < rules.size(); i++) {
            if (groupWhere(i).isEmpty()) {
                findings.add(RULE_NEVER_HOLDS, Place.rule(i), "no case can be one with %s", asked(rules.get(i)));
            } else if (applying.contains(i)) {
                applies(i, applying, asked);
            } else {
                shadowed(i);
            }
        }
    }

    private void applies(int rule, Set<Integer> applying, Set<Integer> asked) {
        if (!asked.contains(rule)) {
            String words = "rule \"%s\" holds only where triage never leads a case";
            findings.add(RULE_NEVER_ASKED, Place.rule(rule), words, name(rule));
        }
        contradictions(rule, applying);
    }

    private String name(int rule) {
        return rules.get(rule).name();
    }

    private static String asked(TriageRule rule) {
        return rule.when().describe()
                + rule.during().map(state -> " while " + state.describe()).orElse("");
    }

    private CaseSet holds(int rule, SupportGroup at) {
        return subject.matching(rules.get(rule), at);
    }

    private Optional<SupportGroup> groupWhere(int rule) {
        return groups.stream().filter(group -> holds(rule, group).some()).findFirst();
    }

    /** The rules that are the first to hold for some case at some group. */
    private Set<Integer> applying() {
        Set<Integer> applying = new HashSet<>();
        for (SupportGroup group : groups) {
            CaseSet left = subject.space().all();
            for (int i = 0; i < rules.size(); i++) {
                if (left.meets(holds(i, group))) {
                    applying.add(i);
                }
                left = left.minus(holds(i, group));
            }
        }
        return applying;
    }

    /** The rules that hold for a case at a group where it comes. */
    private Set<Integer> asked() {
        Set<Integer> asked = new HashSet<>();
        for (Ways.Way way :
                Iterables.concat(subject.ways().all(), subject.ways().afterLimits())) {
            for (int i = 0; i < rules.size(); i++) {
                if (way.cases().meets(holds(i, way.last()))) {
                    asked.add(i);
                }
            }
        }
        return asked;
    }

    private void shadowed(int rule) {
        SupportGroup group = groupWhere(rule).orElseThrow();
        List<Integer> before = IntStream.range(0, rule)
                .filter(earlier ->
                        groups.stream().anyMatch(at -> holds(earlier, at).meets(holds(rule, at))))
                .boxed()
                .toList();
        boolean sameGroup = before.stream()
                .allMatch(i -> rules.get(i).to().equals(rules.get(rule).to()));
        Counterexample shown = holds(rule, group).exampleAt(group);
        String names = before.stream().map(i -> "\"" + name(i) + "\"").collect(Collectors.joining(", "));
        FindingCode code = sameGroup ? RULE_REPEATED : RULE_SHADOWED;
        findings.add(code, Place.rule(rule), shown, "rule \"%s\" never applies: before it come %s", name(rule), names);
    }

    private void contradictions(int rule, Set<Integer> applying) {
        for (int later = rule + 1; later < rules.size(); later++) {
            if (!rules.get(rule).to().equals(rules.get(later).to()) && applying.contains(later)) {
                contradiction(rule, later);
            }
        }
    }

    /** A rule that is narrower than a later one is an exception to it, and its place before it is meant. */
    private void contradiction(int rule, int later) {
        boolean narrower = groups.stream()
                .allMatch(group -> holds(rule, group).minus(holds(later, group)).none());
        if (narrower) {
            return;
        }
        groups.stream()
                .filter(group -> holds(rule, group).meets(holds(later, group)))
                .findFirst()
                .ifPresent(group -> findings.add(
                        RULES_CONTRADICT,
                        Place.rule(later),
                        holds(rule, group).and(holds(later, group)).exampleAt(group),
                        "rule \"%s\" leads to %s what \"%s\", only because it is listed before, leads to %s",
                        name(later),
                        rules.get(later).to(),
                        name(rule),
                        rules.get(rule).to()));
    }
}
