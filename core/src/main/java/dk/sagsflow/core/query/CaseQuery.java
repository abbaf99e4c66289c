package dk.sagsflow.core.query;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.core.text.FoldedText;
import dk.sagsflow.core.watcher.Watcher;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Which cases are asked for: all that meet every condition given. Of a condition with several values one must hold; one
 * without any is none. Immutable.
 */
@Value.Immutable
@ValueStyle
public interface CaseQuery extends WithCaseQuery {
    /** Cases that any of these tiers works on. */
    ImmutableSet<TierId> tiers();

    /** Cases that any of these groups works on. */
    ImmutableSet<GroupId> groups();

    /** Cases that any of these groups has handed over and still answers for: its follow-up list (R14). */
    ImmutableSet<GroupId> followedUpBy();

    /** Those of them that a rule told any of these groups to follow up on: they have lain at a higher tier too long (R14). */
    ImmutableSet<GroupId> toBeFollowedUpBy();

    /** Cases that any of these actors works on. */
    ImmutableSet<ActorId> assignees();

    /** Cases that stand at one of these. */
    ImmutableSet<CaseStatus> statuses();

    /** Cases of any of these kinds. */
    ImmutableSet<CaseKind> kinds();

    /** Cases of any of these priorities. */
    ImmutableSet<Priority> priorities();

    /** Cases of any of these customers. */
    ImmutableSet<CustomerId> customers();

    /** Cases of customers of any of these units. */
    ImmutableSet<UnitId> units();

    /** Cases that concern any of these systems. */
    ImmutableSet<SystemId> systems();

    /** Cases that hear from any of these: they belong to it as to a major incident, or are duplicates of it. */
    ImmutableSet<CaseNumber> parents();

    /** Cases that were told words of any of these, also if they have nothing to do with one another any more. */
    ImmutableSet<CaseNumber> heardFrom();

    /** Cases that any of these watches, or did, whatever the copies. */
    ImmutableSet<Watcher> watchers();

    /** Cases that are called any of this in other systems, or have a file with such a {@linkplain Attachment#claim claim}. */
    ImmutableSet<Reference> references();

    /** Cases in which each of these fields of the organisation's own holds one of the values given for it. */
    ImmutableSetMultimap<AttributeId, AttributeValue> attributes();

    /** Cases that came in at this instant or later. */
    Optional<Instant> registeredFrom();

    /** Cases that came in before this instant, exclusive: those that are old enough. */
    Optional<Instant> registeredBefore();

    /** Cases to which something happened at this instant or later. */
    Optional<Instant> changedSince();

    /** Cases whose subject or description holds this text, as {@link FoldedText} compares it. */
    Optional<String> text();

    /** Cases alone that a sweep could not handle and nobody has taken up since. */
    @Value.Default
    default boolean setAsideAlone() {
        return false;
    }

    /** Which cases may be seen at all. */
    @Value.Default
    default CaseScope scope() {
        return new CaseScope.Everything();
    }

    /** In which order; by registration unless said otherwise. */
    @Value.Default
    default CaseOrder order() {
        return CaseOrder.REGISTRATION;
    }

    /** Where the page begins, from the page before; goes with the order. */
    Optional<CaseCursor> after();

    /** How many cases a page holds at most; 50 unless said otherwise. */
    @Value.Default
    default int pageSize() {
        return 50;
    }

    /** Refuses a page that holds nothing, and a cursor of another order. */
    @Value.Check
    default void check() {
        if (pageSize() < 1) {
            throw new IllegalArgumentException("page size is " + pageSize() + ", not 1 or more");
        }
        if (after().isPresent()) {
            CaseCursor.Place unused = after().get().place(order());
        }
    }

    /** Whether the case meets every condition, the page apart: the oracle for stores that ask a database. */
    default boolean matches(SupportCase supportCase) {
        return placed(supportCase) && ofCustomer(supportCase) && timely(supportCase) && scope().contains(supportCase);
    }

    private boolean placed(SupportCase supportCase) {
        Optional<Link> working = supportCase.chain().working();
        return among(tiers(), working.map(link -> link.station().tier()))
                && among(groups(), working.map(link -> link.station().group()))
                && among(assignees(), working.flatMap(Link::assignee))
                && among(statuses(), Optional.of(supportCase.status()))
                && among(kinds(), Optional.of(supportCase.kind()))
                && among(priorities(), supportCase.priority())
                && (followedUpBy().isEmpty() || followedUpBy().stream().anyMatch(group -> follows(supportCase, group)))
                && (toBeFollowedUpBy().isEmpty()
                        || toBeFollowedUpBy().stream().anyMatch(supportCase.toFollowUp()::contains))
                && (!setAsideAlone() || supportCase.setAside().isPresent());
    }

