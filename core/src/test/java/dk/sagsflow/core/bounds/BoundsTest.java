package dk.sagsflow.core.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies outside is refused by name, with what is allowed; what lies inside can be told. */
class BoundsTest {
    @Test
    void a_duration_that_nothing_can_be_reckoned_with_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.duration("budget", Duration.parse("P106751991167300D")))
                .withMessage("budget is PT2562047788015200H; at most PT2400000H, which is 100000 days, is allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.duration("offset", Duration.ofSeconds(Long.MIN_VALUE)));
        assertThat(Bounds.duration("budget", Bounds.LONGEST)).isEqualTo(Bounds.LONGEST);
        assertThat(Bounds.duration("budget", Bounds.LONGEST.negated())).isNegative();
        assertThat(Bounds.LONGEST.toNanos())
                .as("what waits and counts in nanoseconds")
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\u00AD",
                "\u200B",
                "\u202E",
                "\u034F",
                "\u115F",
                "\u1160",
                "\u17B4",
                "\u180E",
                "\u2065",
                "\u3164",
                "\uFFA0",
                "\uFFF0",
                "\uFFF8",
                "\uDB40\uDC01",
                "\uDB40\uDC41",
                "\uDB43\uDFFF"
            })
    void a_name_holds_nothing_that_shows_nothing(String unseen) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.name("name", "Karen" + unseen))
                .withMessageContaining("not seen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u845B\uDB40\uDD00", "\u2764\uFE0F", "\u1820\u180B", "J\u0300o", "\u110B\u1161"})
    void a_name_may_choose_how_its_letters_are_written(String name) {
        assertThat(Bounds.name("name", name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+300000000", "1E-300000000", "1E+61", "1E-61", "0E+2147483647", "1E-2147483647"})
    void a_number_with_a_great_exponent_is_no_value_of_a_field(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeValue.Decimal(new BigDecimal(number)))
                .withMessageContaining("exponent")
                .withMessageContaining("from -60 to 60 is allowed");
    }

    @Test
    void neither_is_one_of_many_digits() {
        BigDecimal many = new BigDecimal(BigInteger.TEN.pow(1499));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeValue.Decimal(many))
                .withMessage("value of a number attribute has more than 60 digits, which are not allowed");
        assertThat(new AttributeValue.Decimal(new BigDecimal("9".repeat(60))).describe())
                .hasSize(60);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeValue.Decimal(new BigDecimal("9".repeat(61))));
    }

    @Property
    void what_is_accepted_can_be_told_in_a_line(@ForAll BigDecimal number, @ForAll int scale) {
        BigDecimal moved = number.setScale(0, RoundingMode.DOWN).scaleByPowerOfTen(scale % 80);
        AttributeValue.Decimal value;
        try {
            value = new AttributeValue.Decimal(moved);
        } catch (IllegalArgumentException refused) {
            assertThat(Math.abs(moved.scale()) > 60 || moved.precision() > 60).isTrue();
            return;
        }
        assertThat(value.describe()).hasSizeLessThanOrEqualTo(130);
        assertThat(new BigDecimal(value.describe())).isEqualByComparingTo(moved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+300000000", "1e-400", "99999999999999999999999999999999999999999999999999999999999999"})
    void such_a_number_in_a_document_is_a_problem_with_its_place(String number) {
        Problems problems = new Problems();
        JsonPlace place = JsonDocument.read("model.json", "{\"at\": " + number + "}", problems)
                .orElseThrow()
                .at("at");

        assertThat(place.number("a number")).isEmpty();
        assertThat(problems.list()).extracting(Problem::pointer).containsExactly("/at");
        assertThat(problems.list()).first().asString().containsAnyOf("from -60 to 60 is allowed", "60 digits");
    }
}
