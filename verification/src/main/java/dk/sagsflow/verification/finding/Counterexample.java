package dk.sagsflow.verification.finding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A case that shows a finding. Immutable.
 *
 * @param values what the fields of the case are; a field that is not named is empty
 * @param attributes what stands in fields of the organisation's own, as far as conditions ask for them
 * @param words the words that its text mentions, of those that conditions ask for
 * @param way the groups that have had the case, the last one has it; empty if it does not matter
 * @param at when the case is registered, or the clock starts; empty if it does not matter
 * @param decided when triage is asked; empty if no rule asks for a calendar
 */
public record Counterexample(
        ImmutableMap<CaseField, String> values,
        ImmutableMap<AttributeId, AttributeValue> attributes,
        ImmutableSet<String> words,
        ImmutableList<GroupId> way,
        Optional<Instant> at,
        Optional<Instant> decided) {
    private static final ActorId NOBODY = ActorId.of("verification");
    private static final int FIRST_SIGN = '\u2500';
    private static final int LAST_SIGN = '\u2580';
    private static final CaseNumber NUMBER = CaseNumber.of("counterexample");

    public Counterexample after(List<GroupId> groups) {
        return new Counterexample(values, attributes, words, ImmutableList.copyOf(groups), at, decided);
    }

    public Counterexample startingAt(Instant start) {
        return new Counterexample(values, attributes, words, way, Optional.of(start), decided);
    }

    /** The value of this field; empty if the case has none. */
    public Optional<String> value(CaseField field) {
        return Optional.ofNullable(values.get(field));
    }

    /** When triage is asked: at the time that is told, or else when the case is registered. */
    public Instant askedAt() {
        return decided.or(this::at).orElse(Instant.EPOCH);
    }

    /** In words: {@code kind INCIDENT, cause UNKNOWN; at centre, bit; 2007-08-01T06:00:00Z}. */
    public String describe() {
        String fields = values.entrySet().stream()
                .map(field -> field.getKey().words() + " " + field.getValue())
                .collect(Collectors.joining(", "));
        String own = attributes.entrySet().stream()
                .map(field -> ", " + field.getKey() + " " + field.getValue().describe())
                .collect(Collectors.joining());
        String mentioned = words.isEmpty() ? "" : ", mentioning " + String.join(", ", words);
        String groups = way.stream().map(GroupId::value).collect(Collectors.joining(" > "));
        return fields
                + own
                + mentioned
                + (groups.isEmpty() ? "" : "; at " + groups)
                + at.map(instant -> "; from " + instant).orElse("")
                + decided.map(instant -> "; triage asked at " + instant).orElse("");
    }

    /** The case itself, in this organisation: triage and agreements can be asked about it. */
    public SupportCase replayedIn(SupportOrganisation organisation) {
        Instant time = at.orElse(Instant.EPOCH);
        List<GroupId> groups = way.isEmpty() ? ImmutableList.of(organisation.contactEntrance()) : way;
        List<CaseEvent> events = new ArrayList<>();
        events.add(registered(time, station(organisation, groups.get(0))));
        events.add(classified(time));
        prioritised(time).ifPresent(events::add);
        attributes.forEach((attribute, value) -> events.add(
                new CaseEvent.AttributeSet(header(events.size() + 1, time), attribute, Optional.of(value), false)));
        for (int i = 1; i < groups.size(); i++) {
            Station from = station(organisation, groups.get(i - 1));
            Station to = station(organisation, groups.get(i));
            events.add(new CaseEvent.HandedOver(header(events.size() + 1, time), from, to, "counterexample"));
        }
        return SupportCase.of(events);
    }

    private CaseEvent classified(Instant time) {
        return new CaseEvent.Classified(
                header(2, time),
                constant(CaseField.KIND, CaseKind.class).orElse(CaseKind.INCIDENT),
                value(CaseField.SYSTEM).map(SystemId::of),
                value(CaseField.CATEGORY),
                constant(CaseField.CAUSE, Cause.class).orElse(Cause.UNKNOWN));
    }

    private Optional<CaseEvent> prioritised(Instant time) {
        return constant(CaseField.PRIORITY, Priority.class)
                .map(priority -> new CaseEvent.Prioritised(
                        header(3, time),
                        constant(CaseField.IMPACT, Impact.class).orElseThrow(),
                        constant(CaseField.URGENCY, Urgency.class).orElseThrow(),
                        priority));
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
                "-",
                text());
    }

    /** The words, with a sign between them that stands in none, so that no other phrase comes about. */
    private String text() {
        String between = IntStream.range(FIRST_SIGN, LAST_SIGN)
                .mapToObj(Character::toString)
                .filter(sign -> words.stream().noneMatch(word -> word.contains(sign)))
                .findFirst()
                .orElse("-");
        return between + String.join(between, words) + between;
    }

    private static EventHeader header(long sequence, Instant time) {
        return EventHeader.of(NUMBER, sequence, time, NOBODY, Side.ORGANISATION);
    }

    private static Station station(SupportOrganisation organisation, GroupId group) {
        return new Station(group, organisation.group(group).orElseThrow().tier());
    }

    private <E extends Enum<E>> Optional<E> constant(CaseField field, Class<E> type) {
        return value(field).map(name -> Enum.valueOf(type, name));
    }
}
