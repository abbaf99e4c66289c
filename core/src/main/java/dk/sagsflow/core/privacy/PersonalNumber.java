package dk.sagsflow.core.privacy;

import java.time.Month;
import java.time.Year;

/**
 * Digits in the shape of a personal identification number, and whether they can be one. What rules them out is what the
 * CPR office publishes about the number (cpr.dk, "Opbygning af CPR-nummeret", "Personnumre uden kontrolciffer" and
 * "Erstatningspersonnummer i eksterne systemer"):
 *
 * <ul>
 *   <li>Positions 1 to 6 are the date of birth; position 7 says with the year in which century. A date that this century
 *       does not have is nobody's.
 *   <li>In a replacement number the first digit is higher by 6. Who gives one out need not keep to a check sum.
 *   <li>Until 1 October 2007 the check sum (modulus 11) of every number fitted. Since then some do not, so far all with 1
 *       January as the date of birth, of years from 1960 to 1994. The list need not be complete, so that the check sum is
 *       not asked for on 1 January of any year; on other days it proves that digits are no number only for those who were
 *       born well before or after: until 1936, when they had their number before, and from 2000 on.
 * </ul>
 *
 * <p>Immutable.
 *
 * @param digits date and serial number; the year has two digits, or four
 * @param form how it is written
 */
record PersonalNumber(String digits, Form form) {
    /** How a number is written, which says how much more is asked for. */
    enum Form {
        /** With a dash before the last four digits, as it is done officially: a number, even with a slip in it. */
        DASHED,
        /** With something else there. */
        BROKEN,
        /** In one, as any number. */
        TOGETHER,
        /** As few people write it: only the check sum tells. */
        ODD
    }

    private static final int[] WEIGHTS = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final int SERIAL = 4;
    private static final int REPLACEMENT = 60;
    private static final int FIRST_YEAR_WITHOUT_CHECK_SUM = 1937;
    private static final int LAST_YEAR_WITHOUT_CHECK_SUM = 1999;

    /** Whether it can be one; a form that can be one and something else counts as one. */
    boolean possible() {
        return dateExists() && (checkSumFits() || withoutCheckSum());
    }

    private boolean dateExists() {
        int year = year();
        int month = number(2, 4);
        int day = day();
        boolean centuryFits = digits.length() < 12 || number(4, 8) == year;
        return centuryFits
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(Year.isLeap(year));
    }

    private boolean withoutCheckSum() {
        return switch (form) {
            case DASHED -> true;
            case BROKEN -> replacement() || newYear() || (mayLackCheckSum() && year() <= LAST_YEAR_WITHOUT_CHECK_SUM);
            case TOGETHER -> newYear();
            case ODD -> false;
        };
    }

    private boolean mayLackCheckSum() {
        return year() >= FIRST_YEAR_WITHOUT_CHECK_SUM;
    }

    /** 1 January, on which people without a known date of birth are registered; not with its year once more behind it. */
    private boolean newYear() {
        return day() == 1 && number(2, 4) == 1 && (mayLackCheckSum() || !yearAgain());
    }

    private boolean yearAgain() {
        int serial = number(digits.length() - SERIAL, digits.length());
        return serial >= 1900 && serial < 2100 && serial % 100 == year() % 100;
    }

    private boolean replacement() {
        return number(0, 2) > REPLACEMENT;
    }

    private int day() {
        int written = number(0, 2);
        return written > REPLACEMENT ? written - REPLACEMENT : written;
    }

    /** By the seventh digit: 0 to 3 is 1900 on; 4 and 9 are 1937 to 2036; 5 to 8 are 1858 to 1899, or 2000 to 2057. */
    private int year() {
        int serialAt = digits.length() - SERIAL;
        int year = number(serialAt - 2, serialAt);
        return switch (digits.charAt(serialAt)) {
            case '0', '1', '2', '3' -> 1900 + year;
            case '4', '9' -> year <= 36 ? 2000 + year : 1900 + year;
            default -> year <= 57 ? 2000 + year : 1800 + year;
        };
    }

    private boolean checkSumFits() {
        String ten = digits.substring(0, 4) + digits.substring(digits.length() - 6);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (ten.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }

    private int number(int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
