package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.view.Audience;
import dk.sagsflow.core.watcher.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Commands that stand for all that somebody could ask for: of each kind one for each choice that it has, the kinds in the
 * order of the actions. The first of a kind names nobody and nothing that whoever asks may not know of.
 */
final class Examples {
    /** Stands for what people write. */
    private static final String TEXT = "...";

    /** Stands for a colleague of the customer. */
    private static final Watcher SOMEBODY = new Watcher.Colleague("somebody@example.org");

    private final SupportOrganisation organisation;
    private final Directory directory;
    private final AccessPolicy access;

    Examples(SupportOrganisation organisation, Directory directory, AccessPolicy access) {
        this.organisation = organisation;
        this.directory = directory;
        this.access = access;
    }

    /**
     * Other cases that whoever asks may see.
     *
     * @param found those that this one may be related to
     * @param related those that it is related to
     */
    record Others(List<CaseNumber> found, List<CaseNumber> related) {}

    /** Examples of each kind. */
    ImmutableList<ImmutableList<CaseCommand>> of(Actor actor, SupportCase current, Others others, Instant now) {
        return Stream.of(
                        chain(actor, current),
                        waiting(now),
                        record(actor, current),
                        watchers(actor, current),
                        ends(current, others))
                .flatMap(kinds -> kinds)
                .collect(ImmutableList.toImmutableList());
    }

    private Stream<ImmutableList<CaseCommand>> chain(Actor actor, SupportCase current) {
        return Stream.of(
                ImmutableList.of(new CaseCommand.Accept()),
                each(assignees(actor, current), CaseCommand.Assign::new),
                each(groups(), group -> new CaseCommand.HandOver(group.id(), TEXT)),
                ImmutableList.of(new CaseCommand.Answer(TEXT)),
                each(GiveBackReason.values(), reason -> new CaseCommand.GiveBack(reason, TEXT)));
    }

    private static Stream<ImmutableList<CaseCommand>> waiting(Instant now) {
        Optional<Instant> tomorrow = Optional.of(now.plus(Duration.ofDays(1)));
        return Stream.of(
                each(
                        WaitingFor.values(),
                        waitingFor -> new CaseCommand.Pause(
                                waitingFor, waitingFor == WaitingFor.DATE ? tomorrow : Optional.empty(), TEXT)),
                ImmutableList.of(new CaseCommand.Resume()));
    }

    private Stream<ImmutableList<CaseCommand>> record(Actor actor, SupportCase current) {
        return Stream.of(
                classifications(actor, current),
                judgements(),
                fields(actor),
                ImmutableList.of(new CaseCommand.AddNote(Visibility.CUSTOMER, TEXT)),
                ImmutableList.of(new CaseCommand.AddNote(Visibility.INTERNAL, TEXT)),
                each(suppliers(), supplier -> new CaseCommand.DocumentSupplierContact(supplier.id(), TEXT)),
                each(leads(actor), lead -> new CaseCommand.Escalate(lead, TEXT)),
                ImmutableList.of(new CaseCommand.ProvideWorkaround(TEXT)),
                each(ChangeKind.values(), kind -> new CaseCommand.ConvertToChange(kind, TEXT)),
                ImmutableList.of(new CaseCommand.Refer(TEXT, TEXT)),
                ImmutableList.of(new CaseCommand.LinkKnowledge(TEXT)),
                ImmutableList.of(new CaseCommand.AddReference(
                        new Reference(TEXT, current.number().value()))));
    }

    private Stream<ImmutableList<CaseCommand>> watchers(Actor actor, SupportCase current) {
        boolean all = access.audience(actor) == Audience.OPERATOR;
        return Stream.of(
                ImmutableList.of(new CaseCommand.AddWatcher(SOMEBODY)),
                each(
                        Watcher.Copies.values(),
                        copies -> new CaseCommand.AddWatcher(new Watcher.Member(actor.id(), copies))),
                removing(current, Watcher.Colleague.class, SOMEBODY),
                all
                        ? removing(current, Watcher.Member.class, myself(actor))
                        : ImmutableList.of(new CaseCommand.RemoveWatcher(myself(actor))));
    }

    private static Watcher myself(Actor actor) {
        return new Watcher.Member(actor.id(), Watcher.Copies.GROUP);
    }

    /** Those of this sort who watch; one who does not, if there is none. */
    private static ImmutableList<CaseCommand> removing(
            SupportCase current, Class<? extends Watcher> sort, Watcher otherwise) {
        ImmutableList<CaseCommand> there = current.watchers().stream()
                .filter(sort::isInstance)
                .<CaseCommand>map(CaseCommand.RemoveWatcher::new)
                .collect(ImmutableList.toImmutableList());
        return there.isEmpty() ? ImmutableList.of(new CaseCommand.RemoveWatcher(otherwise)) : there;
    }

