package dk.sagsflow.verification.script;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.UnitId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What single words of a scenario mean in a model; what they cannot mean is reported. Not thread-safe. */
final class Words {
    private static final ImmutableSet<String> REFUSALS = RefusalKinds.names();

    private final SubjectModel subject;
    private final Problems problems;
    private boolean sound = true;

    Words(SubjectModel subject, Problems problems) {
        this.subject = subject;
        this.problems = problems;
    }

    boolean sound() {
        return sound;
    }

    void report(ScriptRow.Cell cell, String problem) {
        report(cell.spot(), problem);
    }

    void report(ScriptRow row, String problem) {
        report(row.spot(), problem);
    }

    void report(Spot spot, String problem) {
        sound = false;
        problems.add(new Problem(spot.file(), spot.line(), spot.column(), "", problem));
    }

    void allowOnly(ScriptRow row, List<String> allowed) {
        row.cells().forEach((name, cell) -> {
            if (!allowed.contains(name)) {
                report(cell, "\"" + name + "\" is unknown here; allowed are " + String.join(", ", allowed));
            }
        });
    }

    Optional<ScriptRow.Cell> needed(ScriptRow row, String name) {
        if (row.cell(name).isEmpty()) {
            report(row, "\"" + name + "\" is missing");
        }
        return row.cell(name);
    }

    private <T> Optional<T> parsed(Optional<ScriptRow.Cell> cell, String needed, Function<String, T> parser) {
        return cell.flatMap(present -> {
            try {
                return Optional.of(parser.apply(present.text()));
            } catch (OutOfBoundsException outside) {
                report(present, String.valueOf(outside.getMessage()));
                return Optional.empty();
            } catch (DateTimeException | IllegalArgumentException | ArithmeticException unfit) {
                report(present, "\"" + present.text() + "\" is not " + needed);
                return Optional.empty();
            }
        });
    }

    private <T> Optional<T> known(Optional<ScriptRow.Cell> cell, String what, Map<String, T> known) {
        return cell.flatMap(present -> {
            Optional<T> found = Optional.ofNullable(known.get(present.text()));
            if (found.isEmpty()) {
                report(
                        present,
                        "\"" + present.text() + "\" is not one of the " + what + " "
                                + String.join(", ", known.keySet()));
            }
            return found;
        });
    }

    Optional<ZoneId> zone(Optional<ScriptRow.Cell> cell) {
        return parsed(cell, "a zone as Europe/Copenhagen", ZoneId::of);
    }

    Optional<Instant> time(Optional<ScriptRow.Cell> cell, Values values) {
        return parsed(cell, "a time as 2007-09-03T08:10 or 2007-09-03T08:10+02:00", values::time);
    }

    /** What stands in a line, as a desk takes it in. */
    Optional<String> line(Optional<ScriptRow.Cell> cell, String what) {
        return parsed(cell, what, text -> Bounds.line(what, text));
    }

    /** What people write, as a desk takes it in. */
    Optional<String> text(Optional<ScriptRow.Cell> cell, String what) {
        return parsed(cell, what, text -> Bounds.text(what, text));
    }

    /** The name of a scenario, which is told in reports. */
    Optional<String> name(ScriptRow.Cell cell) {
        return parsed(Optional.of(cell), "a name", text -> Bounds.name("name of a scenario", text));
    }

    /** What a field of the organisation's own is to hold. */
    private Optional<String> value(Optional<ScriptRow.Cell> attribute, Optional<ScriptRow.Cell> cell) {
        Optional<AttributeType> type = attribute
                .flatMap(present -> subject.model().organisation().attributes().stream()
                        .filter(declared -> declared.id().value().equals(present.text()))
                        .findFirst())
                .map(AttributeDefinition::type);
        return type.isEmpty()
                ? text(cell, "value")
                : parsed(cell, "a value of the field, which is " + type.orElseThrow(), text -> {
                    AttributeValue unused = Values.attribute(type.orElseThrow(), text);
                    return text;
                });
    }

    <E extends Enum<E>> Optional<E> constant(Optional<ScriptRow.Cell> cell, Class<E> type) {
        return known(cell, "values", Maps.uniqueIndex(Arrays.asList(type.getEnumConstants()), Enum::name));
    }

    Optional<Verb> verb(Optional<ScriptRow.Cell> cell) {
        return known(cell, "words", Maps.uniqueIndex(Arrays.asList(Verb.values()), Verb::words));
    }

