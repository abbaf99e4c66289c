package dk.sagsflow.verification.simulation;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.GroupId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a simulation knows of a case beyond what the desk does. Not thread-safe. */
final class SimulatedCase {
    final CaseNumber number;
    final ImmutableMap<CaseField, String> fields;
    final Dice dice;
    /** The groups that handed it over: if one has it again, an answer came back. */
    final Set<GroupId> passedOn = new HashSet<>();

    boolean judged;
    boolean asked;
    boolean ended;
    boolean refused;
    boolean givenBack;
    boolean reopened;
    boolean inHand;
    /** Counts how often it came or was moved, so that who is done sees whether it is still there. */
    int visit;

    Optional<GroupId> at = Optional.empty();
    Instant cameAt = Instant.MIN;

    SimulatedCase(CaseNumber number, ImmutableMap<CaseField, String> fields, Dice dice) {
        this.number = number;
        this.fields = fields;
        this.dice = dice;
    }

    static CaseKind kind(ImmutableMap<CaseField, String> fields) {
        return CaseKind.valueOf(fields.getOrDefault(CaseField.KIND, CaseKind.INCIDENT.name()));
    }

    static Optional<SystemId> system(ImmutableMap<CaseField, String> fields) {
        return Optional.ofNullable(fields.get(CaseField.SYSTEM)).map(SystemId::of);
    }

    CaseKind kind() {
        return kind(fields);
    }

    Optional<SystemId> system() {
        return system(fields);
    }

    Optional<String> field(CaseField field) {
        return Optional.ofNullable(fields.get(field));
    }

    <E extends Enum<E>> Optional<E> field(CaseField field, Class<E> type) {
        return field(field).map(name -> Enum.valueOf(type, name));
    }
}
