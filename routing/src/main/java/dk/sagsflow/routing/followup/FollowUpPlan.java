package dk.sagsflow.routing.followup;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which follow-up rules come due for a case, and when: a pure function of history, rules and a span of time. A rule comes
 * due in the span that holds the moment; so spans that follow one another find together what one span over all of them
 * finds. It comes due while its occasion lasts, never at the moment when that ends or after. What came due before a case was
 * brought along from elsewhere is left out. Immutable.
 */
public final class FollowUpPlan {
    private final SupportOrganisation organisation;
    private final ImmutableList<FollowUpRule> rules;

    /** The plan that these rules make in this organisation. */
    public FollowUpPlan(SupportOrganisation organisation, ImmutableList<FollowUpRule> rules) {
        this.organisation = organisation;
        this.rules = rules;
    }

    /**
     * What comes due within a span, the first due first. Of several times of one rule on one occasion all but the last are
     * marked as superseded, and so is everything on an occasion that a closing overtakes: an outage is caught up with
     * once. What came due on an occasion that was over at the end of the span is marked as lapsed.
     *
     * @param fromExclusive up to when rules were seen to
     * @param toInclusive until when they are now
     */
    public ImmutableList<FollowUpDue> between(CaseHistory history, Instant fromExclusive, Instant toInclusive) {
        return rules.isEmpty() ? ImmutableList.of() : due(history, Occasions.of(history), fromExclusive, toInclusive);
    }

