package dk.sagsflow.report;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.statistics.Lengths;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** What stands in a cell of a report, not yet in words. What is not known is not nothing. The list of kinds is complete. */
public sealed interface Shown {
    /** How many. */
    record Count(long count) implements Shown {}

    /** How many on average. */
    record Rate(double rate) implements Shown {}

    /** A share, from 0 to 1. */
    record Share(double share) implements Shown {}

    /** How long, in calendar time. */
    record Length(Duration length) implements Shown {
        /** Refuses null. */
        public Length {
            requireNonNull(length, "length");
        }
    }

    /** How long, in service time, which has no days. */
    record Service(Duration length) implements Shown {
        /** Refuses null. */
        public Service {
            requireNonNull(length, "length");
        }
    }

    /** At most so long. */
    record UpTo(Duration length) implements Shown {
        /** Refuses null. */
        public UpTo {
            requireNonNull(length, "length");
        }
    }

    /** Longer than that. */
    record Beyond(Duration length) implements Shown {
        /** Refuses null. */
        public Beyond {
            requireNonNull(length, "length");
        }
    }

    /** So many working days, and so much more on the wall clock. */
    record WorkingDays(int days, Duration buffer) implements Shown {
        /** Refuses null. */
        public WorkingDays {
            requireNonNull(buffer, "buffer");
        }
    }

    /** When. */
    record Moment(Instant at) implements Shown {
        /** Refuses null. */
        public Moment {
            requireNonNull(at, "at");
        }
    }

    /** The period that begins on this day. */
    record Period(LocalDate start) implements Shown {
        /** Refuses null. */
        public Period {
            requireNonNull(start, "start");
        }
    }

    /** An hour of the day, from 0 to 23, on the clock of the zone. */
    record Hour(int hour) implements Shown {}

    /** What the organisation calls something, in whatever language. */
    record Name(String name) implements Shown {
        /** Refuses null. */
        public Name {
            requireNonNull(name, "name");
        }
    }

    /** A word of the report, by its key. */
    record Word(String key) implements Shown {
        /** Refuses null. */
        public Word {
            requireNonNull(key, "key");
        }
    }

    /** What cannot be known, or is a share or a quantile of nothing. */
    record Unknown() implements Shown {}

    /** So many of so many. */
    static Shown share(long some, long all) {
        return all == 0 ? new Unknown() : new Share((double) some / all);
    }

    /** So many for each of so many. */
    static Shown rate(long some, long all) {
        return all == 0 ? new Unknown() : new Rate((double) some / all);
    }

    /** What this share of lengths does not take longer than, in calendar time. */
    static Shown quantile(Lengths lengths, double share) {
        return lengths.count() == 0 ? new Unknown() : new Length(lengths.quantile(share));
    }
}
