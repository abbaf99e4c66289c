package dk.sagsflow.verification.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Two models over one space of cases. Not thread-safe. */
record Both(Subject before, Subject after) {
    /** A group that both have. */
    record Pair(SupportGroup before, SupportGroup after) {
        GroupId id() {
            return before.id();
        }
    }

    static Both of(SupportModel before, SupportModel after, LocalDate from) {
        boolean judgedAlike = before.organisation()
                .priorityMatrix()
                .equals(after.organisation().priorityMatrix());
        SupportModel first = judgedAlike ? before : Rejudged.of(before);
        ImmutableList<Subject> subjects =
                Subject.sharing(first, after, merged(before.organisation(), after.organisation()), from);
        return new Both(subjects.get(0), subjects.get(1));
    }

    private static SupportOrganisation merged(SupportOrganisation before, SupportOrganisation after) {
        ImmutableSet<SystemId> known = after.systemIds();
        ImmutableList<SupportedSystem> systems = Stream.concat(
                        after.systems().stream(),
                        before.systems().stream().filter(system -> !known.contains(system.id())))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<AttributeDefinition> attributes = Stream.concat(
                        after.attributes().stream(),
                        before.attributes().stream()
                                .filter(one -> after.attribute(one.id()).isEmpty()))
                .collect(ImmutableList.toImmutableList());
        return after.withSystems(systems).withAttributes(attributes);
    }

    /** The groups of both. */
    ImmutableList<Pair> groups() {
        return before.organisation().groups().stream()
                .flatMap(group -> after.organisation().group(group.id()).map(now -> new Pair(group, now)).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** The cases that there can be under both: those of a system that one does not have are another matter. */
    CaseSet possible() {
        ImmutableSet<SystemId> ofOne = Sets.symmetricDifference(
                        before.organisation().systemIds(), after.organisation().systemIds())
                .immutableCopy();
        CaseSet all = after.space().all();
        return ofOne.isEmpty()
                ? all
                : all.minus(after.space()
                        .where(new Condition.Is(
                                CaseField.SYSTEM,
                                ofOne.stream().map(SystemId::value).collect(ImmutableSet.toImmutableSet()))));
    }

    /** The cases that either lets a group have. */
    CaseSet handedTo(Pair group) {
        return before.handedTo(group.before()).or(after.handedTo(group.after())).and(possible());
    }

    CaseSet registered(Instant begun) {
        return after.space().registered(begun::equals);
    }
}
