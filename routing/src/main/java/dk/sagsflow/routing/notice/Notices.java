package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.due.FollowUps;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.routing.watcher.Watching;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who is told what because of a step. */
public final class Notices {
    private final CustomerNotices customers;
    private final InsideNotices inside;
    private final WatcherNotices watchers;
    private final OpeningHoursHold hold;

    /** Notices to customers and groups, some of them held to opening hours. */
    private Notices(CustomerNotices customers, InsideNotices inside, WatcherNotices watchers, OpeningHoursHold hold) {
        this.customers = requireNonNull(customers, "customers");
        this.inside = requireNonNull(inside, "inside");
        this.watchers = requireNonNull(watchers, "watchers");
        this.hold = requireNonNull(hold, "hold");
    }

    /** What people are told of what happens under this model, written like this, to those who watch a case too. */
    public static Notices of(
            SupportModel model, Directory directory, Correspondence writing, FollowUps followUps, Watching watching) {
        SupportOrganisation organisation = model.organisation();
        NotificationTexts texts = new NotificationTexts(organisation, directory, writing.templates(), writing.zone());
        Wishes wishes = new Wishes(
                writing.subscriptions(), writing.digest(), model.routing().groupNotices());
        WatcherNotices watchers = new WatcherNotices(organisation, directory, texts, wishes, watching);
        InsideNotices inside = new InsideNotices(
                new GroupNotices(organisation, directory, texts, wishes),
                new ReplyNotices(organisation, texts),
                new FamilyNotices(organisation, texts));
        CustomerNews news = new CustomerNews(followUps);
        return new Notices(
                new CustomerNotices(directory, texts, wishes, news, watchers),
                inside,
                watchers,
                new OpeningHoursHold(model));
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
            ImmutableList<Notification> groups = inside.of(history, place);
            UnaryOperator<Notification> held = held(event, tellFrom);
            customers.of(history, place).forEach(told -> all.add(held.apply(told)));
            groups.forEach(told -> all.add(held.apply(told)));
            watchers.asGroups(history, place, groups).forEach(told -> all.add(held.apply(told)));
        }
        return all.build();
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
