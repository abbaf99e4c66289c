package dk.sagsflow.core.competence;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.style.PlainJson;
import java.util.Optional;
import org.immutables.value.Value;

/** Something that people of the organisation can be certified in, or must know (R29, R31). Immutable. */
@Value.Immutable
public interface Competence extends WithCompetence {
    /** What rules and people's files call it. */
    CompetenceId id();

    /** What people call it. */
    String name();

    /** What kind of thing it is; {@link CompetenceKind#SKILL} unless said otherwise. */
    @Value.Default
    default CompetenceKind kind() {
        return CompetenceKind.SKILL;
    }

    /** The system that it is about; a {@link CompetenceKind#SYSTEM_MODULE} names one, a basic module none. */
    Optional<SystemId> system();

    /** Refuses a module of no system, and a basic module of one. */
    @Value.Check
    default void check() {
        checkArgument(
                kind() != CompetenceKind.SYSTEM_MODULE || system().isPresent(),
                "competence %s is the module of a system and names none",
                id());
        checkArgument(
                kind() != CompetenceKind.BASIC_MODULE || system().isEmpty(),
                "competence %s is a basic module and names a system; basic modules are about all of them",
                id());
    }

    /** A skill of this name. */
    static Competence skill(String id, String name) {
        return builder().id(CompetenceId.of(id)).name(name).build();
    }

    /** A builder; id and name are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Competence.class, "people are kept by the Directory of the host");
    }

    /** Builds competences. Not thread-safe. */
    final class Builder extends ImmutableCompetence.Builder {
        Builder() {}
    }
}
