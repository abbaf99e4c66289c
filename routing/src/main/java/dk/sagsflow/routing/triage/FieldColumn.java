package dk.sagsflow.routing.triage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.UnitId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For each value of a field, the rules that a case with it may match, as a bitmap. Immutable. */
final class FieldColumn {
    private final CaseField field;
    private final List<ImmutableList<Condition>> rules;
    private final long[][] constants;
    private final Map<String, long[]> texts = new HashMap<>();
    private final long[] otherText;
    private final long[] missing;

    /**
     * The column of a field.
     *
     * @param rules of each rule the conditions that must all hold
     */
    FieldColumn(CaseField field, List<ImmutableList<Condition>> rules) {
        this.field = field;
        this.rules = rules;
        this.constants =
                Arrays.stream(names(field)).map(Optional::of).map(this::bitmap).toArray(long[][]::new);
        for (ImmutableList<Condition> parts : rules) {
            for (Condition part : parts) {
                asked(part)
                        .filter(is -> is.field() == field)
                        .map(Condition.Is::values)
                        .orElse(ImmutableSet.of())
                        .forEach(value -> texts.put(value, bitmap(Optional.of(value))));
            }
        }
        // No rule names it, so that it stands for every text that none names.
        this.otherText = bitmap(Optional.of(String.join(" ", texts.keySet()) + " other"));
        this.missing = bitmap(Optional.empty());
    }

    /** What a condition asks one field for, as it is or negated; empty if it is of another sort. */
    static Optional<Condition.Is> asked(Condition part) {
        Condition asked = part instanceof Condition.Not not ? not.condition() : part;
        return asked instanceof Condition.Is is ? Optional.of(is) : Optional.empty();
    }

    private static String[] names(CaseField field) {
        Enum<?>[] constants = switch (field) {
            case KIND -> CaseKind.values();
            case CAUSE -> Cause.values();
            case IMPACT -> Impact.values();
            case URGENCY -> Urgency.values();
            case PRIORITY -> Priority.values();
            case CUSTOMER_KIND -> CustomerKind.values();
            case SYSTEM, CATEGORY, UNIT, TIER, GROUP -> new Enum<?>[0];
        };
        return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
    }

    private long[] bitmap(Optional<String> value) {
        long[] bitmap = new long[(rules.size() + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).stream().allMatch(part -> allows(part, value))) {
                bitmap[i / Long.SIZE] |= 1L << i;
            }
        }
        return bitmap;
    }

    private boolean allows(Condition part, Optional<String> value) {
        Optional<Condition.Is> asked = asked(part).filter(is -> is.field() == field);
        if (asked.isEmpty()) {
            return true;
        }
        boolean holds = value.filter(asked.get().values()::contains).isPresent();
        return holds != (part instanceof Condition.Not);
    }

    /** The rules that this case may match as far as the field goes. */
    long[] row(SupportCase current) {
        return switch (field) {
            case KIND -> constant(current.kind());
            case CAUSE -> constant(current.cause());
            case CUSTOMER_KIND -> constant(current.customerKind());
            case IMPACT -> constant(current.impact());
            case URGENCY -> constant(current.urgency());
            case PRIORITY -> constant(current.priority());
            case SYSTEM -> system(current.system());
            case CATEGORY -> category(current.category());
            case UNIT -> unit(current.unit());
            case TIER, GROUP -> working(current.chain().links());
        };
    }

    private long[] constant(Optional<? extends Enum<?>> value) {
        return value.isPresent() ? constant(value.get()) : missing;
    }

    /** The table is made and read in one process, so that the order of the constants may count. */
    @SuppressWarnings("EnumOrdinal")
    private long[] constant(Enum<?> value) {
        return constants[value.ordinal()];
    }

    private long[] system(Optional<SystemId> system) {
        return system.isPresent() ? text(system.get().value()) : missing;
    }

    private long[] category(Optional<String> category) {
        return category.isPresent() ? text(category.get()) : missing;
    }

    private long[] unit(Optional<UnitId> unit) {
        return unit.isPresent() ? text(unit.get().value()) : missing;
    }

    private long[] working(ImmutableList<Link> links) {
        if (links.isEmpty()) {
            return missing;
        }
        Link last = links.get(links.size() - 1);
        return text(
                field == CaseField.TIER
                        ? last.station().tier().value()
                        : last.station().group().value());
    }

    private long[] text(String value) {
        long[] bitmap = texts.get(value);
        return bitmap == null ? otherText : bitmap;
    }
}
