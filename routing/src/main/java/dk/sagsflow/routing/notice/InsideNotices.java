package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.Optional;

/** What groups are told because of an event: of their cases, of the words of customers, of what a family did. */
final class InsideNotices {
    private final GroupNotices groups;
    private final ReplyNotices replies;
    private final FamilyNotices families;

    /** What these have to tell. */
    InsideNotices(GroupNotices groups, ReplyNotices replies, FamilyNotices families) {
        this.groups = requireNonNull(groups, "groups");
        this.replies = requireNonNull(replies, "replies");
        this.families = requireNonNull(families, "families");
    }

    ImmutableList<Notification> of(CaseHistory history, int place) {
        ImmutableList<Notification> told =
                groups.of(history.latest(), history.timeline().recorded().get(place));
        Optional<Notification> reply = replies.of(history, place);
        Optional<Notification> left = families.of(history, place);
        if (reply.isEmpty() && left.isEmpty()) {
            return told;
        }
        ImmutableList.Builder<Notification> all = ImmutableList.builder();
        reply.ifPresent(all::add);
        left.ifPresent(all::add);
        return all.addAll(told).build();
    }
}
