package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.PeriodLength;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The periods that a report tells one by one. One date that is wrong may make a hundred thousand days of a year: of too many, only
 * those are told in which something happened, and of those the last. Immutable.
 *
 * @param told by their first days, in order
 * @param remarks what somebody should know of the others
 */
record Periods(ImmutableList<LocalDate> told, ImmutableList<String> remarks) {
    /** Days of five years, weeks of forty. */
    static final int MOST = 2_000;

    private static final int MOST_YEARS = 40;

    /**
     * Of a whole time.
     *
     * @param all its periods, without a gap
     * @param busy those in which something happened
     */
    static Periods of(Breakdown breakdown, List<LocalDate> all, Set<LocalDate> busy) {
        int most = most(breakdown.length());
        if (all.size() <= most) {
            return new Periods(ImmutableList.copyOf(all), ImmutableList.of());
        }
        LocalDate last = all.get(all.size() - 1);
        List<LocalDate> told = all.stream()
                .filter(period -> busy.contains(period) || period.equals(last))
                .toList();
        int before = Math.max(0, told.size() - most);
        ImmutableList.Builder<String> remarks = ImmutableList.builder();
        if (told.size() < all.size()) {
            remarks.add(gaps(breakdown, all, told));
        }
        if (before > 0) {
            remarks.add(earlier(before, told.get(before), most));
        }
        return new Periods(ImmutableList.copyOf(told.subList(before, told.size())), remarks.build());
    }

    private static int most(PeriodLength length) {
        return switch (length) {
            case DAY, WEEK -> MOST;
            case MONTH -> 12 * MOST_YEARS;
            case QUARTER -> 4 * MOST_YEARS;
            case YEAR -> MOST_YEARS;
        };
    }

    private static String earlier(int many, LocalDate first, int most) {
        return String.format(
                Locale.ROOT, "%,d periods before %s are not told one by one: the last %,d are", many, first, most);
    }

    private static String gaps(Breakdown breakdown, List<LocalDate> all, List<LocalDate> told) {
        int longest = 1;
        for (int period = 2; period < told.size(); period++) {
            longest = days(told, period) > days(told, longest) ? period : longest;
        }
        return String.format(
                Locale.ROOT,
                "%,d of %,d periods (%s) are not told one by one, because nothing happened in them; between those that begin on"
                        + " %s and %s is the longest time without anything: perhaps a date is wrong",
                all.size() - told.size(),
                all.size(),
                breakdown.length().name().toLowerCase(Locale.ROOT),
                told.get(longest - 1),
                told.get(longest));
    }

    private static long days(List<LocalDate> told, int period) {
        return ChronoUnit.DAYS.between(told.get(period - 1), told.get(period));
    }
}
