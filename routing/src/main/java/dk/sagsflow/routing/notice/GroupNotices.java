package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.notice.NotificationTexts.Message;
import dk.sagsflow.routing.notice.NotificationTexts.Recipient;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What groups and those who answer for them are told: by advisory notice (R08, R10), when a limit is near or used up (R17),
 * when a case waits too long (R14), and, as groups subscribe, where their cases are.
 */
final class GroupNotices {
    private static final Locale DANISH = Locale.forLanguageTag("da");

    private final SupportOrganisation organisation;
    private final Directory directory;
    private final NotificationTexts texts;
    private final Wishes wishes;
    private final MoveNotices moves;

    /** Notices to the groups of this organisation and the people in this directory. */
    GroupNotices(SupportOrganisation organisation, Directory directory, NotificationTexts texts, Wishes wishes) {
        this.organisation = requireNonNull(organisation, "organisation");
        this.directory = requireNonNull(directory, "directory");
        this.texts = requireNonNull(texts, "texts");
        this.wishes = requireNonNull(wishes, "wishes");
        this.moves = new MoveNotices(organisation, directory, texts, wishes);
    }

    ImmutableList<Notification> of(SupportCase after, CaseEvent event) {
        if (event instanceof CaseEvent.AdvisoryNoticeGiven notice) {
            return advisory(after, notice);
        }
        if (event instanceof CaseEvent.ThresholdPassed threshold) {
            return limit(after, threshold);
        }
        if (event instanceof CaseEvent.FollowedUp followed) {
            Message message = Message.of(Notification.Kind.FOLLOW_UP, "")
                    .because("reason." + followed.followUp().occasion());
            return told(after, event, message, followed.followUp().told());
        }
        return event instanceof CaseEvent.Escalated escalated
                ? escalation(after, escalated)
                : moves.of(after, event).map(ImmutableList::of).orElse(ImmutableList.of());
    }

    private ImmutableList<Notification> advisory(SupportCase after, CaseEvent.AdvisoryNoticeGiven notice) {
        Message message = Message.of(Notification.Kind.ADVISORY_NOTICE, "").because("reason." + notice.reason());
        return told(
                after,
                notice,
                message,
                organisation.groupsAt(notice.tier()).map(SupportGroup::id).toList());
    }

    private ImmutableList<Notification> limit(SupportCase after, CaseEvent.ThresholdPassed threshold) {
        Notification.Kind kind = threshold.passed().exceeded()
                ? Notification.Kind.TIME_LIMIT_EXCEEDED
                : Notification.Kind.TIME_LIMIT_NEAR;
        Message message = Message.of(kind, "").at(Optional.of(threshold.passed().dueAt()));
        return told(after, threshold, message, threshold.passed().told());
    }

    private ImmutableList<Notification> escalation(SupportCase after, CaseEvent.Escalated escalated) {
        Message message = Message.of(Notification.Kind.ESCALATED, escalated.reason());
        return directory
                .actor(escalated.to())
                .flatMap(this::reader)
                .flatMap(reader -> wishes.of(
                        escalated.to(), message.kind(), () -> texts.written(after, escalated, message, reader)))
                .map(ImmutableList::of)
                .orElse(ImmutableList.of());
    }

    /** Each address is told once, however many of the groups read it. */
    private ImmutableList<Notification> told(
            SupportCase after, CaseEvent event, Message message, Collection<GroupId> groups) {
        Set<Recipient> readers = new LinkedHashSet<>();
        for (GroupId group : groups) {
            organisation.group(group).flatMap(GroupNotices::reader).ifPresent(readers::add);
        }
        ImmutableList.Builder<Notification> all = ImmutableList.builder();
        for (Recipient reader : readers) {
            all.add(texts.written(after, event, message, reader));
        }
        return all.build();
    }

    private static Optional<Recipient> reader(SupportGroup group) {
        return group.mailAddress().map(address -> new Recipient(address, group.language()));
    }

    /** A supporter reads the language of the first group that the supporter works in. */
    private Optional<Recipient> reader(Actor actor) {
        Locale language = actor.memberships().stream()
                .flatMap(group -> organisation.group(group).stream())
                .map(SupportGroup::language)
                .findFirst()
                .orElse(DANISH);
        return actor.mailAddress().map(address -> new Recipient(address, language));
    }
}
