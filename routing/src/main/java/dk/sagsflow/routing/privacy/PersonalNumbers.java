package dk.sagsflow.routing.privacy;

import com.google.common.base.CharMatcher;
import dk.sagsflow.core.cases.CaseNumber;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes Danish personal identification numbers (CPR) out of text that leaves the organisation. Ten digits whose first six
 * are a date are such a number if they are written with a break after the date, or if the check sum (modulus 11) fits. For
 * people born on 1 January numbers are given out that the check sum does not fit, so there it is not asked for. Other
 * numbers, those of cases for instance, stay.
 */
public final class PersonalNumbers {
    private static final Pattern TEN_DIGITS = Pattern.compile("(?<![0-9])([0-9]{2})([0-9]{2})([0-9]{2})"
            + "([ \u00A0]{0,2}[-\u2010-\u2014\u2212][ \u00A0]{0,2}|[ \u00A0]{0,2})([0-9]{4})(?![0-9])");
    private static final CharMatcher ASCII_DIGIT = CharMatcher.inRange('0', '9');
    private static final String MASK = "xxxxxx-xxxx";
    private static final int[] WEIGHTS = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);

    private PersonalNumbers() {}

    public static String masked(String text) {
        return masked(text, found -> false);
    }

    /** The same, with the number of this case left as it is, whatever it looks like. */
    public static String masked(String text, CaseNumber number) {
        return masked(text, found -> isPartOf(number.value(), found, text));
    }

    private static String masked(String text, Predicate<MatchResult> spared) {
        // Few texts have as many digits as one number, and to count them is a tenth of the work.
        return ASCII_DIGIT.countIn(text) < WEIGHTS.length
                ? text
                : TEN_DIGITS
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                personal(found) && !spared.test(found) ? MASK : found.group()));
    }

    private static boolean isPartOf(String number, MatchResult found, String text) {
        Pattern whole = Pattern.compile("(?<![0-9])" + Pattern.quote(number) + "(?![0-9])");
        return whole.matcher(text)
                .results()
                .anyMatch(place -> place.start() <= found.start() && found.end() <= place.end());
    }

    private static boolean personal(MatchResult found) {
        MonthDay born;
        try {
            born = MonthDay.of(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(1)));
        } catch (DateTimeException e) {
            return false;
        }
        boolean broken = !found.group(4).isEmpty();
        return broken || born.equals(NEW_YEAR) || checkSumFits(found.group());
    }

    private static boolean checkSumFits(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
        }
        return sum % 11 == 0;
    }
}
