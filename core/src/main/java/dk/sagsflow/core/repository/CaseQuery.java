package dk.sagsflow.core.repository;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SystemId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.style.ValueStyle;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/** Which cases are asked for: all that meet every condition given. Immutable. */
@Value.Immutable
@ValueStyle
public interface CaseQuery extends WithCaseQuery {
    /** Cases that this tier works on. */
    Optional<TierId> tier();

    /** Cases that this group works on. */
    Optional<GroupId> group();

    /** Cases that this group has handed over and still answers for: its follow-up list (R14). */
    Optional<GroupId> followedUpBy();

    /** Those of them that a rule told the group to follow up on: they have lain at a higher tier too long (R14). */
    Optional<GroupId> toBeFollowedUpBy();

    /** Cases that this actor works on. */
    Optional<ActorId> assignee();

    /** Cases that stand at one of these; none means every status. */
    ImmutableSet<CaseStatus> statuses();

    /** Cases of this customer. */
    Optional<CustomerId> customer();

    /** Cases of customers of this unit. */
    Optional<UnitId> unit();

    /** Cases that concern this system. */
    Optional<SystemId> system();

    /** Cases that came in before this instant, exclusive: those that are old enough. */
    Optional<Instant> registeredBefore();

    /** Cases whose subject or description holds this text, in upper or lower case. */
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

    /** Where the page begins: after the last case of the page before. */
    Optional<CasePage.Position> after();

    /** How many cases a page holds at most; 50 unless said otherwise. */
    @Value.Default
    default int pageSize() {
        return 50;
    }

    /** Refuses a page that holds nothing. */
    @Value.Check
    default void check() {
        if (pageSize() < 1) {
            throw new IllegalArgumentException("page size is " + pageSize() + ", not 1 or more");
        }
    }

    /** Whether the case meets every condition, the page apart: the oracle for stores that ask a database. */
    default boolean matches(SupportCase supportCase) {
        Optional<Link> working = supportCase.chain().working();
        return holds(tier(), working.map(link -> link.station().tier()))
                && holds(group(), working.map(link -> link.station().group()))
                && holds(assignee(), working.flatMap(Link::assignee))
                && holds(customer(), Optional.of(supportCase.customer()))
                && holds(unit(), supportCase.unit())
                && holds(system(), supportCase.system())
                && (statuses().isEmpty() || statuses().contains(supportCase.status()))
                && followedUpBy()
                        .map(group -> supportCase.chain().holds(group)
                                && !working.orElseThrow().station().group().equals(group))
                        .orElse(true)
                && toBeFollowedUpBy()
                        .map(group -> supportCase.toFollowUp().contains(group))
                        .orElse(true)
                && registeredBefore()
                        .map(instant -> supportCase.registeredAt().isBefore(instant))
                        .orElse(true)
                && text().map(wanted ->
                                contains(supportCase.subject(), wanted) || contains(supportCase.description(), wanted))
                        .orElse(true)
                && (!setAsideAlone() || supportCase.setAside().isPresent())
                && scope().contains(supportCase);
    }

    private static <T> boolean holds(Optional<T> wanted, Optional<T> actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    /** A builder; every condition is optional. */
    static Builder builder() {
        return new Builder();
    }

    /** All cases. */
    static CaseQuery all() {
        return builder().build();
    }

    /** Builds queries. Not thread-safe. */
    final class Builder extends ImmutableCaseQuery.Builder {
        Builder() {}
    }
}
