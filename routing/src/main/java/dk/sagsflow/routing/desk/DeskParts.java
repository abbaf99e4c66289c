package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.handover.NextTier;
import java.util.Optional;

/** The classes that do a desk's work, put together. */
final class DeskParts {
    final AccessPolicy access;
    final CaseClocks clocks;
    final Storing storing;
    final RequestsOnce requests;
    final CommandHandling commands;
    final Sweep sweep;
    final Delivery delivery;
    final WorkLists workLists;
    final Suggestions suggestions;
    final Optional<DeskScheduler> scheduler;

    DeskParts(SupportDeskBuilder builder, SupportModel model, Directory directory) {
        CaseRepository repository = builder.repository;
        this.access = builder.access.orElseGet(() -> AccessPolicy.standard(model.organisation(), directory));
        this.clocks = new CaseClocks(model.agreements(), directory);
        CaseDecisions decisions = new CaseDecisions(
                model.organisation(), directory, model.routing().ways());
        Thresholds thresholds = new Thresholds(clocks.clocks());
        FollowUps followUps = new FollowUps(model);
        HandOverGuard guard = new HandOverGuard(
                model.organisation(), directory, model.routing().handOverLimit());
        Assignments assignments =
                Assignments.of(model.routing().assignments(), builder.strategies, directory, repository);
        Histories histories = new Histories(repository, clocks);
        Changes changes = new Changes(
                directory,
                new NotificationRules(
                        model.organisation(),
                        directory,
                        new NotificationTexts(model.organisation(), directory, builder.templates, builder.zone()),
                        builder.subscriptions,
                        builder.digest(),
                        new OpeningHoursHold(model),
                        followUps,
                        clocks::speaksForOrganisation),
                thresholds,
                followUps,
                assignments);
        this.storing = new Storing(repository, ImmutableList.copyOf(builder.listeners));
        this.requests = new RequestsOnce(repository, storing);
        this.commands = new CommandHandling(repository, histories, access, decisions, changes, guard, assignments);
        this.sweep = new Sweep(
                repository,
                new DueWork(
                        repository,
                        storing,
                        histories,
                        decisions,
                        changes,
                        thresholds,
                        new Escalations(
                                model.organisation(),
                                new NextTier(
                                        model.organisation(), model.routing().handOvers())),
                        followUps,
                        guard,
                        assignments));
        this.suggestions = new Suggestions(model.organisation(), ImmutableList.copyOf(builder.sources));
        this.delivery =
                new Delivery(repository.outbox(), builder.delivery, new Digests(builder.templates), builder.clock);
        this.workLists = new WorkLists(model.organisation(), repository, access, clocks);
        this.scheduler = builder.scheduling.map(scheduling -> DeskScheduler.begun(
                scheduling,
                builder.clock,
                sweep,
                delivery,
                new PatientNotifier(builder.notifier, builder.delivery.lease())));
    }
}
