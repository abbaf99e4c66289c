package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.request.Commands;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.routing.step.Steps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What would become of commands: each goes the way of a request as far as the decision and is forgotten then, so that what is
 * told here is what a request is told. The case is read once for all of them.
 */
final class Options {
    /** How many other cases of the customer are asked about. */
    private static final int OTHERS = 5;
    /** How many cases that were searched for are asked about at most. */
    private static final int FOUND = 50;

    private final CaseRepository repository;
    private final Histories histories;
    private final AccessPolicy access;
    private final Directory directory;
    private final Commands commands;
    private final Examples examples;
    private final ImmutableList<AssignmentRule> assignments;
    private final Questions questions;

    Options(
            SupportDeskBuilder builder,
            AccessPolicy access,
            Histories histories,
            Commands commands,
            Questions questions) {
        this.questions = questions;
        this.repository = builder.repository;
        this.histories = histories;
        this.access = access;
        this.directory = builder.directory;
        this.commands = commands;
        this.examples = new Examples(builder.model.organisation(), directory, access);
        this.assignments = builder.model.routing().assignments();
    }

    /** What would become of this now, if it is no repetition. */
    Outcome<SupportCase> foreseen(CaseRequest request, Instant now) {
        Outcome<StepDraft> outcome = commands.decide(StepDraft.begun(now, false), ImmutableList.of(request));
        return refusal(outcome)
                .<Outcome<SupportCase>>map(Outcome::refused)
                .orElseGet(() -> outcome.map(StepDraft::after));
    }

    /**
     * What somebody can do with a case.
     *
     * @param search finds the cases to which links are asked about; empty for the oldest others of the customer
     */
    Outcome<CaseOptions> of(Actor actor, CaseNumber number, Optional<CaseQuery> search, Instant now) {
        Optional<Refusal> hidden = search.flatMap(query -> access.objection(actor, query));
        if (hidden.isPresent()) {
            return Outcome.refused(hidden.get());
        }
        return histories
                .find(number)
                .filter(found -> access.scope(actor).contains(found.after()))
                .map(found -> Outcome.accepted(of(actor, found, search, now)))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownCase(number)));
    }

    private CaseOptions of(Actor actor, CaseDraft found, Optional<CaseQuery> search, Instant now) {
        SupportCase current = found.after();
        int most = search.map(query -> Math.min(query.pageSize(), FOUND)).orElse(OTHERS);
        List<CaseNumber> others = others(actor, current, search.orElseGet(() -> ofCustomer(current)), most);
        List<CaseNumber> asked = others.subList(0, Math.min(most, others.size()));
        ImmutableList.Builder<CaseOption> all = ImmutableList.builder();
        Examples.Others cases = new Examples.Others(asked, related(actor, current));
        for (ImmutableList<CaseCommand> kind : examples.of(actor, current, cases, now)) {
            all.addAll(asked(actor, found, kind, now));
        }
        return new CaseOptions(current.number(), current.version(), now, all.build(), others.size() > asked.size());
    }

    /** The cases to which it is linked and that whoever asks may see. */
    private List<CaseNumber> related(Actor actor, SupportCase current) {
        return current.relatedCases().stream()
                .map(SupportCase.RelatedCase::number)
                .filter(number -> histories
                        .state(number)
                        .filter(access.scope(actor)::contains)
                        .isPresent())
                .toList();
    }

    /** Those of one kind, or the first alone if it is refused for what has nothing to do with the choice. */
    private ImmutableList<CaseOption> asked(Actor actor, CaseDraft found, List<CaseCommand> kind, Instant now) {
        ImmutableList.Builder<CaseOption> options = ImmutableList.builder();
        for (CaseCommand example : kind) {
            Optional<Refusal> refusal = refusal(
                            commands.decide(StepDraft.begun(now, false).with(found), actor, found, example))
                    .map(refused -> questions.shown(actor, refused));
            options.add(new CaseOption(example, refusal, missing(found.after(), example, now)));
            if (refusal.filter(Options::whateverIsChosen).isPresent()) {
                break;
            }
        }
        return options.build();
    }

    private static boolean whateverIsChosen(Refusal refusal) {
        return refusal instanceof Refusal.NotEntitled
                || refusal instanceof Refusal.WrongStatus
                || refusal instanceof Refusal.PersonalDataErased;
    }

    private Optional<Refusal> refusal(Outcome<StepDraft> outcome) {
        return outcome instanceof Outcome.Refused<StepDraft> refused
                ? Optional.of(refused.refusal())
                : taken(outcome.orElseThrow());
    }

    /** What a step claims for a case that another has already, as the store would say. */
    private Optional<Refusal> taken(StepDraft draft) {
        return draft.cases().stream()
                .flatMap(each -> claimed(each).stream()
                        .flatMap(claim -> holder(claim, each).stream().map(holder -> Steps.taken(claim, holder))))
                .findFirst();
    }

    private static Set<Reference> claimed(CaseDraft draft) {
        boolean claims = draft.added().stream()
                .anyMatch(event ->
                        event instanceof CaseEvent.ReferenceAdded || event instanceof CaseEvent.AttachmentAdded);
        return claims && draft.stored() > 0
                ? Sets.difference(
                        CaseStep.claims(draft.after()),
                        CaseStep.claims(draft.history().state(draft.stored() - 1)))
                : ImmutableSet.of();
    }

    private Optional<CaseNumber> holder(Reference claim, CaseDraft draft) {
        return repository.query(CaseQuery.builder().reference(claim).pageSize(2).build()).cases().stream()
                .map(SupportCase::number)
                .filter(number -> !number.equals(draft.after().number()))
                .findFirst();
    }

    /** The other cases of the customer that are not closed, the oldest first. */
    private static CaseQuery ofCustomer(SupportCase current) {
        return CaseQuery.builder()
                .customer(current.customer())
                .addStatuses(CaseStatus.QUEUED, CaseStatus.IN_PROGRESS, CaseStatus.ON_HOLD, CaseStatus.ANSWERED)
                .build();
    }

    /** Those found, itself left out, one more than are asked about if there are more. */
    private List<CaseNumber> others(Actor actor, SupportCase current, CaseQuery query, int most) {
        CaseQuery within = query.withScope(access.scope(actor)).withPageSize(most + 2);
        return repository.query(within).cases().stream()
                .map(SupportCase::number)
                .filter(number -> !number.equals(current.number()))
                .limit(most + 1L)
                .toList();
    }

    private ImmutableSet<CompetenceId> missing(SupportCase current, CaseCommand example, Instant now) {
        if (!(example instanceof CaseCommand.Assign assign)) {
            return ImmutableSet.of();
        }
        Optional<AssignmentRule> rule = current.working()
                .map(Station::group)
                .flatMap(group -> assignments.stream()
                        .filter(declared -> declared.group().equals(group))
                        .findFirst());
        return rule.flatMap(asking ->
                        directory.actor(assign.assignee()).map(member -> asking.missing(member, current, now)))
                .orElse(ImmutableSet.of());
    }
}
