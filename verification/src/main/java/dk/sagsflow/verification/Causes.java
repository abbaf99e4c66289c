package dk.sagsflow.verification;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.RootCause;
import java.util.stream.IntStream;

/**
 * Which findings follow from which: one kind explains another, and what the one is about stands on what the other is about. What
 * follows is never worse than what it follows from, so that nobody overlooks an error. Immutable.
 */
final class Causes {
    private static final ImmutableSet<FindingCode> ABOUT_THE_MODEL =
            ImmutableSet.of(FindingCode.NO_TRIAGE, FindingCode.NOTHING_PROMISED);

    private static final ImmutableSet<FindingCode> REFUSED_RULES = ImmutableSet.of(
            FindingCode.RULE_NEVER_HOLDS,
            FindingCode.RULE_SHADOWED,
            FindingCode.ROUTE_GOES_DOWN,
            FindingCode.ROUTE_SKIPS_TIER,
            FindingCode.ROUTE_PASSES_CONTACT_TIER,
            FindingCode.ROUTE_BESIDE_ENTRANCE,
            FindingCode.ROUTE_TO_GROUP_WITHOUT_SYSTEM,
            FindingCode.ROUTE_NOT_DECLARED,
            FindingCode.REFUSED_BY_HAND);

    private static final ImmutableSet<FindingCode> ABOUT_CLOCKS = ImmutableSet.of(
            FindingCode.TARGET_NEVER_DUE,
            FindingCode.TARGET_DOES_NOT_FIT,
            FindingCode.PAUSES_DO_NOT_NEST,
            FindingCode.URGENT_HAS_MORE_TIME,
            FindingCode.DAYS_OF_SERVICE_HOURS,
            FindingCode.ESCALATION_TO_CLOSED_GROUP,
            FindingCode.LIMIT_NOT_ESCALATED);

    /** What never counts, so that nothing else can be said of it. */
    private static final ImmutableSet<FindingCode> IDLE = ImmutableSet.of(
            FindingCode.TARGET_NEVER_HOLDS,
            FindingCode.TARGET_SHADOWED,
            FindingCode.TARGET_WITHOUT_CLOCK,
            FindingCode.SPAN_NEVER_STARTS,
            FindingCode.SPAN_NEVER_COUNTS);

    private static final ImmutableSetMultimap<FindingCode, FindingCode> EXPLAINED = explained();

    private final Standing standing;

    Causes(Standing standing) {
        this.standing = standing;
    }

    /** By kind, what it explains. */
    private static ImmutableSetMultimap<FindingCode, FindingCode> explained() {
        ImmutableSetMultimap.Builder<FindingCode, FindingCode> all = ImmutableSetMultimap.builder();
        all.put(FindingCode.NO_TRIAGE, FindingCode.CASES_STAY);
        all.put(FindingCode.REFUSED_BY_HAND, FindingCode.RULE_NEVER_ASKED);
        REFUSED_RULES.forEach(refused -> all.put(refused, FindingCode.GROUP_ONLY_BY_HAND));
        all.putAll(FindingCode.TIER_WITHOUT_GROUP, FindingCode.GROUP_UNREACHABLE, FindingCode.GROUP_ONLY_BY_HAND);
        all.put(FindingCode.GROUP_UNREACHABLE, FindingCode.GROUP_ONLY_BY_HAND);
        all.putAll(FindingCode.CALENDAR_CLOSED, ABOUT_CLOCKS)
                .putAll(
                        FindingCode.CALENDAR_CLOSED,
                        FindingCode.FOLLOW_UP_CALENDAR_CLOSED,
                        FindingCode.FOLLOW_UP_NEVER_DUE,
                        FindingCode.REMINDER_OVERTAKEN,
                        FindingCode.SILENCE_TOO_LONG,
                        FindingCode.REPLIES_NEVER_TOO_LATE,
                        FindingCode.DUTY_GAP,
                        FindingCode.HOLIDAYS_END,
                        FindingCode.CLOSURE_OF_NOTHING);
        all.put(FindingCode.FOLLOW_UP_CALENDAR_CLOSED, FindingCode.FOLLOW_UP_NEVER_DUE);
        IDLE.forEach(idle -> all.putAll(idle, ABOUT_CLOCKS).put(idle, FindingCode.PAUSE_WITHOUT_EFFECT));
        return all.putAll(
                        FindingCode.GROUP_WITHOUT_MEMBERS,
                        FindingCode.NO_LEAD_TO_DECIDE,
                        FindingCode.COMPETENCE_MISSING,
                        FindingCode.ASSIGNMENT_NEVER,
                        FindingCode.ASSIGNMENT_OF_OTHERS,
                        FindingCode.DUTY_GAP)
                .putAll(FindingCode.ASSIGNMENT_NEVER, FindingCode.COMPETENCE_MISSING, FindingCode.DUTY_GAP)
                .put(FindingCode.SUPPLIER_WITHOUT_CONTRACT, FindingCode.NO_LIMIT)
                .put(FindingCode.NO_LEAD, FindingCode.NO_LEAD_TO_DECIDE)
                .put(FindingCode.NOBODY_FROM_THEN_ON, FindingCode.DUTY_GAP)
                .build();
    }

    /** The findings by their causes, in the order in which they stand. */
    ImmutableList<RootCause> of(ImmutableList<Finding> findings) {
        int[] causes = IntStream.range(0, findings.size())
                .map(effect -> cause(effect, findings))
                .toArray();
        ListMultimap<Integer, Finding> following =
                MultimapBuilder.treeKeys().arrayListValues().build();
        for (int i = 0; i < causes.length; i++) {
            if (causes[i] != i) {
                following.put(root(i, causes), findings.get(i));
            }
        }
        return IntStream.range(0, causes.length)
                .filter(i -> causes[i] == i)
                .mapToObj(i -> new RootCause(findings.get(i), ImmutableList.copyOf(following.get(i))))
                .collect(ImmutableList.toImmutableList());
    }

    /** The first finding that explains this one, or itself; no kind explains itself by way of others, so this ends. */
    private int cause(int effect, ImmutableList<Finding> findings) {
        return IntStream.range(0, findings.size())
                .filter(cause -> explains(findings.get(cause), findings.get(effect)))
                .findFirst()
                .orElse(effect);
    }

    private static int root(int effect, int[] causes) {
        int root = effect;
        while (causes[root] != root) {
            root = causes[root];
        }
        return root;
    }

    private boolean explains(Finding cause, Finding effect) {
        return EXPLAINED.containsEntry(cause.code(), effect.code())
                && cause.severity().compareTo(effect.severity()) <= 0
                && (ABOUT_THE_MODEL.contains(cause.code()) || standing.on(effect.place(), cause.place()));
    }
}