    Optional<GroupId> group(Optional<ScriptRow.Cell> cell) {
        return known(
                cell, "groups", Maps.uniqueIndex(subject.model().organisation().groupIds(), GroupId::value));
    }

    Optional<SystemId> system(Optional<ScriptRow.Cell> cell) {
        return known(
                cell, "systems", Maps.uniqueIndex(subject.model().organisation().systemIds(), SystemId::value));
    }

    Optional<String> person(Optional<ScriptRow.Cell> cell) {
        return known(cell, "people, groups and", Maps.asMap(Names.of(subject), name -> name));
    }

    Optional<String> refusal(Optional<ScriptRow.Cell> cell) {
        return known(cell, "kinds of refusal", Maps.asMap(REFUSALS, name -> name));
    }

    Opening.Asker customer(Optional<ScriptRow.Cell> cell, Optional<ScriptRow.Cell> unit) {
        Map<String, Opening.Asker> known = new LinkedHashMap<>();
        Optional<UnitId> of = unit.map(ScriptRow.Cell::text).map(UnitId::of);
        for (CustomerKind kind : CustomerKind.values()) {
            known.put(kind.name(), new Opening.Asker(Optional.empty(), kind, of));
        }
        for (Customer one : subject.people().customers()) {
            known.put(one.id().value(), new Opening.Asker(Optional.of(one.id()), one.kind(), one.unit()));
        }
        return known(cell, "kinds of customer and customers", known)
                .orElseGet(() -> new Opening.Asker(Optional.empty(), CustomerKind.CITIZEN, of));
    }

    /** The detail in one form, if it can be meant. */
    Optional<String> detail(Detail detail, ScriptRow row, Optional<ScriptRow.Cell> cell, Values values) {
        return switch (detail.sort()) {
            case TEXT -> written(detail, row, cell);
            case TIME -> time(cell, values).map(Instant::toString);
            case GROUP -> group(cell).map(GroupId::value);
            case SYSTEM -> system(cell).map(SystemId::value);
            case PERSON -> person(cell);
            case ATTRIBUTE -> attribute(cell);
            case CONSTANT -> constantOf(detail, cell);
        };
    }

    private Optional<String> written(Detail detail, ScriptRow row, Optional<ScriptRow.Cell> cell) {
        return switch (detail) {
            case UNIT_OUTSIDE, REFERENCE, CATEGORY -> line(cell, detail.word());
            case VALUE -> value(row.cell(Detail.ATTRIBUTE.word()), cell);
            default -> text(cell, detail.word());
        };
    }

    private Optional<String> attribute(Optional<ScriptRow.Cell> cell) {
        ImmutableSet<String> names = subject.model().organisation().attributes().stream()
                .map(attribute -> attribute.id().value())
                .collect(ImmutableSet.toImmutableSet());
        return known(cell, "attributes", Maps.asMap(names, name -> name));
    }

    private Optional<String> constantOf(Detail detail, Optional<ScriptRow.Cell> cell) {
        ImmutableSet<String> names = Arrays.stream(
                        detail.constants().orElseThrow().getEnumConstants())
                .map(Enum::name)
                .collect(ImmutableSet.toImmutableSet());
        return known(cell, "values", Maps.asMap(names, name -> name));
    }

    Optional<ClockName> clock(ScriptRow row) {
        Optional<Integer> nth = parsed(row.cell("nth"), "a number from 1", Integer::parseUnsignedInt);
        Optional<String> group = group(row.cell("group")).map(GroupId::value);
        Optional<ClockName> clock = row.cell("clock").map(cell -> new ClockName(cell.text(), group, nth));
        clock.filter(name -> !name.knownTo(subject.model()))
                .ifPresent(name -> report(
                        row.cell("clock").orElseThrow(),
                        "\"" + name.text() + "\" is neither a target of the model nor a measure"));
        return clock;
    }

    /** What is expected, in the form in which it is found. */
    ImmutableList<String> expected(Observable fact, ScriptRow.Cell cell, Values values) {
        if (fact.several()
                || cell.text().equals(Expectation.OPEN)
                || cell.text().equals(Values.NONE)) {
            return cell.texts();
        }
        Optional<ScriptRow.Cell> one = Optional.of(cell);
        return switch (fact.sort()) {
            case TIME -> time(one, values).map(values::text).stream().collect(ImmutableList.toImmutableList());
            case DURATION ->
                parsed(one, "an amount as PT4H30M or 4 h 30 min", Values::duration).map(Duration::toString).stream()
                        .collect(ImmutableList.toImmutableList());
            default -> ImmutableList.of(cell.text());
        };
    }
}
