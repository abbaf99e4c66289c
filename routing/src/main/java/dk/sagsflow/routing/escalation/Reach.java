package dk.sagsflow.routing.escalation;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who can be told of what is late (R17): those who are known, read mail and are not away, or whose deputies are. If one cannot,
 * the next is told who answers for more: the leads along the chain, the lead of the contact tier's entrance, the duty of the
 * whole organisation.
 */
public final class Reach {
    /** A deputy may have a deputy; in a circle everybody is away. */
    private static final int DEPUTIES = 5;

    private final SupportOrganisation organisation;
    private final Directory directory;

    /** Who can be told in this organisation. */
    public Reach(SupportOrganisation organisation, Directory directory) {
        this.organisation = requireNonNull(organisation, "organisation");
        this.directory = requireNonNull(directory, "directory");
    }

    /** This person, or the next who can be told of something that a group answers for; empty if nobody can. */
    public Optional<ActorId> to(ActorId person, Optional<Station> late, SupportCase current, Instant now) {
        return reached(person, now, DEPUTIES).or(() -> toLead(late, current, now));
    }

    /**
     * The lead of a group, or the next who can be told; empty if nobody can.
     *
     * @param late the group; empty if it is that of whoever works on the case
     */
    public Optional<ActorId> toLead(Optional<Station> late, SupportCase current, Instant now) {
        Stream<GroupId> own = late.or(current::working).or(current::answeredBy).map(Station::group).stream();
        Stream<GroupId> answering = current.chain().links().reverse().stream()
                .map(link -> link.station().group());
        Stream<Supplier<Stream<ActorId>>> ladder = Stream.of(
                () -> own.flatMap(this::lead),
                () -> answering.flatMap(this::lead),
                () -> lead(organisation.contactEntrance()),
                () -> organisation.duty().stream());
        return first(ladder.flatMap(Supplier::get), now);
    }

    /** Who can be told of what is late in a group though no other group answers for the case, the first one first. */
    public Stream<ActorId> atLeast(GroupId late) {
        return Stream.of(lead(late), lead(organisation.contactEntrance()), organisation.duty().stream())
                .flatMap(people -> people);
    }

    /** The first of these who can be told, or whose deputy can; empty if nobody can. */
    public Optional<ActorId> first(Stream<ActorId> people, Instant now) {
        return people.flatMap(person -> reached(person, now, DEPUTIES).stream()).findFirst();
    }

    /** Whether this group reads mail. */
    public boolean reads(GroupId group) {
        return organisation.group(group).flatMap(SupportGroup::mailAddress).isPresent();
    }

    private Stream<ActorId> lead(GroupId group) {
        return organisation.group(group).flatMap(SupportGroup::lead).stream();
    }

    private Optional<ActorId> reached(ActorId id, Instant now, int deputies) {
        Optional<Actor> person = directory.actor(id);
        Optional<Absence> away = person.flatMap(actor -> actor.absence(now));
        if (away.isPresent()) {
            return away.get()
                    .deputy()
                    .filter(deputy -> deputies > 0)
                    .flatMap(deputy -> reached(deputy, now, deputies - 1));
        }
        return person.flatMap(Actor::mailAddress).map(address -> id);
    }
}
