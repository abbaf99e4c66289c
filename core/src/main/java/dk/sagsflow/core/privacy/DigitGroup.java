package dk.sagsflow.core.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits in a text with nothing that can be seen between them. Immutable.
 *
 * @param gap what stands between it and the group before
 * @param start where it begins in the text, inclusive
 * @param end where it ends in the text, exclusive
 * @param digits in ASCII; of a group of more than twelve only the first thirteen
 */
record DigitGroup(DigitGap gap, int start, int end, String digits) {
    private static final int KEPT = 13;

    /** The groups of a text, in order. Every character is read once. */
    static List<DigitGroup> of(CharSequence text) {
        List<DigitGroup> groups = new ArrayList<>();
        Reader reader = new Reader();
        int index = 0;
        while (index < text.length()) {
            int character = Character.codePointAt(text, index);
            int next = index + Character.charCount(character);
            reader.read(character, index, next, groups);
            index = next;
        }
        reader.endGroup(groups);
        return groups;
    }

    /** What was read since the last group. Not thread-safe. */
    private static final class Reader {
        private final StringBuilder digits = new StringBuilder();
        private final DigitGap.Reader gap = new DigitGap.Reader();
        private int start;
        private int end;

        void read(int character, int index, int next, List<DigitGroup> groups) {
            int digit = Digits.value(character);
            if (digit >= 0) {
                add(digit, index, next);
            } else if (!Digits.invisible(character)) {
                endGroup(groups);
                gap.read(character);
            }
        }

        private void add(int digit, int index, int next) {
            if (digits.isEmpty()) {
                start = index;
            }
            if (digits.length() < KEPT) {
                digits.append((char) ('0' + digit));
            }
            end = next;
        }

        void endGroup(List<DigitGroup> groups) {
            if (!digits.isEmpty()) {
                groups.add(new DigitGroup(gap.gap(), start, end, digits.toString()));
                digits.setLength(0);
                gap.begin();
            }
        }
    }
}
