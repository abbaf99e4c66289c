package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CasePage;
import dk.sagsflow.core.repository.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.sla.clock.Explanation;
import java.time.InstantSource;

/** What people ask the desk, each within what they may see. */
final class Questions {
    private final CaseRepository repository;
    private final InstantSource clock;
    private final AccessPolicy access;
    private final CaseClocks clocks;
    private final WorkLists workLists;
    private final Suggestions suggestions;

    Questions(SupportDeskBuilder builder, AccessPolicy access, CaseClocks clocks) {
        this.repository = builder.repository;
        this.clock = builder.clock;
        this.access = access;
        this.clocks = clocks;
        this.workLists = new WorkLists(builder.model.organisation(), repository, access);
        this.suggestions = new Suggestions(builder.model.organisation(), ImmutableList.copyOf(builder.sources));
    }

    Outcome<SupportCase> seen(Actor actor, CaseNumber number) {
        return repository
                .find(number)
                .filter(access.scope(actor)::contains)
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownCase(number)));
    }

    Outcome<CaseView> view(Actor actor, CaseNumber number) {
        return seen(actor, number)
                .map(found -> new CaseView(found, access.readable(actor, repository.history(number))));
    }

    Outcome<CasePage> query(Actor actor, CaseQuery query) {
        return Outcome.accepted(repository.query(query.withScope(access.scope(actor))));
    }

    Outcome<ImmutableList<WorkItem>> workList(Actor actor, GroupId group, int limit) {
        return Outcome.accepted(workLists.workedOnBy(group, actor, clock.instant(), limit));
    }

    Outcome<ImmutableList<WorkItem>> followUpList(Actor actor, GroupId group, int limit) {
        return Outcome.accepted(workLists.followedUpBy(group, actor, clock.instant(), limit));
    }

    Outcome<ImmutableList<GroupLoad>> overview(Actor actor) {
        return Outcome.accepted(workLists.loads(actor, clock.instant()));
    }

    Outcome<ImmutableList<Explanation>> clocks(Actor actor, CaseNumber number) {
        return seen(actor, number).map(found -> clocks.explain(actor, repository.history(number), clock.instant()));
    }

    Outcome<ImmutableList<Suggestion>> suggestions(Actor actor, CaseNumber number) {
        return seen(actor, number).map(found -> suggestions.of(actor, found));
    }
}
