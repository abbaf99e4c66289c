package dk.sagsflow.core.privacy;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.List;

/**
 * How many digits stand together in a personal number. Immutable.
 *
 * @param lengths of the groups, in order
 * @param serialSplit whether the last four digits are split as well, which asks for the same gap everywhere
 */
record PersonalNumberShape(ImmutableList<Integer> lengths, boolean serialSplit) {
    /** All in which people write them: the date as 150385, 15 03 85, 15031985 or 15 03 1985, the rest as 1234 or 12 34. */
    static final ImmutableList<PersonalNumberShape> ALL = ImmutableList.of(
            whole(10),
            whole(12),
            whole(6, 4),
            whole(8, 4),
            whole(2, 2, 2, 4),
            whole(2, 2, 4, 4),
            split(6, 2, 2),
            split(8, 2, 2),
            split(2, 2, 2, 2, 2),
            split(2, 2, 4, 2, 2),
            new PersonalNumberShape(ImmutableList.copyOf(Collections.nCopies(10, 1)), true));

    private static PersonalNumberShape whole(Integer... lengths) {
        return new PersonalNumberShape(ImmutableList.copyOf(lengths), false);
    }

    private static PersonalNumberShape split(Integer... lengths) {
        return new PersonalNumberShape(ImmutableList.copyOf(lengths), true);
    }

    /** How many groups it has. */
    int size() {
        return lengths.size();
    }

    boolean matches(List<DigitGroup> groups, int first) {
        if (first + size() > groups.size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            DigitGroup group = groups.get(first + i);
            if (group.digits().length() != lengths.get(i) || (i > 0 && group.gap() == DigitGap.WIDE)) {
                return false;
            }
        }
        return !serialSplit || evenlySpaced(groups.subList(first + 1, first + size()));
    }

    private static boolean evenlySpaced(List<DigitGroup> groups) {
        DigitGap gap = groups.get(0).gap();
        return groups.stream().allMatch(group -> group.gap() == gap);
    }

    /** The number that these groups are, of which it is the shape. */
    PersonalNumber number(List<DigitGroup> groups, int first) {
        StringBuilder digits = new StringBuilder();
        boolean odd = serialSplit;
        for (int i = 0; i < size(); i++) {
            DigitGroup group = groups.get(first + i);
            digits.append(group.digits());
            odd |= i > 0 && group.gap() == DigitGap.OTHER;
        }
        return new PersonalNumber(
                digits.toString(), odd ? PersonalNumber.Form.ODD : form(groups.get(first + size() - 1)));
    }

    private PersonalNumber.Form form(DigitGroup serial) {
        if (size() == 1) {
            return PersonalNumber.Form.TOGETHER;
        }
        return serial.gap() == DigitGap.DASH ? PersonalNumber.Form.DASHED : PersonalNumber.Form.BROKEN;
    }
}
