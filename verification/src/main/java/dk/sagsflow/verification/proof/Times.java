package dk.sagsflow.verification.proof;

import dk.sagsflow.verification.law.Limit;
import dk.sagsflow.verification.subject.Deadline;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/** Limits of laws as deadlines, and times in words. */
final class Times {
    private Times() {}

    static Deadline deadline(Limit limit) {
        return limit instanceof Limit.OverNight night
                ? new Deadline.Night(night.begins(), night.ends(), night.zone())
                : amount((Limit.Within) limit);
    }

    private static Deadline amount(Limit.Within within) {
        return Deadline.Amount.of(within.calendar(), within.budget());
    }

    static ZoneId zone(Deadline deadline) {
        return deadline instanceof Deadline.Night night
                ? night.zone()
                : ((Deadline.Amount) deadline).calendar().zone();
    }

    static String local(Optional<Instant> instant, ZoneId zone) {
        return instant.map(time -> local(time, zone)).orElse("never");
    }

    static String local(Instant instant, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        String day = time.getDayOfWeek().name();
        return day.charAt(0) + day.substring(1).toLowerCase(Locale.ROOT) + " " + time.toLocalDateTime();
    }

    /** What is offered, when it comes and what is allowed, of a start. */
    static String late(Offer<?> offer, Deadline allowed, Instant start) {
        ZoneId zone = zone(allowed);
        return "from " + local(start, zone) + " " + offer.words() + " comes at "
                + local(offer.deadline().due(start), zone) + ", and the law allows until "
                + local(allowed.due(start), zone);
    }
}
