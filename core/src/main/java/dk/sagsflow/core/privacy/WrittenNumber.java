package dk.sagsflow.core.privacy;

import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * Groups of digits that stand together, and the personal numbers that they can be read as. The lengths of groups are the
 * digits of a hexadecimal number, so that 0x64 is 150385 1234, and 0xA ten digits in one.
 */
final class WrittenNumber {
    /** Those of a date with its century, and four more. */
    static final int MOST_DIGITS = 12;

    /** Those of a date, and four more. */
    private static final int FEWER_DIGITS = 10;

    /** All that are usual; digits that are split in another way are a number only if the check sum fits. */
    private static final ImmutableSet<Long> USUAL =
            ImmutableSet.of(0xAL, 0xCL, 0x64L, 0x84L, 0x2224L, 0x2244L, 0x424L, 0x244L, 0x444L);

    /** Whose parts may stand beside any mark, as in (150385) 1234. */
    private static final ImmutableSet<Long> WITH_ANY_MARK = ImmutableSet.of(
            0xAL, 0xCL, 0x64L, 0x84L, 0x2224L, 0x2244L, 0x622L, 0x822L, 0x22222L, 0x22422L, 0x1111111111L);

    /** With a day or a month of one digit, as in 15/3-85 1234. */
    private static final ImmutableSet<Long> SHORT =
            ImmutableSet.of(0x1124L, 0x1224L, 0x2124L, 0x1144L, 0x1244L, 0x2144L);

    private static final long YEAR_FIRST = 0x424L;

    private final List<DigitGroup> groups;
    private final long lengths;
    private final int size;

    private WrittenNumber(List<DigitGroup> groups, long lengths, int size) {
        this.groups = groups;
        this.lengths = lengths;
        this.size = size;
    }

    /**
     * Whether these groups, with no wide gap among them, can be a number.
     *
     * @param lengths as above
     * @param size how many digits they have
     */
    static boolean possible(List<DigitGroup> groups, long lengths, int size) {
        WrittenNumber written = new WrittenNumber(groups, lengths, size);
        return written.wholePossible() || written.shortPossible();
    }

    private boolean wholePossible() {
        boolean fits = size == FEWER_DIGITS || size == MOST_DIGITS;
        return fits && together() && new PersonalNumber(digits(), form()).possible();
    }

    private boolean together() {
        return WITH_ANY_MARK.contains(lengths) || !marked(DigitGap.OTHER);
    }

    private boolean shortPossible() {
        return SHORT.contains(lengths) && new PersonalNumber(digitsOfShortDate(), formOfShortDate()).possible();
    }

    private PersonalNumber.Form form() {
        if (!USUAL.contains(lengths) || marked(DigitGap.OTHER) || yearFirst()) {
            return PersonalNumber.Form.ODD;
        }
        return groups.size() == 1 ? PersonalNumber.Form.TOGETHER : formBySerial();
    }

    /** Numbers that begin with a year, 2007-08-1512 for instance, are given to everything. */
    private boolean yearFirst() {
        String first = groups.get(0).digits();
        return lengths == YEAR_FIRST && (first.startsWith("19") || first.startsWith("20"));
    }

    /** Without a mark behind the day they are any numbers, and with dots everywhere those of a version. */
    private PersonalNumber.Form formOfShortDate() {
        DigitGap behindDay = groups.get(1).gap();
        boolean odd = behindDay == DigitGap.SPACE
                || behindDay == DigitGap.LINE
                || serial().gap() == DigitGap.DOT
                || marked(DigitGap.OTHER);
        return odd ? PersonalNumber.Form.ODD : formBySerial();
    }

    private PersonalNumber.Form formBySerial() {
        return serial().gap() == DigitGap.DASH ? PersonalNumber.Form.DASHED : PersonalNumber.Form.BROKEN;
    }

    private DigitGroup serial() {
        return groups.get(groups.size() - 1);
    }

    private boolean marked(DigitGap gap) {
        for (int i = 1; i < groups.size(); i++) {
            if (groups.get(i).gap() == gap) {
                return true;
            }
        }
        return false;
    }

    private String digits() {
        StringBuilder digits = new StringBuilder(MOST_DIGITS);
        groups.forEach(group -> digits.append(group.digits()));
        return digits.toString();
    }

    private String digitsOfShortDate() {
        StringBuilder digits = new StringBuilder(MOST_DIGITS);
        for (DigitGroup group : groups) {
            digits.append(group.digits().length() == 1 ? "0" : "").append(group.digits());
        }
        return digits.toString();
    }
}
