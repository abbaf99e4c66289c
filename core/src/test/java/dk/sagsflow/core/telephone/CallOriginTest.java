package dk.sagsflow.core.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallOriginTest {
    private static String shown(String origin) {
        return new CallCell(
                        LocalDate.of(2007, 8, 1), DayOfWeek.MONDAY, 8, "support", Optional.of(origin), Optional.empty())
                .origin()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "+45 33 92 33 92, +45 33 xx xx xx",
        "33923392, 3392xxxx",
        "150385-1209, 1503xx-xxxx",
        "\u0661\u0665\u0660\u0663\u0668\u0665\u0661\u0662\u0660\u0669, \u0661\u0665\u0660\u0663xxxxxx",
        "461 Odense, 461 Odense",
        "menu 1-2-3, menu 1-2-3",
        "3392, 3392",
    })
    void of_a_number_the_first_four_digits_are_shown(String origin, String shown) {
        assertThat(shown(origin)).isEqualTo(shown);
    }

    @Property
    void no_origin_is_shown_with_the_digits_of_a_telephone(
            @ForAll @CharRange(from = '0', to = '9') @CharRange(from = ' ', to = '/') @StringLength(max = 30)
                    String origin) {
        String shown = shown(origin);

        assertThat(shown.codePoints().filter(Character::isDigit).count()).isLessThan(7);
        assertThat(shown(shown)).isEqualTo(shown);
        assertThat(shown).hasSameSizeAs(origin);
    }
}
