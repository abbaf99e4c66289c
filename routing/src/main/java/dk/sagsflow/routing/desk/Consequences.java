package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.arrival.ArrivingCases;
import dk.sagsflow.routing.assignment.Assignments;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.due.Agendas;
import dk.sagsflow.routing.due.Dues;
import dk.sagsflow.routing.due.Outlooks;
import dk.sagsflow.routing.due.Retractions;
import dk.sagsflow.routing.erasure.Erasure;
import dk.sagsflow.routing.erasure.Forgetting;
import dk.sagsflow.routing.escalation.Reach;
import dk.sagsflow.routing.family.Families;
import dk.sagsflow.routing.guard.GuardedDecisions;
import dk.sagsflow.routing.guard.HandOverGuard;
import dk.sagsflow.routing.message.HostMessages;
import dk.sagsflow.routing.notice.Correspondence;
import dk.sagsflow.routing.notice.Notices;
import dk.sagsflow.routing.notice.WithdrawnCopies;
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
    private final Dues dues;
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
        this.dues = new Dues(model, clocks, directory, reach());
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

    Dues dues() {
        return dues;
    }

    GuardedDecisions guarded() {
        return new GuardedDecisions(guard(), decisions);
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
        return dues.retractions(decisions);
    }

    Agendas agendas() {
        return dues.agendas(assignments);
    }

    HostMessages messages() {
        return new HostMessages(ImmutableList.copyOf(builder.messages));
    }

    Forgetting forgetting() {
        return new Forgetting(decisions, withdrawn(), directory);
    }

    WithdrawnCopies withdrawn() {
        return new WithdrawnCopies(directory);
    }

    Notices notices() {
        Correspondence writing =
                new Correspondence(builder.templates, builder.zone(), builder.subscriptions, builder.digest());
        return Notices.of(builder.model, directory, writing, dues.followUps(), new Watching(access, directory));
    }
}
