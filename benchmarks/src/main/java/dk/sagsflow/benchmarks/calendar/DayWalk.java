package dk.sagsflow.benchmarks.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** What one writes first: from day to day with java.time. */
final class DayWalk {
    private DayWalk() {}

    static Instant due(Instant start, Duration budget) {
        Duration left = budget;
        LocalDate date = LocalDate.ofInstant(start, ServiceHours.ZONE);
        while (true) {
            if (ServiceHours.opensOn(date)) {
                Instant from = later(start, opensAt(date));
                Duration open = Duration.between(from, closesAt(date));
                if (open.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = open.isNegative() ? left : left.minus(open);
            }
            date = date.plusDays(1);
        }
    }

    static Duration openTime(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(to, ServiceHours.ZONE);
        for (LocalDate date = LocalDate.ofInstant(from, ServiceHours.ZONE);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            if (ServiceHours.opensOn(date)) {
                Instant closing = closesAt(date);
                Duration piece = Duration.between(later(from, opensAt(date)), closing.isBefore(to) ? closing : to);
                open = piece.isNegative() ? open : open.plus(piece);
            }
        }
        return open;
    }

    static Instant nextOpening(Instant from) {
        LocalDate date = LocalDate.ofInstant(from, ServiceHours.ZONE);
        while (!ServiceHours.opensOn(date) || !closesAt(date).isAfter(from)) {
            date = date.plusDays(1);
        }
        return later(from, opensAt(date));
    }

    static Instant opensAt(LocalDate date) {
        return ZonedDateTime.of(date, ServiceHours.OPENS_AT, ServiceHours.ZONE).toInstant();
    }

    static Instant closesAt(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return ZonedDateTime.of(date, ServiceHours.closesAt(day), ServiceHours.ZONE)
                .toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
