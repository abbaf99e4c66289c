package dk.sagsflow.core.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.style.PlainJson;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/** People who work on cases together, at one tier (ITIL: assignment group). Immutable. */
@Value.Immutable
public interface SupportGroup extends WithSupportGroup {
    /** What rules and events call it. */
    GroupId id();

    /** What people call it. */
    String name();

    /** The tier that it works at. */
    TierId tier();

    /** What kind of people it holds; {@link GroupKind#INTERNAL} unless said otherwise. */
    @Value.Default
    default GroupKind kind() {
        return GroupKind.INTERNAL;
    }

    /** The systems that it supports; none means every system. */
    ImmutableSet<SystemId> systems();

    /** Who answers for the group: hierarchical escalation goes there. */
    Optional<ActorId> lead();

    /** Where the group reads its mail. */
    Optional<String> mailAddress();

    /** The language to write to the group in; Danish unless said otherwise. */
    @Value.Default
    default Locale language() {
        return Locale.forLanguageTag("da");
    }

    /** Whether the group can be handed a case that concerns this system. */
    default boolean supports(SystemId system) {
        return systems().isEmpty() || systems().contains(system);
    }

    /** Refuses a name or an address that is more than a line. */
    @Value.Check
    default void check() {
        Bounds.name("name", name());
        mailAddress().ifPresent(Texts::requireAddress);
    }

    /** A builder; id, name and tier are required. */
    static Builder builder() {
        return new Builder();
    }

    /** A group with the required parts alone. */
    static SupportGroup of(String id, String name, String tier) {
        return builder().id(GroupId.of(id)).name(name).tier(TierId.of(tier)).build();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(SupportGroup.class, "use OrganisationJson");
    }

    /** Builds groups. Not thread-safe. */
    final class Builder extends ImmutableSupportGroup.Builder {
        Builder() {}
    }
}
