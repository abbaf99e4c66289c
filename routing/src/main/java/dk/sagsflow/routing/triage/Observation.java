package dk.sagsflow.routing.triage;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.Condition;
import java.util.Optional;

/**
 * One thing that a rule asks for, and what a case had. Kinds may be added in a minor release. {@link TriageWords} says it in
 * words. Immutable.
 */
public sealed interface Observation {
    /** Whether what is asked for was so. */
    boolean holds();

    /** Whether the rule wants it to be so; it does not if it leaves out what is so. */
    boolean wanted();

    /** What the case had that a condition without parts asks for. */
    static Observation of(Condition leaf, SupportCase current, boolean wanted) {
        if (leaf instanceof Condition.Is is) {
            return new OfField(is, is.field().of(current), wanted);
        } else if (leaf instanceof Condition.Has has) {
            return new OfAttribute(has, current.attribute(has.attribute()), has.holds(current), wanted);
        } else if (leaf instanceof Condition.Mentions mentions) {
            Optional<String> found = mentions.holds(current)
                    ? mentions.words()
                            .firstIn(current.subject())
                            .or(() -> mentions.words().firstIn(current.description()))
                    : Optional.empty();
            return new OfWords(mentions, found, wanted);
        }
        throw new IllegalArgumentException("condition of parts: " + leaf.describe());
    }

    /**
     * A field.
     *
     * @param asked what the rule asks for
     * @param had what the case had, by name or id; empty if it had none
     * @param wanted whether the rule wants it to be so
     */
    record OfField(Condition.Is asked, Optional<String> had, boolean wanted) implements Observation {
        /** Refuses null. */
        public OfField {
            requireNonNull(asked, "asked");
            requireNonNull(had, "had");
        }

        @Override
        public boolean holds() {
            return had.filter(asked.values()::contains).isPresent();
        }
    }

    /**
     * A field of the organisation's own.
     *
     * @param asked what the rule asks for
     * @param had what the case had; empty if it was not filled in
     * @param holds whether that is what is asked for
     * @param wanted whether the rule wants it to be so
     */
    record OfAttribute(Condition.Has asked, Optional<AttributeValue> had, boolean holds, boolean wanted)
            implements Observation {
        /** Refuses null. */
        public OfAttribute {
            requireNonNull(asked, "asked");
            requireNonNull(had, "had");
        }
    }

    /**
     * Words in the text.
     *
     * @param asked what the rule asks for
     * @param found the word that the text mentions first; empty if it mentions none
     * @param wanted whether the rule wants it to be so
     */
    record OfWords(Condition.Mentions asked, Optional<String> found, boolean wanted) implements Observation {
        /** Refuses null. */
        public OfWords {
            requireNonNull(asked, "asked");
            requireNonNull(found, "found");
        }

        @Override
        public boolean holds() {
            return found.isPresent();
        }
    }

    /**
     * A calendar.
     *
     * @param asked what the rule asks for
     * @param open whether the calendar was open
     */
    record OfCalendar(CalendarState asked, boolean open) implements Observation {
        /** Refuses null. */
        public OfCalendar {
            requireNonNull(asked, "asked");
        }

        @Override
        public boolean holds() {
            return asked.open() == open;
        }

        @Override
        public boolean wanted() {
            return true;
        }
    }
}
