package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an export would change, to be looked at before it is {@linkplain PeopleBook#apply done}. Immutable.
 *
 * @param changes those who come and are described anew, in the order of the export, then those who leave
 * @param problems what of the export cannot be read; nothing can be done as long as there are any
 */
public record DirectoryChanges(ImmutableList<DirectoryChange> changes, ImmutableList<String> problems) {
    private static final int TOLD = 5;

    /** Refuses null. */
    public DirectoryChanges {
        requireNonNull(changes, "changes");
        requireNonNull(problems, "problems");
    }

    static DirectoryChanges between(PeopleSnapshot now, PeopleExport export) {
        Stream<DirectoryChange> said = export.people().stream().flatMap(person -> change(now, person, export).stream());
        ImmutableSet<ActorId> named = export.named();
        Stream<DirectoryChange> gone = now.people().stream()
                .map(PersonEntry::person)
                .filter(person -> export.scope() == PeopleExport.Scope.EVERYBODY && !named.contains(person.id()))
                .<DirectoryChange>map(DirectoryChange.Goes::new);
        return new DirectoryChanges(
                Stream.concat(said, gone).collect(ImmutableList.toImmutableList()), export.problems());
    }

    private static Optional<DirectoryChange> change(PeopleSnapshot now, ListedPerson said, PeopleExport export) {
        Optional<ListedPerson> known = now.person(said.id()).map(PersonEntry::person);
        if (known.isEmpty()) {
            return Optional.of(new DirectoryChange.Comes(said));
        }
        ListedPerson before = known.orElseThrow();
        ListedPerson after = export.after(before, said);
        return after.equals(before) ? Optional.empty() : Optional.of(new DirectoryChange.Becomes(before, after));
    }

    Optional<KnowledgeRefusal> objection(PeopleSnapshot now) {
        if (!problems.isEmpty()) {
            return Optional.of(new PeopleRefusal.ExportUnsound(
                    problems.size(), problems.subList(0, Math.min(TOLD, problems.size()))));
        }
        ImmutableSet<ActorId> moved = changes.stream()
                .filter(change -> !now.person(person(change).id())
                        .map(PersonEntry::person)
                        .equals(before(change)))
                .map(change -> person(change).id())
                .collect(ImmutableSet.toImmutableSet());
        return moved.isEmpty() ? Optional.empty() : Optional.of(new PeopleRefusal.ChangedSinceShown(moved));
    }

    private static ListedPerson person(DirectoryChange change) {
        if (change instanceof DirectoryChange.Comes comes) {
            return comes.person();
        }
        return change instanceof DirectoryChange.Becomes becomes
                ? becomes.after()
                : ((DirectoryChange.Goes) change).person();
    }

    private static Optional<ListedPerson> before(DirectoryChange change) {
        if (change instanceof DirectoryChange.Comes) {
            return Optional.empty();
        }
        return Optional.of(change instanceof DirectoryChange.Becomes becomes ? becomes.before() : person(change));
    }

    Stream<ListedPerson> entering() {
        return changes.stream()
                .filter(change -> !(change instanceof DirectoryChange.Goes))
                .map(DirectoryChanges::person);
    }

    ImmutableList<PeopleEvent> events(Function<RecordId, Stamp> stamps) {
        return changes.stream()
                .map(change -> event(
                        change, stamps.apply(ListedPerson.record(person(change).id()))))
                .collect(ImmutableList.toImmutableList());
    }

    private static PeopleEvent event(DirectoryChange change, Stamp stamp) {
        return change instanceof DirectoryChange.Goes
                ? new PeopleEvent.PersonLeft(stamp)
                : new PeopleEvent.PersonEntered(stamp, person(change));
    }
}
