package dk.sagsflow.knowledge.audience;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says of people what they may read. Members of a group below the contact tier are superusers; programs that may see every case
 * may read everything; whom the directory does not know is {@linkplain Reader#anybody anybody}. Safe for use by many threads, as
 * the directory is.
 */
public final class Readers {
    private final SupportOrganisation organisation;
    private final Directory directory;

    /** Readers of this organisation. */
    public Readers(SupportOrganisation organisation, Directory directory) {
        this.organisation = requireNonNull(organisation, "organisation");
        this.directory = requireNonNull(directory, "directory");
    }

    /** The reader that this actor is now. */
    public Reader of(ActorId id) {
        return directory.actor(id).map(this::of).orElse(Reader.anybody());
    }

    /** The reader that this actor is. */
    public Reader of(Actor actor) {
        return new Reader(Optional.of(actor.id()), keys(Stream.concat(groups(actor), customers(actor))));
    }

    /** Somebody who belongs to this readership and may read no more than all do who belong to it. */
    public Reader least(Readership readership) {
        if (readership instanceof Readership.OfGroup one) {
            return new Reader(
                    Optional.empty(),
                    keys(organisation.group(one.group()).stream().flatMap(this::member)));
        } else if (readership instanceof Readership.OfTier one) {
            Stream<Readership> shared = organisation.groupsAt(one.tier()).findFirst().stream()
                    .flatMap(this::member)
                    .filter(each -> !(each instanceof Readership.OfGroup));
            return new Reader(Optional.empty(), keys(shared));
        } else if (readership instanceof Readership.SupportStaff) {
            return Reader.anyStaff();
        }
        return new Reader(Optional.empty(), keys(Stream.of(readership)));
    }

    private static ImmutableSet<String> keys(Stream<Readership> readerships) {
        return Stream.concat(Stream.of(Readership.everyone()), readerships)
                .map(Readership::key)
                .collect(ImmutableSet.toImmutableSet());
    }

    private Stream<Readership> groups(Actor actor) {
        Stream<GroupId> groups = actor.rights().contains(ProgramRight.READ)
                ? organisation.groupIds().stream()
                : actor.memberships().stream();
        return groups.flatMap(group -> organisation.group(group).stream()).flatMap(this::member);
    }

    private Stream<Readership> member(SupportGroup group) {
        Stream<Readership> own = Stream.of(
                new Readership.OfGroup(group.id()), new Readership.OfTier(group.tier()), Readership.superusers());
        return staff(group) ? Stream.concat(own, Stream.of(Readership.supportOrganisation())) : own;
    }

    private boolean staff(SupportGroup group) {
        return organisation.rank(group.tier()) >= organisation.rank(organisation.contactTier());
    }

    private Stream<Readership> customers(Actor actor) {
        return actor.customer().flatMap(directory::customer).filter(Readers::superuser).stream()
                .map(unused -> Readership.superusers());
    }

    private static boolean superuser(Customer customer) {
        return customer.kind() == CustomerKind.SUPERUSER;
    }
}