    private static boolean follows(SupportCase supportCase, GroupId group) {
        return supportCase.chain().holds(group)
                && supportCase
                        .working()
                        .filter(station -> !station.group().equals(group))
                        .isPresent();
    }

    private boolean ofCustomer(SupportCase supportCase) {
        return among(customers(), Optional.of(supportCase.customer()))
                && among(units(), supportCase.unit())
                && among(systems(), supportCase.system())
                && (references().isEmpty() || references().stream().anyMatch(reference -> has(supportCase, reference)))
                && (parents().isEmpty() || supportCase.relatedCases().stream().anyMatch(this::hearsFrom))
                && (heardFrom().isEmpty() || heardFrom().stream().anyMatch(supportCase.heardFrom()::contains))
                && (watchers().isEmpty()
                        || watchers().stream().map(Watcher::key).anyMatch(watcherKeys(supportCase)::contains))
                && attributes().keySet().stream()
                        .allMatch(id -> among(attributes().get(id), supportCase.attribute(id)));
    }

    private static boolean has(SupportCase supportCase, Reference reference) {
        return supportCase.references().contains(reference)
                || supportCase.attachments().stream()
                        .anyMatch(attached -> attached.attachment().claim().equals(reference));
    }

    private boolean hearsFrom(SupportCase.RelatedCase related) {
        return related.belongs() && parents().contains(related.number());
    }

    /** What a case is found by of those who watch it, or did: stores keep it beside the case. */
    static ImmutableSet<String> watcherKeys(SupportCase supportCase) {
        return supportCase.watchers().isEmpty() && supportCase.formerWatchers().isEmpty()
                ? ImmutableSet.of()
                : Stream.concat(supportCase.watchers().stream(), supportCase.formerWatchers().stream())
                        .map(Watcher::key)
                        .collect(ImmutableSet.toImmutableSet());
    }

    private boolean timely(SupportCase supportCase) {
        return registeredFrom()
                        .map(from -> !supportCase.registeredAt().isBefore(from))
                        .orElse(true)
                && registeredBefore()
                        .map(before -> supportCase.registeredAt().isBefore(before))
                        .orElse(true)
                && changedSince()
                        .map(since -> !supportCase.changedAt().isBefore(since))
                        .orElse(true)
                && text().map(wanted -> holds(supportCase, FoldedText.of(wanted)))
                        .orElse(true);
    }

    private static boolean holds(SupportCase supportCase, FoldedText wanted) {
        return FoldedText.of(supportCase.subject()).contains(wanted)
                || FoldedText.of(supportCase.description()).contains(wanted);
    }

    private static <T> boolean among(ImmutableSet<T> wanted, Optional<T> actual) {
        return wanted.isEmpty() || (actual.isPresent() && wanted.contains(actual.get()));
    }

    /** A builder; every condition is optional. */
    static Builder builder() {
        return new Builder();
    }

    /** All cases. */
    static CaseQuery all() {
        return builder().build();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(CaseQuery.class, "a query is made where it is asked");
    }

    /** Builds queries. Not thread-safe. */
    final class Builder extends ImmutableCaseQuery.Builder {
        Builder() {}

        /** Cases that this tier works on, too. */
        @CanIgnoreReturnValue
        public Builder tier(TierId tier) {
            return addTiers(tier);
        }

        /** Cases that this group works on, too. */
        @CanIgnoreReturnValue
        public Builder group(GroupId group) {
            return addGroups(group);
        }

        /** Cases that this group has handed over and still answers for, too. */
        @CanIgnoreReturnValue
        public Builder followedUpBy(GroupId group) {
            return addFollowedUpBy(group);
        }

        /** Cases that a rule told this group to follow up on, too. */
        @CanIgnoreReturnValue
        public Builder toBeFollowedUpBy(GroupId group) {
            return addToBeFollowedUpBy(group);
        }

        /** Cases that this actor works on, too. */
        @CanIgnoreReturnValue
        public Builder assignee(ActorId assignee) {
            return addAssignees(assignee);
        }

        /** Cases of this customer, too. */
        @CanIgnoreReturnValue
        public Builder customer(CustomerId customer) {
            return addCustomers(customer);
        }

        /** Cases of customers of this unit, too. */
        @CanIgnoreReturnValue
        public Builder unit(UnitId unit) {
            return addUnits(unit);
        }

        /** Cases that concern this system, too. */
        @CanIgnoreReturnValue
        public Builder system(SystemId system) {
            return addSystems(system);
        }

        /** Cases that are called this in another system, too. */
        @CanIgnoreReturnValue
        public Builder reference(Reference reference) {
            return addReferences(reference);
        }

        /** Cases that belong to this major incident, too. */
        @CanIgnoreReturnValue
        public Builder parent(CaseNumber parent) {
            return addParents(parent);
        }
    }
}
