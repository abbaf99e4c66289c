package dk.sagsflow.core.privacy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes Danish personal identification numbers (CPR), replacement numbers among them, out of text that leaves the
 * organisation, however people write them; {@link PersonalNumber} says which digits are one. Other numbers, those of
 * cases for instance, stay. Takes time in proportion to the length of the text.
 */
public final class PersonalNumbers {
    private static final int FEWEST_DIGITS = 8;
    private static final String MASK = "xxxxxx-xxxx";

    /** A part of the text: from, inclusive, and to, exclusive. */
    private record Place(int from, int to) {}

    private PersonalNumbers() {}

    /** The text with each number in it masked. */
    public static String masked(String text) {
        return masked(text, found(text));
    }

    /** The same, with the number of this case left as it is, whatever it looks like. */
    public static String masked(String text, CaseNumber number) {
        List<Place> found = found(text);
        return found.isEmpty() ? text : masked(text, without(found, places(number.value(), text)));
    }

    /** Where the numbers are, in order of their beginnings; two may share digits. */
    private static List<Place> found(CharSequence text) {
        // Few texts have as many digits as one number, and to count them is a tenth of the work.
        return Digits.fewerThan(FEWEST_DIGITS, text) ? ImmutableList.of() : found(DigitGroup.of(text));
    }

    private static List<Place> found(List<DigitGroup> groups) {
        List<Place> found = new ArrayList<>();
        for (int first = 0; first < groups.size(); first++) {
            addNumbersFrom(first, groups, found);
        }
        return found;
    }

    /** Adds those that begin with this group; no more groups are looked at than a number has digits. */
    private static void addNumbersFrom(int first, List<DigitGroup> groups, List<Place> found) {
        long lengths = 0;
        int size = 0;
        for (int last = first; last < groups.size(); last++) {
            DigitGroup group = groups.get(last);
            int length = group.digits().length();
            lengths = lengths * 16 + length;
            size += length;
            if (size > WrittenNumber.MOST_DIGITS || (last > first && group.gap() == DigitGap.WIDE)) {
                return;
            }
            if (WrittenNumber.possible(groups.subList(first, last + 1), lengths, size)) {
                found.add(new Place(groups.get(first).start(), group.end()));
            }
        }
    }

    private static String masked(String text, List<Place> found) {
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int done = 0;
        for (Place number : found) {
            if (number.from() >= done) {
                masked.append(text, done, number.from()).append(MASK);
            }
            done = Math.max(done, number.to());
        }
        return masked.append(text, done, text.length()).toString();
    }

    /** Those that are not part of one of these places, which are all of one length; both in order. */
    private static List<Place> without(List<Place> found, List<Place> places) {
        List<Place> left = new ArrayList<>();
        int behind = 0;
        for (Place number : found) {
            while (behind < places.size() && places.get(behind).from() <= number.from()) {
                behind++;
            }
            if (behind == 0 || places.get(behind - 1).to() < number.to()) {
                left.add(number);
            }
        }
        return left;
    }

    /** Where the number of the case stands, and not a longer one. */
    private static List<Place> places(String number, String text) {
        List<Place> places = new ArrayList<>();
        for (int from = text.indexOf(number); from >= 0; from = text.indexOf(number, from + 1)) {
            int to = from + number.length();
            if (!Digits.at(text, from - 1) && !Digits.at(text, to)) {
                places.add(new Place(from, to));
            }
        }
        return places;
    }
}
