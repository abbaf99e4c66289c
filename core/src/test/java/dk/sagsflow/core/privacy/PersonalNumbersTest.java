package dk.sagsflow.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dk.sagsflow.core.cases.CaseNumber;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "290200-4234 and 010203-4567, xxxxxx-xxxx and xxxxxx-xxxx, several in a text and a leap day",
        "321361-4285, 321361-4285, no such day",
        "071361-4285, 071361-4285, no such month",
        "AMS-0000071, AMS-0000071, the number of a case",
        "10707614285, 10707614285, eleven digits",
        "070761-42851, 070761-42851, longer behind",
        "290200-1234, 290200-1234, no leap day: by its seventh digit of 1900",
        "670761-4285, xxxxxx-xxxx, a replacement number: the day is higher by 60",
        "150385 1234, xxxxxx-xxxx, with a space and without a check sum: given out later to who was born 1985",
        "030907 0830, 030907 0830, a date and a time: whoever was born 1907 has a number that fits",
        "010100 0000, xxxxxx-xxxx, 1 January of any year: numbers without a check sum are given out",
        "010107 2007, 010107 2007, a date and its year once more",
        "120907-1430, xxxxxx-xxxx, a date and a time written as a number is: privacy wins the tie",
        "61 02 03 1985 1234, xxxxxx-xxxx, two readings that share digits",
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

    @Test
    void the_number_of_the_case_stays_and_others_that_look_alike_do_not() {
        CaseNumber number = new CaseNumber("070761-4285");

        assertThat(PersonalNumbers.masked("case 070761-4285, not 070761 4285 or 1.070761-42855", number))
                .isEqualTo("case 070761-4285, not xxxxxx-xxxx or 1.070761-42855");
        assertThat(PersonalNumbers.masked("case A-070761-4285-B and 070761-4285", new CaseNumber("A-070761-4285-B")))
                .isEqualTo("case A-070761-4285-B and xxxxxx-xxxx");
    }

    /** Counts how often a character of the text is read. */
    private record Counted(String text, AtomicLong reads) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), reads);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"070761-4285 ", "0", "0 ", "07 ", "0707614286 ", "070761 - ", "070761\u200B", "\u00AD", " ", "xy"
            })
    void a_long_text_is_read_a_few_times_and_no_more(String part) {
        String text = part.repeat(400_000 / part.length());
        AtomicLong reads = new AtomicLong();

        List<DigitGroup> groups = DigitGroup.of(new Counted(text, reads));

        assertThat(reads).hasValueLessThanOrEqualTo(2L * text.length());
        assertThat(groups).hasSizeLessThanOrEqualTo(text.length() / 2 + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "070761-4285 ",
                "0",
                "0 ",
                "07 ",
                "0707614286 ",
                "070761 - ",
                "070761\u200B",
                "1 ",
                "7/7-61 ",
                "0707 61   -   "
            })
    void a_long_text_does_not_take_long(String part) {
        String text = part.repeat(2_000_000 / part.length());
        CaseNumber number = new CaseNumber("070761-4285");

        assertTimeout(Duration.ofSeconds(20), () -> PersonalNumbers.masked(text, number));
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
