package dk.sagsflow.routing.verification;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseKind;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Cause;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.Impact;
import dk.sagsflow.core.organisation.Priority;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.SystemId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.organisation.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A case that shows a finding. Immutable.
 *
 * @param values what the fields of the case are; a field that is not named is empty
 * @param way the groups that have had the case, the last one has it; empty if it does not matter
 * @param at when the case is registered, or the clock starts; empty if it does not matter
 */
public record Counterexample(ImmutableMap<CaseField, String> values, ImmutableList<GroupId> way, Optional<Instant> at) {
    private static final ActorId NOBODY = ActorId.of("verification");
    private static final CaseNumber NUMBER = CaseNumber.of("counterexample");

    Counterexample after(List<GroupId> groups) {
        return new Counterexample(values, ImmutableList.copyOf(groups), at);
    }

    Counterexample startingAt(Instant start) {
        return new Counterexample(values, way, Optional.of(start));
    }

    /** The value of this field; empty if the case has none. */
    public Optional<String> value(CaseField field) {
        return Optional.ofNullable(values.get(field));
    }

    /** In words: {@code kind INCIDENT, cause UNKNOWN; at centre, bit; 2007-08-01T06:00:00Z}. */
    public String describe() {
        String fields = values.entrySet().stream()
                .map(field -> field.getKey().words() + " " + field.getValue())
                .collect(Collectors.joining(", "));
        String groups = way.stream().map(GroupId::value).collect(Collectors.joining(" > "));
        return fields
                + (groups.isEmpty() ? "" : "; at " + groups)
                + at.map(instant -> "; from " + instant).orElse("");
    }

    /** The case itself, in this organisation: triage and agreements can be asked about it. */
    public SupportCase replayedIn(SupportOrganisation organisation) {
        Instant time = at.orElse(Instant.EPOCH);
        List<GroupId> groups = way.isEmpty() ? ImmutableList.of(organisation.contactEntrance()) : way;
        List<CaseEvent> events = new ArrayList<>();
        events.add(registered(time, station(organisation, groups.get(0))));
        events.add(new CaseEvent.Classified(
                header(2, time),
                constant(CaseField.KIND, CaseKind.class).orElse(CaseKind.INCIDENT),
                value(CaseField.SYSTEM).map(SystemId::of),
                value(CaseField.CATEGORY),
                constant(CaseField.CAUSE, Cause.class).orElse(Cause.UNKNOWN)));
        constant(CaseField.PRIORITY, Priority.class)
                .ifPresent(priority -> events.add(new CaseEvent.Prioritised(
                        header(3, time),
                        constant(CaseField.IMPACT, Impact.class).orElseThrow(),
                        constant(CaseField.URGENCY, Urgency.class).orElseThrow(),
                        priority)));
        for (int i = 1; i < groups.size(); i++) {
            events.add(new CaseEvent.HandedOver(
                    header(events.size() + 1, time),
                    station(organisation, groups.get(i - 1)),
                    station(organisation, groups.get(i)),
                    "counterexample"));
        }
        return SupportCase.of(events);
    }

    private CaseEvent registered(Instant time, Station station) {
        return new CaseEvent.Registered(
                header(1, time),
                station,
                CustomerId.of("counterexample"),
                constant(CaseField.CUSTOMER_KIND, CustomerKind.class).orElse(CustomerKind.OTHER),
                value(CaseField.UNIT).map(UnitId::of),
                constant(CaseField.KIND, CaseKind.class).orElse(CaseKind.INCIDENT),
                value(CaseField.SYSTEM).map(SystemId::of),
                "counterexample",
                "counterexample");
    }

    private static EventHeader header(long sequence, Instant time) {
        return new EventHeader(NUMBER, sequence, time, NOBODY);
    }

    private static Station station(SupportOrganisation organisation, GroupId group) {
        return new Station(group, organisation.group(group).orElseThrow().tier());
    }

    private <E extends Enum<E>> Optional<E> constant(CaseField field, Class<E> type) {
        return value(field).map(name -> Enum.valueOf(type, name));
    }
}
