package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.arrival.ArrivingCases;
import dk.sagsflow.routing.assignment.Assignments;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.due.Absences;
import dk.sagsflow.routing.due.Agendas;
import dk.sagsflow.routing.due.FollowUps;
import dk.sagsflow.routing.due.Outlooks;
import dk.sagsflow.routing.due.Retractions;
import dk.sagsflow.routing.due.Thresholds;
import dk.sagsflow.routing.erasure.Erasure;
import dk.sagsflow.routing.escalation.Reach;
import dk.sagsflow.routing.family.Families;
import dk.sagsflow.routing.guard.GuardedDecisions;
import dk.sagsflow.routing.guard.HandOverGuard;
import dk.sagsflow.routing.message.HostMessages;
import dk.sagsflow.routing.notice.CustomerNews;
import dk.sagsflow.routing.notice.CustomerNotices;
import dk.sagsflow.routing.notice.FamilyNotices;
import dk.sagsflow.routing.notice.GroupNotices;
import dk.sagsflow.routing.notice.InsideNotices;
import dk.sagsflow.routing.notice.Notices;
import dk.sagsflow.routing.notice.NotificationTexts;
import dk.sagsflow.routing.notice.OpeningHoursHold;
import dk.sagsflow.routing.notice.ReplyNotices;
import dk.sagsflow.routing.notice.WatcherNotices;
import dk.sagsflow.routing.notice.Wishes;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.watcher.Watching;
import dk.sagsflow.sla.clock.Clocks;

/** What the stages of a step are made of, for one desk. */
final class Consequences {
    private final SupportDeskBuilder builder;
    private final AccessPolicy access;
    private final SupportOrganisation organisation;
    private final Directory directory;
    private final Histories histories;
    private final Clocks clocks;
    private final CaseDecisions decisions;
    private final Thresholds thresholds;
    private final FollowUps followUps;
    private final Assignments assignments;

    Consequences(SupportDeskBuilder builder, AccessPolicy access) {
        SupportModel model = builder.model;
        this.builder = builder;
        this.access = access;
        this.organisation = model.organisation();
        this.directory = builder.directory;
        this.histories = new Histories(builder.repository);
        this.clocks = new Clocks(model.agreements());
        this.decisions = new CaseDecisions(
                organisation, directory, model.routing().ways(), model.routing().replies());
        this.thresholds = new Thresholds(clocks);
        this.followUps = new FollowUps(model);
        this.assignments = Assignments.of(model.routing().assignments(), builder.strategies, directory);
    }

    Histories histories() {
        return histories;
    }

    Clocks clocks() {
        return clocks;
    }

    CaseDecisions decisions() {
        return decisions;
    }

    Thresholds thresholds() {
        return thresholds;
    }

    FollowUps followUps() {
        return followUps;
    }

    GuardedDecisions guarded() {
        return new GuardedDecisions(guard(), decisions);
    }

    Absences absences() {
        return new Absences(directory, reach());
    }

    Reach reach() {
        return new Reach(organisation, directory);
    }

    HandOverGuard guard() {
        return new HandOverGuard(
                organisation, directory, reach(), builder.model.routing().handOverLimit());
    }

    ArrivingCases arrivals() {
        return new ArrivingCases(assignments, builder.repository, histories, new Outlooks(clocks));
    }

    Families families() {
        return new Families(histories, decisions);
    }

    Erasure erasure() {
        return new Erasure(builder.model, directory);
    }

    Retractions retractions() {
        return new Retractions(thresholds, decisions);
    }

    Agendas agendas() {
        return new Agendas(new Outlooks(clocks), thresholds, followUps, assignments, absences());
    }

    HostMessages messages() {
        return new HostMessages(ImmutableList.copyOf(builder.messages));
    }

    Notices notices() {
        NotificationTexts texts = new NotificationTexts(organisation, directory, builder.templates, builder.zone());
        Wishes wishes = new Wishes(
                builder.subscriptions, builder.digest(), builder.model.routing().groupNotices());
        CustomerNews news = new CustomerNews(followUps);
        WatcherNotices watchers =
                new WatcherNotices(organisation, directory, texts, wishes, new Watching(access, directory));
        return new Notices(
                new CustomerNotices(directory, texts, wishes, news, watchers),
                new InsideNotices(
                        new GroupNotices(organisation, directory, texts, wishes),
                        new ReplyNotices(organisation, texts),
                        new FamilyNotices(organisation, texts)),
                watchers,
                new OpeningHoursHold(builder.model));
    }
}
