package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.attachment.AttachedContent;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.Entitled;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.core.suggestion.Suggestion;
import dk.sagsflow.core.view.Audience;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CaseViewPage;
import dk.sagsflow.core.view.CaseViews;
import dk.sagsflow.routing.attachment.Attachments;
import dk.sagsflow.routing.family.Duplicates;
import dk.sagsflow.sla.clock.Explanation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What people ask the desk, each within what they may see. */
final class Questions {
    private final CaseRepository repository;
    private final InstantSource clock;
    private final AccessPolicy access;
    private final CaseViews views;
    private final CaseClocks clocks;
    private final Attachments attachments;
    private final WorkLists workLists;
    private final Duplicates duplicates;
    private final Suggestions suggestions;

    Questions(SupportDeskBuilder builder, AccessPolicy access, CaseClocks clocks, Attachments attachments) {
        this.repository = builder.repository;
        this.clock = builder.clock;
        this.access = access;
        this.views = new CaseViews(builder.model.organisation());
        this.clocks = clocks;
        this.attachments = attachments;
        this.workLists = new WorkLists(builder.model.organisation(), repository, access, views);
        this.duplicates = new Duplicates(repository);
        this.suggestions = new Suggestions(ImmutableList.copyOf(builder.sources));
    }

    Outcome<SupportCase> seen(Actor actor, CaseNumber number) {
        return repository
                .find(number)
                .filter(access.scope(actor)::contains)
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownCase(number)));
    }

    Outcome<CaseFile> view(Actor actor, CaseNumber number) {
        return repository
                .load(number)
                .filter(found -> access.scope(actor).contains(found.state()))
                .map(found -> Outcome.accepted(file(actor, found)))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownCase(number)));
    }

    private CaseFile file(Actor actor, StoredCase found) {
        Audience audience = access.audience(actor);
        ImmutableList<CaseEvent> merged =
                audience == Audience.OPERATOR && found.state().original()
                        ? duplicates.of(found.number(), access.scope(actor))
                        : ImmutableList.of();
        return views.file(found.state(), found.history(), merged, audience);
    }

    /** Keeps a content that an operator, a program or a customer with access hands in. */
    Outcome<Attachment> keep(Actor actor, Upload upload) {
        return access.scope(actor).equals(CaseScope.nothing())
                ? Outcome.refused(new Refusal.NotEntitled(
                        actor.id(), CaseAction.ADD_NOTE, ImmutableSet.of(new Entitled.CustomersWithAccess())))
                : attachments.keep(upload);
    }

    Outcome<AttachedContent> attachment(Actor actor, CaseNumber number, AttachmentId id) {
        return seen(actor, number)
                .flatMap(found -> attached(actor, found)
                        .map(SupportCase.Attached::attachment)
                        .filter(attachment -> attachment.id().equals(id))
                        .findFirst()
                        .map(attachments::open)
                        .orElseGet(() -> Outcome.refused(new Refusal.UnknownAttachment(id))));
    }

    /** What came with a case as this person sees it: to operators what came with its duplicates too, as in {@link #file}. */
    private Stream<SupportCase.Attached> attached(Actor actor, SupportCase found) {
        if (access.audience(actor) != Audience.OPERATOR) {
            return found.attachments().stream().filter(each -> each.visibility() == Visibility.CUSTOMER);
        }
        Stream<Supplier<Stream<SupportCase.Attached>>> own =
                Stream.of(() -> found.attachments().stream(), () -> merged(actor, found).stream());
        return own.flatMap(Supplier::get);
    }

    private ImmutableList<SupportCase.Attached> merged(Actor actor, SupportCase found) {
        return found.original() ? duplicates.attachments(found.number(), access.scope(actor)) : ImmutableList.of();
    }

    /** What whoever asked may see of what became of a request. */
    Outcome<CaseView> shown(Actor actor, Outcome<SupportCase> outcome) {
        return outcome instanceof Outcome.Refused<SupportCase> refused
                ? Outcome.refused(shown(actor, refused.refusal()))
                : outcome.map(current -> views.view(current, access.audience(actor)));
    }

    /** A key or a reference may be another's, whose case is nobody else's business. */
    Refusal shown(Actor actor, Refusal refusal) {
        if (refusal instanceof Refusal.KeyOfAnotherRequest taken) {
            return new Refusal.KeyOfAnotherRequest(taken.key(), shown(actor, taken.number()));
        }
        return refusal instanceof Refusal.ReferenceTaken taken
                ? new Refusal.ReferenceTaken(taken.reference(), shown(actor, taken.number()))
                : refusal;
    }

    private Optional<CaseNumber> shown(Actor actor, Optional<CaseNumber> number) {
        return number.filter(found -> seen(actor, found).wasAccepted());
    }

    Outcome<CaseViewPage> query(Actor actor, CaseQuery query) {
        Optional<Refusal> objection = access.objection(actor, query);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        Audience audience = access.audience(actor);
        CasePage page = repository.query(query.withScope(access.scope(actor)));
        return Outcome.accepted(new CaseViewPage(
                page.cases().stream()
                        .map(current -> views.view(current, audience))
                        .collect(ImmutableList.toImmutableList()),
                audience == Audience.OPERATOR ? page.unreadable() : ImmutableList.of(),
                page.next()));
    }

    /** The whole case, for an operator who may see it. */
    Outcome<SupportCase> seenWhole(Actor actor, CaseNumber number, CaseAction action) {
        return access.audience(actor) == Audience.OPERATOR
                ? seen(actor, number)
                : Outcome.refused(
                        new Refusal.NotEntitled(actor.id(), action, ImmutableSet.of(new Entitled.Operators())));
    }

    Outcome<WorkList> workList(Actor actor, GroupId group, int limit) {
        return Outcome.accepted(workLists.workedOnBy(group, actor, clock.instant(), limit));
    }

    Outcome<WorkList> followUpList(Actor actor, GroupId group, int limit) {
        return Outcome.accepted(workLists.followedUpBy(group, actor, clock.instant(), limit));
    }

    Outcome<ImmutableList<GroupLoad>> overview(Actor actor) {
        return Outcome.accepted(workLists.loads(actor, clock.instant()));
    }

    Outcome<ImmutableList<Explanation>> clocks(Actor actor, CaseNumber number, Instant asOf) {
        return seen(actor, number)
                .map(found -> clocks.explain(access.audience(actor), repository.history(number), asOf));
    }

    Outcome<ImmutableList<Suggestion>> suggestions(Actor actor, CaseNumber number) {
        return seen(actor, number).map(found -> suggestions.of(access.audience(actor), found));
    }
}