    /**
     * What came due by an instant on occasions that are not over, and is not on record, the first due first. It costs no more if
     * much happened to the case before.
     */
    public ImmutableList<FollowUpDue> unrecorded(CaseHistory history, Instant now) {
        if (rules.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList<Occasion> underWay = Occasions.underWay(history, now);
        ImmutableSet<String> recorded = underWay.stream()
                .flatMap(occasion -> occasion.recorded().stream())
                .collect(ImmutableSet.toImmutableSet());
        return due(history, underWay, Instant.MIN, now).stream()
                .filter(due -> !recorded.contains(due.id()))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<FollowUpDue> due(
            CaseHistory history, ImmutableList<Occasion> occasions, Instant fromExclusive, Instant toInclusive) {
        List<Found> all = new ArrayList<>();
        for (Occasion occasion : occasions) {
            rulesOf(occasion)
                    .flatMap(rule -> times(history, rule, occasion)
                            .takeWhile(found -> !found.dueAt().isAfter(toInclusive))
                            .filter(found -> found.dueAt().isAfter(fromExclusive) && judged(history, found)))
                    .forEach(all::add);
        }
        all.sort(Found.ORDER);
        return all.stream()
                .map(found ->
                        due(found, superseded(found, all), found.occasion().overBy(toInclusive)))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The earliest time, past or to come, at which a rule comes due that is not on record, on an occasion that is not over, if
     * nothing happens to the case before; empty if none does. It costs no more if much happened to the case before.
     */
    public Optional<Instant> next(CaseHistory history, Instant now) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> first = Optional.empty();
        for (Occasion occasion : Occasions.underWay(history, now)) {
            for (FollowUpRule rule : rules) {
                if (appliesTo(rule, occasion)) {
                    Optional<Instant> due = firstUnrecorded(history, rule, occasion);
                    first = first.isEmpty() || due.filter(first.get()::isAfter).isPresent() ? due : first;
                }
            }
        }
        return first;
    }

    private Optional<Instant> firstUnrecorded(CaseHistory history, FollowUpRule rule, Occasion occasion) {
        int steps = FollowUpTimes.steps(rule);
        for (int repetition = 1; repetition <= steps; repetition++) {
            Optional<Found> found = found(history, rule, occasion, repetition);
            if (found.isEmpty() || (judged(history, found.get()) && !recorded(found.get()))) {
                return found.map(Found::dueAt);
            }
        }
        return Optional.empty();
    }

    /** The id is put together only if there is something to compare it with. */
    private static boolean recorded(Found found) {
        ImmutableSet<String> recorded = found.occasion().recorded();
        return !recorded.isEmpty() && recorded.contains(found.id());
    }

    private static boolean judged(CaseHistory history, Found found) {
        return history.latest().importedAt().map(found.dueAt()::isAfter).orElse(true);
    }

    /** When a rule closes the case, after an instant, if nothing happens to the case before; empty if none does. */
    public Optional<Instant> nextClosing(CaseHistory history, Instant now) {
        return underWay(history, now)
                .flatMap(occasion -> rulesOf(occasion).flatMap(rule -> times(history, rule, occasion)))
                .filter(Found::closes)
                .map(Found::dueAt)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    private Stream<Occasion> underWay(CaseHistory history, Instant now) {
        return rules.isEmpty() ? Stream.empty() : Occasions.underWay(history, now).stream();
    }

    private Stream<FollowUpRule> rulesOf(Occasion occasion) {
        return rules.stream().filter(rule -> appliesTo(rule, occasion));
    }

    private boolean appliesTo(FollowUpRule rule, Occasion occasion) {
        return rule.occasion() == occasion.kind()
                && (occasion.handedOverBy().isEmpty()
                        || handedOverBy(rule, occasion.handedOverBy().get()));
    }

    private boolean handedOverBy(FollowUpRule rule, Station by) {
        return by.tier().equals(rule.handedOverBy().orElseGet(organisation::contactTier));
    }

    /** Every time at which the rule comes due on the occasion, in order. */
    private Stream<Found> times(CaseHistory history, FollowUpRule rule, Occasion occasion) {
        return Stream.iterate(1, repetition -> repetition <= FollowUpTimes.steps(rule), repetition -> repetition + 1)
                .map(repetition -> found(history, rule, occasion, repetition))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream);
    }

    /** The first moment, from when the time is over, at which the condition holds; empty if the occasion is over before. */
    private Optional<Found> found(CaseHistory history, FollowUpRule rule, Occasion occasion, int repetition) {
        Optional<Instant> due = FollowUpTimes.due(rule, occasion.began(), repetition);
        if (due.isEmpty() || occasion.overBy(due.get())) {
            return Optional.empty();
        }
        CaseTimeline timeline = history.timeline();
        int first = Math.max(occasion.firstStretch(), stretchesBefore(timeline, due.get()));
        for (int place = first; place < occasion.endStretch(); place++) {
            Stretch stretch = timeline.stretches().get(place);
            if (rule.when().holds(stretch.state())) {
                Optional<Instant> at = held(rule, later(due.get(), stretch.from()));
                if (at.isPresent() && at.get().isBefore(stretch.to()) && !occasion.overBy(at.get())) {
                    return Optional.of(new Found(rule, occasion, repetition, at.get(), stretch.state()));
                }
            }
        }
        return Optional.empty();
    }

    /** How many stretches were certainly over by then. */
    private static int stretchesBefore(CaseTimeline timeline, Instant instant) {
        int events = timeline.known(instant);
        return events == 0 ? 0 : timeline.stretchAfter(events - 1);
    }

    private static Optional<Instant> held(FollowUpRule rule, Instant from) {
        return rule.heldToOpeningHours() ? rule.calendar().nextOpening(from).instant() : Optional.of(from);
    }

    private Optional<GroupId> responsible(Occasion occasion, SupportCase state) {
        return occasion.handedOverBy().map(Station::group).or(() -> speaksToCustomer(state));
    }

    /** Of the groups that answer for the case the last at the contact tier, or else the first, or who answered it. */
    private Optional<GroupId> speaksToCustomer(SupportCase state) {
        ImmutableList<Link> links = state.chain().links();
        for (Link link : links.reverse()) {
            if (link.station().tier().equals(organisation.contactTier())) {
                return Optional.of(link.station().group());
            }
        }
        return links.isEmpty()
                ? state.answeredBy().map(Station::group)
                : Optional.of(links.get(0).station().group());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static boolean superseded(Found found, List<Found> all) {
        return all.stream()
                .filter(other -> other.occasion().equals(found.occasion()) && Found.ORDER.compare(other, found) > 0)
                .anyMatch(other -> other.rule().equals(found.rule()) || (other.closes() && !found.closes()));
    }

    private FollowUpDue due(Found found, boolean superseded, boolean lapsed) {
        return new FollowUpDue(
                found.id(),
                found.rule(),
                found.repetition(),
                found.dueAt(),
                responsible(found.occasion(), found.state()),
                superseded,
                lapsed);
    }

    /** A time at which a rule comes due, with the case as it stands then. */
    private record Found(FollowUpRule rule, Occasion occasion, int repetition, Instant dueAt, SupportCase state) {
        static final Comparator<Found> ORDER = Comparator.comparing(Found::dueAt)
                .thenComparing(found -> found.occasion().began())
                .thenComparing(found -> found.occasion().key())
                .thenComparing(found -> found.closes())
                .thenComparing(found -> found.rule().name())
                .thenComparing(Found::repetition);

        String id() {
            String which = repetition > rule.times() ? "last" : Integer.toString(repetition);
            return rule.name() + "/" + occasion.key() + "/" + which;
        }

        boolean closes() {
            return (repetition > rule.times() ? rule.last().orElseThrow().actions() : rule.actions())
                    .stream().anyMatch(FollowUpAction.Close.class::isInstance);
        }
    }
}
