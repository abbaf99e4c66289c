package dk.sagsflow.verification.load;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When cases come in: how many in each hour of the week, on average. Each comes by itself, so that the number in an hour
 * varies as that of calls does (a Poisson process). Immutable.
 *
 * @param zone in whose local time the hours are told
 * @param perHour how many cases come in each of the 168 hours of a week, from Monday at midnight; none negative
 */
public record Arrivals(ZoneId zone, ImmutableList<Double> perHour) {
    /** How many hours a week has. */
    public static final int HOURS = 7 * 24;

    /** How many of a working day's cases come in during each hour from midnight, in parts of their sum. */
    private static final int[] OFFICE_DAY = {
        0, 0, 0, 0, 0, 0, 1, 4, 12, 18, 17, 12, 9, 14, 12, 7, 3, 2, 1, 1, 1, 0, 0, 0
    };

    /** Refuses a week of another length, and hours with fewer cases than none. */
    public Arrivals {
        requireNonNull(zone, "zone");
        checkArgument(perHour.size() == HOURS, "arrivals of %s hours; a week has %s", perHour.size(), HOURS);
        checkArgument(
                perHour.stream().allMatch(cases -> cases >= 0 && Double.isFinite(cases)),
                "arrivals of %s cases an hour; none is negative",
                perHour);
        checkArgument(perHour.stream().anyMatch(cases -> cases > 0), "no case ever comes in");
    }

    /** So many cases a week, most of them in the mornings of working days, and a tenth of a working day's on Saturdays and Sundays. */
    public static Arrivals weekly(ZoneId zone, double cases) {
        ImmutableList.Builder<Double> perHour = ImmutableList.builder();
        for (DayOfWeek day : DayOfWeek.values()) {
            double share = day.compareTo(DayOfWeek.SATURDAY) >= 0 ? 0.1 : 1;
            for (int part : OFFICE_DAY) {
                perHour.add(share * part);
            }
        }
        return new Arrivals(zone, perHour.build()).scaledTo(cases);
    }

    /** How many cases come in a week, on average. */
    public double casesPerWeek() {
        return perHour.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The same hours in the same proportion with so many cases a week. */
    public Arrivals scaledTo(double casesPerWeek) {
        checkArgument(
                casesPerWeek > 0 && Double.isFinite(casesPerWeek), "%s cases a week; more than none", casesPerWeek);
        double factor = casesPerWeek / casesPerWeek();
        return new Arrivals(
                zone, perHour.stream().map(cases -> cases * factor).collect(ImmutableList.toImmutableList()));
    }

    /** How many cases come in during the hour of this instant, on average. */
    public double at(Instant instant) {
        return perHour.get(hourOfWeek(instant.atZone(zone)));
    }

    /** The hour of the week at a local time, from 0. */
    public static int hourOfWeek(ZonedDateTime time) {
        return (time.getDayOfWeek().getValue() - 1) * 24 + time.getHour();
    }
}
