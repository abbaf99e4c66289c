package dk.sagsflow.routing.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No personal identification number leaves in a mail. */
class PersonalNumbersTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "my number is 070761-4285, my number is xxxxxx-xxxx, a number as it is written",
        "070761 4285, xxxxxx-xxxx, with a space",
        "070761 - 4285, xxxxxx-xxxx, with a hyphen among spaces",
        "070761\u00A04285, xxxxxx-xxxx, with a space that does not break",
        "070761\u20144285, xxxxxx-xxxx, with a long dash",
        "070761  4285, xxxxxx-xxxx, with two spaces",
        "070761   4285, 070761   4285, two columns of numbers",
        "0707614285., xxxxxx-xxxx., without a break: its check sum fits",
        "0707614286, 0707614286, no check sum and no break: any number",
        "070761-4286, xxxxxx-xxxx, a break after a date is enough",
        "0101651235, xxxxxx-xxxx, born on 1 January: numbers without a check sum are given out",
        "290200-1234 and 010203-4567, xxxxxx-xxxx and xxxxxx-xxxx, several in a text and a leap day",
        "321361-4285, 321361-4285, no such day",
        "071361-4285, 071361-4285, no such month",
        "AMS-0000071, AMS-0000071, the number of a case",
        "10707614285, 10707614285, eleven digits",
        "070761-42851, 070761-42851, longer behind",
        "+45 33 92 33 92, +45 33 92 33 92, a telephone number",
    })
    void numbers_of_people_are_masked_and_others_stay(String text, String expected, String words) {
        assertThat(PersonalNumbers.masked(text)).as(words).isEqualTo(expected);
    }

    @Property
    void whoever_was_born_on_a_day_and_has_a_number_that_fits_is_masked(
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 0, max = 99) int year,
            @ForAll @IntRange(min = 0, max = 999) int serial) {
        String nine = String.format(Locale.ROOT, "%02d%02d%02d%03d", day, month, year, serial);
        int check = check(nine);
        Assume.that(check < 10);

        assertThat(PersonalNumbers.masked("number " + nine + check + "!")).isEqualTo("number xxxxxx-xxxx!");
    }

    @Property
    void what_is_masked_has_nothing_left_to_mask(@ForAll String text) {
        String once = PersonalNumbers.masked(text);

        assertThat(PersonalNumbers.masked(once)).isEqualTo(once);
    }

    /** The digit that makes the weighted sum divisible by 11; ten if there is none. */
    private static int check(String nine) {
        int sum = 0;
        int weight = 4;
        for (int i = 0; i < 9; i++) {
            sum += weight * (nine.charAt(i) - '0');
            weight = weight == 2 ? 7 : weight - 1;
        }
        return (11 - sum % 11) % 11;
    }
}
