package dk.sagsflow.core.privacy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The scanner against an oracle that tries every part of a small text against expressions, however long it takes. */
class PersonalNumbersProperties {
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();
    private static final String MARK = "[-./_]{1,2}|[^ -./_0-9\n>A-Za-z]";
    private static final String GAP = "(?=[^0-9])(?:[ ]*(?<d%1$s>--?)[ ]*(?:\n[ >]*)?|[ ]*\n[ >]*(?<e%1$s>--?)[ >]*"
            + "|[ ]{0,2}(?:(?<m%1$s>" + MARK + ")[ ]{0,2})?(?<n%1$s>\n[ >]{0,8})?"
            + "|[ ]{0,2}(?<o%1$s>\n)[ >]{0,8}(?<p%1$s>" + MARK + ")[ >]{0,8})";

    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    private static final List<String> USUAL =
            List.of("10", "12", "6-4", "8-4", "2-2-2-4", "2-2-4-4", "4-2-4", "2-4-4", "4-4-4");
    private static final List<String> WITH_ANY_MARK = List.of(
            "10",
            "12",
            "6-4",
            "8-4",
            "2-2-2-4",
            "2-2-4-4",
            "6-2-2",
            "8-2-2",
            "2-2-2-2-2",
            "2-2-4-2-2",
            "1-1-1-1-1-1-1-1-1-1");
    private static final List<String> SHORT = List.of("1-1-2-4", "1-2-2-4", "2-1-2-4", "1-1-4-4", "1-2-4-4", "2-1-4-4");

