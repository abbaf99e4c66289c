package dk.sagsflow.routing.triage;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules as bitmaps: for each field that rules ask for, and each value of it, which rules a case with that value may
 * match. What is left of a rule, beside fields, is asked of the rules that remain, in their order. Makes no objects.
 * Immutable.
 */
final class RuleIndex {
    static final int NONE = -1;

    private static final int BITS = Long.SIZE;

    private final ImmutableList<Optional<TriageRule>> answers;
    private final FieldColumn[] columns;
    private final Rest[] rests;
    private final boolean[] passes;
    private final long[] every;

    /** What the bitmaps do not know of a rule. */
    private record Rest(Condition condition, Optional<CalendarState> during) {
        boolean nothing() {
            return condition.equals(Condition.always()) && during.isEmpty();
        }

        boolean holds(SupportCase current, Instant at) {
            return condition.holds(current) && (during.isEmpty() || during.get().holds(at));
        }
    }

    RuleIndex(ImmutableList<TriageRule> rules) {
        this.answers = rules.stream().map(Optional::of).collect(ImmutableList.toImmutableList());
        List<ImmutableList<Condition>> parts =
                rules.stream().map(rule -> parts(rule.when())).toList();
        this.columns = columns(parts);
        this.rests = new Rest[rules.size()];
        this.passes = new boolean[rules.size()];
        this.every = new long[(rules.size() + BITS - 1) / BITS];
        for (int i = 0; i < rests.length; i++) {
            ImmutableList<Condition> left = parts.get(i).stream()
                    .filter(part -> FieldColumn.asked(part).isEmpty())
                    .collect(ImmutableList.toImmutableList());
            rests[i] = new Rest(
                    left.isEmpty() ? Condition.always() : new Condition.All(left),
                    rules.get(i).during());
            passes[i] = rests[i].nothing();
            every[i / BITS] |= 1L << i;
        }
    }

    /** The conditions that must all hold. */
    private static ImmutableList<Condition> parts(Condition condition) {
        return condition instanceof Condition.All all
                ? all.conditions().stream()
                        .flatMap(part -> parts(part).stream())
                        .collect(ImmutableList.toImmutableList())
                : ImmutableList.of(condition);
    }

    private static FieldColumn[] columns(List<ImmutableList<Condition>> parts) {
        List<FieldColumn> columns = new ArrayList<>();
        for (CaseField field : CaseField.values()) {
            boolean asked = parts.stream()
                    .flatMap(List::stream)
                    .flatMap(part -> FieldColumn.asked(part).stream())
                    .anyMatch(is -> is.field() == field);
            if (asked) {
                columns.add(new FieldColumn(field, parts));
            }
        }
        return columns.toArray(FieldColumn[]::new);
    }

    /** The rule; empty for none. */
    Optional<TriageRule> answer(int rule) {
        return rule == NONE ? Optional.empty() : answers.get(rule);
    }

    /** The first rule that matches. */
    int first(SupportCase current, Instant at) {
        for (int word = 0; word < every.length; word++) {
            long left = every[word];
            for (int i = 0; i < columns.length && left != 0; i++) {
                left &= columns[i].row(current)[word];
            }
            while (left != 0) {
                int rule = word * BITS + Long.numberOfTrailingZeros(left);
                if (passes[rule] || rests[rule].holds(current, at)) {
                    return rule;
                }
                left &= left - 1;
            }
        }
        return NONE;
    }
}
