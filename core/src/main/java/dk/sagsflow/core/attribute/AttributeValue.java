package dk.sagsflow.core.attribute;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What stands in a field of a case; one kind for each {@link AttributeType}. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AttributeValue {
    /** The type of field that it fits. */
    AttributeType type();

    /** The value in words, in English. */
    String describe();

    /**
     * Free text.
     *
     * @param text the text, not blank
     */
    @JsonTypeName("text")
    record Text(String text) implements AttributeValue {
        /** Refuses a blank text: a field without value is cleared. */
        public Text {
            Texts.requireText("value of a text attribute", text);
        }

        @Override
        public AttributeType type() {
            return AttributeType.TEXT;
        }

        @Override
        public String describe() {
            return text;
        }
    }

    /**
     * A decimal number; text in JSON, so that no reader rounds it.
     *
     * @param number the number; 1.0 and 1.00 are two values, as they were written
     */
    @JsonTypeName("number")
    record Decimal(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal number) implements AttributeValue {
        /** Refuses a number outside of the {@link Bounds}. */
        public Decimal {
            requireNonNull(number, "number");
            number = Bounds.number("value of a number attribute", number);
        }

        @Override
        public AttributeType type() {
            return AttributeType.NUMBER;
        }

        @Override
        public String describe() {
            return number.toPlainString();
        }
    }

    /**
     * Yes or no.
     *
     * @param yes whether it is so
     */
    @JsonTypeName("yes-no")
    record YesNo(boolean yes) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.YES_NO;
        }

        @Override
        public String describe() {
            return yes ? "yes" : "no";
        }
    }

    /**
     * A date, the same in every time zone.
     *
     * @param date the date
     */
    @JsonTypeName("date")
    record Date(LocalDate date) implements AttributeValue {
        /** Refuses null. */
        public Date {
            requireNonNull(date, "date");
        }

        @Override
        public AttributeType type() {
            return AttributeType.DATE;
        }

        @Override
        public String describe() {
            return date.toString();
        }
    }

    /**
     * One of the words that the definition lists.
     *
     * @param choice the word
     */
    @JsonTypeName("choice")
    record Choice(String choice) implements AttributeValue {
        /** Refuses a blank word. */
        public Choice {
            Texts.requireText("value of a choice attribute", choice);
        }

        @Override
        public AttributeType type() {
            return AttributeType.CHOICE;
        }

        @Override
        public String describe() {
            return choice;
        }
    }
}