    private static Stream<ImmutableList<CaseCommand>> ends(SupportCase current, Others others) {
        List<CaseNumber> related = others.found().isEmpty() ? List.of(current.number()) : others.found();
        return Stream.of(
                ImmutableList.copyOf(Arrays.stream(CaseRelation.values())
                        .flatMap(relation ->
                                related.stream().<CaseCommand>map(other -> new CaseCommand.LinkCase(relation, other)))
                        .toList()),
                unlinking(current, others.related()),
                ImmutableList.of(new CaseCommand.Reopen(TEXT)),
                ImmutableList.of(new CaseCommand.Confirm()),
                each(ClosingReason.values(), reason -> new CaseCommand.Close(reason, TEXT)),
                ImmutableList.of(new CaseCommand.TakeUp()),
                ImmutableList.of(new CaseCommand.ErasePersonalData()));
    }

    /** The links to cases that whoever asks may see; one that there is not, if there is none. */
    private static ImmutableList<CaseCommand> unlinking(SupportCase current, List<CaseNumber> seen) {
        ImmutableList<CaseCommand> there = current.relatedCases().stream()
                .filter(related -> seen.contains(related.number()))
                .<CaseCommand>map(related -> new CaseCommand.UnlinkCase(related.relation(), related.number()))
                .collect(ImmutableList.toImmutableList());
        return there.isEmpty()
                ? ImmutableList.of(new CaseCommand.UnlinkCase(CaseRelation.DUPLICATE_OF, current.number()))
                : there;
    }

    private static <T> ImmutableList<CaseCommand> each(T[] choices, Function<T, CaseCommand> command) {
        return each(Arrays.asList(choices), command);
    }

    private static <T> ImmutableList<CaseCommand> each(Iterable<T> choices, Function<T, CaseCommand> command) {
        ImmutableList.Builder<CaseCommand> commands = ImmutableList.builder();
        choices.forEach(choice -> commands.add(command.apply(choice)));
        return commands.build();
    }

    private ImmutableSet<ActorId> assignees(Actor actor, SupportCase current) {
        return Stream.concat(
                        Stream.of(actor.id()),
                        current.working().map(Station::group).map(directory::members).stream()
                                .flatMap(List::stream)
                                .filter(member -> !member.automation())
                                .map(Actor::id))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The entrance of the contact tier first, which everybody knows. */
    private ImmutableSet<SupportGroup> groups() {
        return Stream.concat(
                        organisation.group(organisation.contactEntrance()).stream(), organisation.groups().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    private ImmutableSet<SupportGroup> suppliers() {
        ImmutableSet<SupportGroup> suppliers = organisation.groups().stream()
                .filter(group -> group.kind() == GroupKind.SUPPLIER)
                .collect(ImmutableSet.toImmutableSet());
        return suppliers.isEmpty() ? groups() : suppliers;
    }

    private ImmutableSet<ActorId> leads(Actor actor) {
        return Stream.concat(
                        Stream.of(actor.id()), organisation.groups().stream().flatMap(group -> group.lead().stream()))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Each kind, system and cause, the rest as it is for those who may see it. */
    private ImmutableList<CaseCommand> classifications(Actor actor, SupportCase current) {
        boolean all = access.audience(actor) == Audience.OPERATOR;
        CaseCommand.Classify now = new CaseCommand.Classify(
                current.kind(),
                current.system(),
                current.category().filter(category -> all),
                all ? current.cause() : Cause.UNKNOWN);
        Stream<CaseCommand.Classify> kinds = Arrays.stream(CaseKind.values())
                .map(kind -> new CaseCommand.Classify(kind, now.system(), now.category(), now.cause()));
        Stream<CaseCommand.Classify> systems = organisation.systemIds().stream()
                .map(system -> new CaseCommand.Classify(now.kind(), Optional.of(system), now.category(), now.cause()));
        Stream<CaseCommand.Classify> causes = Arrays.stream(Cause.values())
                .map(cause -> new CaseCommand.Classify(now.kind(), now.system(), now.category(), cause));
        return Stream.of(kinds, systems, causes)
                .flatMap(commands -> commands)
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<CaseCommand> judgements() {
        return Arrays.stream(Impact.values())
                .flatMap(impact -> Arrays.stream(Urgency.values())
                        .<CaseCommand>map(urgency -> new CaseCommand.Prioritise(impact, urgency)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Each field cleared, and each word of those that have words to choose from. */
    private ImmutableList<CaseCommand> fields(Actor actor) {
        boolean all = access.audience(actor) == Audience.OPERATOR;
        ImmutableList<CaseCommand> fields = organisation.attributes().stream()
                .filter(field -> all || field.visible())
                .flatMap(Examples::values)
                .collect(ImmutableList.toImmutableList());
        return fields.isEmpty()
                ? ImmutableList.of(new CaseCommand.SetAttribute(AttributeId.of("none"), Optional.empty()))
                : fields;
    }

    private static Stream<CaseCommand> values(AttributeDefinition field) {
        return Stream.concat(
                Stream.of(new CaseCommand.SetAttribute(field.id(), Optional.empty())),
                field.choices().stream()
                        .map(choice -> new CaseCommand.SetAttribute(
                                field.id(), Optional.of(new AttributeValue.Choice(choice)))));
    }
}