    private static final List<String> PIECES = List.of(
            "070761",
            "010107",
            "2007",
            "0101000000",
            "4285",
            "150385",
            "1234",
            "15",
            "03",
            "85",
            "1985",
            "12",
            "34",
            "07",
            "61",
            "0707614285",
            "67",
            "29",
            "02",
            "00",
            "010165",
            "030907",
            "0830",
            "201234",
            "5678",
            "01",
            "0",
            "7",
            "150319851234",
            "290200",
            "4234",
            "3",
            "5",
            "0385",
            "1503",
            "2003",
            "1961");
    private static final List<String> BETWEEN = List.of(
            "-",
            "-",
            " ",
            " ",
            "",
            "/",
            ".",
            "_",
            "  ",
            "   ",
            " - ",
            "   -    ",
            "--",
            "/",
            ".",
            "-.",
            "\n",
            "-\n",
            "\n> ",
            "\n\n",
            ":",
            ": ",
            "x",
            "\u200B",
            "\u00AD-",
            "\u2013",
            "\u00A0",
            "\u3164");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES)
                .flatMap(piece -> Arbitraries.of(BETWEEN).map(piece::concat))
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2000)
    void the_scanner_masks_what_the_oracle_finds(@ForAll("texts") String text) {
        assertThat(PersonalNumbers.masked(text)).isEqualTo(oracle(text));
    }

    @Property(tries = 2000)
    void what_is_masked_has_nothing_left_to_mask(@ForAll("texts") String text) {
        String once = PersonalNumbers.masked(text);

        assertThat(PersonalNumbers.masked(once)).isEqualTo(once);
    }

    /** Masks the union of all parts that are numbers by themselves. */
    private static String oracle(String text) {
        BitSet hidden = new BitSet();
        StringBuilder masked = new StringBuilder();
        int shown = 0;
        for (int from = 0; from < text.length(); from++) {
            int until = Math.max(from, hidden.previousSetBit(text.length()) + 1);
            boolean begins = false;
            for (int to = from + 8; to <= text.length(); to++) {
                if (alone(text, from, to) && number(plain(text.substring(from, to)))) {
                    begins = true;
                    until = Math.max(until, to);
                    hidden.set(from, to);
                }
            }
            if (begins && from >= shown) {
                masked.append(text, shown, from).append("xxxxxx-xxxx");
            }
            shown = begins ? Math.max(shown, until) : shown;
        }
        return masked.append(text, shown, text.length()).toString();
    }

    /** Begins and ends with a digit, with none next to it. */
    private static boolean alone(String text, int from, int to) {
        String before = plain(text.substring(0, from));
        String behind = plain(text.substring(to));
        return digit(text.substring(from, from + 1))
                && digit(text.substring(to - 1, to))
                && (before.isEmpty() || !digit(before.substring(before.length() - 1)))
                && (behind.isEmpty() || !digit(behind.substring(0, 1)));
    }

    private static boolean digit(String character) {
        return "0123456789".contains(character);
    }

    private static String plain(String text) {
        return text.replaceAll("[\u200B\u00AD\u3164]", "")
                .replace('\u2013', '-')
                .replace('\u00A0', ' ');
    }

    private static boolean number(String text) {
        return USUAL.stream().anyMatch(shape -> number(text, shape))
                || splitAnyhow(text)
                || SHORT.stream().anyMatch(shape -> shortDate(text, shape));
    }

    private static boolean number(String text, String shape) {
        return gaps(text, shape)
                .filter(gaps -> WITH_ANY_MARK.contains(shape) || !gaps.contains("other"))
                .filter(gaps -> possible(text.replaceAll("[^0-9]", ""), form(gaps, yearFirst(text, shape))))
                .isPresent();
    }

    private static boolean yearFirst(String text, String shape) {
        return shape.equals("4-2-4") && text.matches("(?s)(19|20).*");
    }

    private static boolean splitAnyhow(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        List<String> groups = Splitter.on(NO_DIGITS).splitToList(text);
        String shape =
                groups.stream().map(group -> Integer.toString(group.length())).collect(joining("-"));
        return (digits.length() == 10 || digits.length() == 12)
                && gaps(text, shape)
                        .filter(gaps -> WITH_ANY_MARK.contains(shape) || !gaps.contains("other"))
                        .isPresent()
                && possible(digits, "odd");
    }

    private static boolean shortDate(String text, String shape) {
        String digits = Splitter.on(NO_DIGITS)
                .splitToStream(text)
                .map(group -> group.length() == 1 ? "0" + group : group)
                .collect(joining());
        return gaps(text, shape)
                .filter(gaps -> possible(
                        digits,
                        form(
                                gaps,
                                gaps.get(0).matches("space|line") || gaps.get(2).equals("."))))
                .isPresent();
    }

    private static String form(List<String> gaps, boolean odd) {
        if (odd || gaps.contains("other")) {
            return "odd";
        }
        return gaps.isEmpty() ? "together" : gaps.get(gaps.size() - 1);
    }

    /** What stands between groups of these lengths; nothing if they are not. */
    private static Optional<List<String>> gaps(String text, String shape) {
        String[] lengths = shape.split("-", -1);
        StringBuilder expression = new StringBuilder("([0-9]{" + lengths[0] + "})");
        for (int i = 1; i < lengths.length; i++) {
            expression
                    .append(String.format(GAP, i))
                    .append("([0-9]{")
                    .append(lengths[i])
                    .append("})");
        }
        Matcher matcher = COMPILED.computeIfAbsent(expression.toString(), Pattern::compile)
                .matcher(text);
        return matcher.matches()
                ? Optional.of(IntStream.range(1, lengths.length)
                        .mapToObj(gap -> kind(matcher, gap))
                        .toList())
                : Optional.empty();
    }

    private static String kind(Matcher matcher, int gap) {
        if (Optional.ofNullable(matcher.group("d" + gap)).isPresent()
                || Optional.ofNullable(matcher.group("e" + gap)).isPresent()) {
            return "-";
        }
        String mark = Strings.nullToEmpty(matcher.group("m" + gap)) + Strings.nullToEmpty(matcher.group("p" + gap));
        boolean line = Optional.ofNullable(matcher.group("n" + gap)).isPresent()
                || Optional.ofNullable(matcher.group("o" + gap)).isPresent();
        if (mark.isEmpty()) {
            return line ? "line" : "space";
        }
        return mark.matches("([-./_])\\1?") ? mark.substring(0, 1) : "other";
    }

    private static boolean possible(String digits, String gap) {
        String ten = digits.substring(0, 4) + digits.substring(digits.length() - 6);
        Optional<LocalDate> born = born(ten);
        if (born.isEmpty()
                || (digits.length() == 12
                        && !digits.substring(4, 8)
                                .equals(Integer.toString(born.get().getYear())))) {
            return false;
        }
        boolean yearAgain = ten.substring(6).matches("(19|20)" + ten.substring(4, 6));
        boolean newYear = born.get().getDayOfYear() == 1 && (born.get().getYear() >= 1937 || !yearAgain);
        boolean later = born.get().getYear() >= 1937 && born.get().getYear() <= 1999;
        int weighted = 0;
        for (int i = 0; i < 10; i++) {
            weighted += "4327654321".charAt(i) % 16 * (ten.charAt(i) % 16);
        }
        return weighted % 11 == 0
                || switch (gap) {
                    case "odd" -> false;
                    case "together" -> newYear;
                    case "-" -> true;
                    default -> newYear || later || ten.charAt(0) >= '6';
                };
    }

    private static Optional<LocalDate> born(String ten) {
        int year = Integer.parseInt(ten.substring(4, 6));
        int seventh = ten.charAt(6) - '0';
        int century;
        if (seventh <= 3) {
            century = 1900;
        } else if (seventh == 4 || seventh == 9) {
            century = year < 37 ? 2000 : 1900;
        } else {
            century = year < 58 ? 2000 : 1800;
        }
        int day = Integer.parseInt(ten.substring(0, 2));
        try {
            return Optional.of(
                    LocalDate.of(century + year, Integer.parseInt(ten.substring(2, 4)), day > 60 ? day - 60 : day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
