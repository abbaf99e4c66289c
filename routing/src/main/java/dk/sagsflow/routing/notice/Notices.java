package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who is told what because of a step. */
public final class Notices {
    private final CustomerNotices customers;
    private final GroupNotices groups;
    private final ReplyNotices replies;
    private final FamilyNotices families;
    private final WatcherNotices watchers;
    private final OpeningHoursHold hold;

    /** Notices to customers and groups, some of them held to opening hours. */
    public Notices(
            CustomerNotices customers,
            GroupNotices groups,
            ReplyNotices replies,
            FamilyNotices families,
            WatcherNotices watchers,
            OpeningHoursHold hold) {
        this.customers = requireNonNull(customers, "customers");
        this.groups = requireNonNull(groups, "groups");
        this.replies = requireNonNull(replies, "replies");
        this.families = requireNonNull(families, "families");
        this.watchers = requireNonNull(watchers, "watchers");
        this.hold = requireNonNull(hold, "hold");
    }

    /** The draft, with what people are told because of it; nobody is told of a case whose personal data is erased. */
    public StepDraft withNotices(StepDraft draft) {
        return draft.withEach(each -> each.erasedHistory().isPresent() ? each : each.telling(of(each)));
    }

    private ImmutableList<Notification> of(CaseDraft draft) {
        ImmutableList.Builder<Notification> all = ImmutableList.builder();
        CaseHistory history = draft.history();
        Optional<Instant> tellFrom = Optional.empty();
        for (int place = draft.newsFrom(); place < history.size(); place++) {
            CaseEvent event = history.timeline().recorded().get(place);
            tellFrom = tellFrom(event, tellFrom);
            ImmutableList<Notification> inside = inside(history, place, event);
            UnaryOperator<Notification> held = held(event, tellFrom);
            customers.of(history, place).forEach(told -> all.add(held.apply(told)));
            inside.forEach(told -> all.add(held.apply(told)));
            watchers.asGroups(history, place, inside).forEach(told -> all.add(held.apply(told)));
        }
        return all.build();
    }

    private ImmutableList<Notification> inside(CaseHistory history, int place, CaseEvent event) {
        ImmutableList<Notification> toGroups = groups.of(history.latest(), event);
        Optional<Notification> reply = replies.of(history, place);
        Optional<Notification> left = families.of(history, place);
        if (reply.isEmpty() && left.isEmpty()) {
            return toGroups;
        }
        ImmutableList.Builder<Notification> inside = ImmutableList.builder();
        reply.ifPresent(inside::add);
        left.ifPresent(inside::add);
        return inside.addAll(toGroups).build();
    }

    private Optional<Instant> tellFrom(CaseEvent event, Optional<Instant> before) {
        if (event instanceof CaseEvent.ThresholdPassed threshold) {
            return hold.tellFrom(threshold.passed(), event.recordedAt());
        }
        return event instanceof CaseEvent.FollowedUp followed
                ? hold.tellFrom(followed.followUp(), event.recordedAt())
                : before;
    }

    /** An escalation follows the threshold that asks for it, and is held as that is. */
    private static UnaryOperator<Notification> held(CaseEvent event, Optional<Instant> tellFrom) {
        boolean holdable = event instanceof CaseEvent.ThresholdPassed
                || event instanceof CaseEvent.FollowedUp
                || event instanceof CaseEvent.Escalated;
        return holdable && tellFrom.isPresent()
                ? notification -> notification.heldUntil(tellFrom.get())
                : notification -> notification;
    }
}
