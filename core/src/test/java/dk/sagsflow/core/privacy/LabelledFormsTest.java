package dk.sagsflow.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Precision and recall of the masking over a labelled set of forms; docs/personal-numbers.md tells the same figures. */
class LabelledFormsTest {
    private record Form(String label, String text, String words) {
        boolean masked() {
            return !PersonalNumbers.masked(text).equals(text);
        }
    }

    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-F]{4})");
    private static final ImmutableList<Form> FORMS = forms();

    private static ImmutableList<Form> forms() {
        try {
            return Resources.readLines(Resources.getResource("personal-numbers.tsv"), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(Splitter.on('\t')::splitToList)
                    .map(parts -> new Form(parts.get(0), unescaped(parts.get(1)), parts.get(2)))
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String text) {
        return UNICODE.matcher(text)
                .replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)))
                .translateEscapes();
    }

    private static long digits(String text) {
        return text.codePoints().filter(Character::isDigit).count();
    }

    private static List<Form> labelled(String label) {
        return FORMS.stream().filter(form -> form.label().equals(label)).toList();
    }

    @Test
    void every_number_is_masked_to_its_last_digit() {
        assertThat(labelled("number")).hasSizeGreaterThan(200).allSatisfy(form -> {
            String masked = PersonalNumbers.masked(form.text());
            assertThat(masked).as(form.words()).containsOnlyOnce("xxxxxx-xxxx");
            assertThat(digits(form.text()) - digits(masked)).as(form.words()).isBetween(8L, 12L);
        });
    }

    @Test
    void other_digits_stay_unless_they_are_written_as_numbers_are() {
        assertThat(labelled("other"))
                .hasSizeGreaterThan(150)
                .filteredOn(Form::masked)
                .isEmpty();
        assertThat(labelled("tie"))
                .isNotEmpty()
                .filteredOn(form -> !form.masked())
                .isEmpty();
    }

    @Test
    void precision_and_recall_are_those_that_are_told() {
        long masked = FORMS.stream().filter(Form::masked).count();
        long numbers = labelled("number").size();
        long right = labelled("number").stream().filter(Form::masked).count();

        assertThat(FORMS).hasSizeGreaterThan(200);
        assertThat(right / (double) numbers).as("recall").isEqualTo(1.0);
        assertThat(right / (double) masked).as("precision").isBetween(0.92, 0.93);
    }
}
