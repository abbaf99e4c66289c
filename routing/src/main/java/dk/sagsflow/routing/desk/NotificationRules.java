package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.desk.NotificationTexts.Message;
import dk.sagsflow.routing.desk.NotificationTexts.Recipient;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who is told what: customers without access to the helpdesk by mail (R20), those with access as they subscribe, groups by
 * advisory notice (R08, R10), groups and those who answer for them when a limit is near or used up (R17) or a case waits
 * too long (R14).
 */
final class NotificationRules {
    private static final Locale DANISH = Locale.forLanguageTag("da");

    private final SupportOrganisation organisation;
    private final Directory directory;
    private final NotificationTexts texts;
    private final Subscriptions subscriptions;
    private final DigestSchedule digest;
    private final OpeningHoursHold hold;
    private final FollowUps followUps;
    private final CustomerNews news;

    NotificationRules(
            SupportOrganisation organisation,
            Directory directory,
            NotificationTexts texts,
            Subscriptions subscriptions,
            DigestSchedule digest,
            OpeningHoursHold hold,
            FollowUps followUps,
            Predicate<ActorId> speaks) {
        this.organisation = organisation;
        this.directory = directory;
        this.texts = texts;
        this.subscriptions = subscriptions;
        this.digest = digest;
        this.hold = hold;
        this.followUps = followUps;
        this.news = new CustomerNews(event -> speaks.test(event.actor()));
    }

    /**
     * What the latest events of a case have to be told.
     *
     * @param stored how many events were told of before
     */
    ImmutableList<Notification> of(CaseHistory history, int stored) {
        ImmutableList.Builder<Notification> all = ImmutableList.builder();
        SupportCase after = history.latest();
        Optional<Instant> tellFrom = Optional.empty();
        for (int place = stored; place < history.events().size(); place++) {
            CaseEvent event = history.events().get(place);
            if (event instanceof CaseEvent.ThresholdPassed threshold) {
                tellFrom = hold.tellFrom(threshold.passed(), event.at());
            }
            if (event instanceof CaseEvent.FollowedUp followed) {
                tellFrom = hold.tellFrom(followed.followUp(), event.at());
            }
            // An escalation follows the threshold that asks for it, and is held as that is.
            boolean holdable = event instanceof CaseEvent.ThresholdPassed
                    || event instanceof CaseEvent.FollowedUp
                    || event instanceof CaseEvent.Escalated;
            Optional<Instant> opening = holdable ? tellFrom : Optional.empty();
            toCustomer(after, event, news(history, place)).ifPresent(told -> all.add(held(told, opening)));
            for (Notification told : toGroups(after, event)) {
                all.add(held(told, opening));
            }
        }
        return all.build();
    }

    private static Notification held(Notification notification, Optional<Instant> opening) {
        return opening.map(notification::heldUntil).orElse(notification);
    }

    private Optional<Message> news(CaseHistory history, int place) {
        CaseEvent event = history.events().get(place);
        Optional<SupportCase> before = place == 0 ? Optional.empty() : Optional.of(history.state(place - 1));
        Optional<Instant> closing = event instanceof CaseEvent.FollowedUp
                ? followUps.nextClosing(history.first(place + 1))
                : Optional.empty();
        return news.of(before, event, history.state(place), closing);
    }

    private Optional<Notification> toCustomer(SupportCase after, CaseEvent event, Optional<Message> message) {
        Optional<Customer> customer = directory.customer(after.customer()).filter(reader -> !wrote(reader, event));
        Optional<String> address = customer.flatMap(Customer::mailAddress);
        if (customer.isEmpty() || address.isEmpty() || message.isEmpty()) {
            return Optional.empty();
        }
        Subscriptions.Wish wish = customer.get().helpdeskAccess()
                ? subscriptions.wish(customer.get().id(), message.get().kind())
                : Subscriptions.Wish.AT_ONCE;
        Recipient recipient = new Recipient(address.get(), customer.get().language());
        return asWished(wish, texts.written(after, event, message.get(), recipient));
    }

    private Optional<Notification> asWished(Subscriptions.Wish wish, Notification notification) {
        return switch (wish) {
            case AT_ONCE -> Optional.of(notification);
            case IN_DIGEST ->
                digest.next(notification.at()).map(notification::inDigestAt).or(() -> Optional.of(notification));
            case NOT_AT_ALL -> Optional.empty();
        };
    }

    /** Nobody is sent the own note. */
    private boolean wrote(Customer customer, CaseEvent event) {
        return event instanceof CaseEvent.NoteAdded
                && directory
                        .actor(event.actor())
                        .flatMap(Actor::customer)
                        .filter(customer.id()::equals)
                        .isPresent();
    }

    private ImmutableList<Notification> toGroups(SupportCase after, CaseEvent event) {
        if (event instanceof CaseEvent.AdvisoryNoticeGiven notice) {
            Message message = Message.of(Notification.Kind.ADVISORY_NOTICE, "").because("reason." + notice.reason());
            return told(
                    after,
                    event,
                    message,
                    organisation.groupsAt(notice.tier()).map(SupportGroup::id).toList());
        }
        if (event instanceof CaseEvent.ThresholdPassed threshold) {
            Notification.Kind kind = threshold.passed().exceeded()
                    ? Notification.Kind.TIME_LIMIT_EXCEEDED
                    : Notification.Kind.TIME_LIMIT_NEAR;
            Message message =
                    Message.of(kind, "").at(Optional.of(threshold.passed().dueAt()));
            return told(after, event, message, threshold.passed().told());
        }
        if (event instanceof CaseEvent.FollowedUp followed) {
            Message message = Message.of(Notification.Kind.FOLLOW_UP, "")
                    .because("reason." + followed.followUp().occasion());
            return told(after, event, message, followed.followUp().told());
        }
        if (event instanceof CaseEvent.Escalated escalated) {
            Message message = Message.of(Notification.Kind.ESCALATED, escalated.reason());
            return directory
                    .actor(escalated.to())
                    .flatMap(this::reader)
                    .flatMap(reader -> asWished(
                            subscriptions.wish(escalated.to(), message.kind()),
                            texts.written(after, event, message, reader)))
                    .map(ImmutableList::of)
                    .orElse(ImmutableList.of());
        }
        return ImmutableList.of();
    }

    /** Each address is told once, however many of the groups read it. */
    private ImmutableList<Notification> told(
            SupportCase after, CaseEvent event, Message message, Collection<GroupId> groups) {
        Set<Recipient> readers = new LinkedHashSet<>();
        for (GroupId group : groups) {
            organisation.group(group).flatMap(NotificationRules::reader).ifPresent(readers::add);
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
