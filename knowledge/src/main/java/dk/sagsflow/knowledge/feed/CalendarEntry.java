package dk.sagsflow.knowledge.feed;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Instant;

/**
 * An appointment in a calendar file. Immutable.
 *
 * @param uid tells it apart from every other, in whatever calendar, for ever
 * @param begins when it begins, inclusive
 * @param ends when it ends, exclusive
 * @param words what it is called, and what stands under that
 * @param revision what has become of it
 */
public record CalendarEntry(String uid, Instant begins, Instant ends, Words words, Revision revision) {
    /** Refuses null. */
    public CalendarEntry {
        requireNonNull(uid, "uid");
        requireNonNull(begins, "begins");
        requireNonNull(ends, "ends");
        requireNonNull(words, "words");
        requireNonNull(revision, "revision");
    }

    /**
     * What an appointment says.
     *
     * @param title what it is called
     * @param text the rest; may be empty
     * @param categories what it belongs to
     */
    public record Words(String title, String text, ImmutableList<String> categories) {
        /** Refuses null. */
        public Words {
            requireNonNull(title, "title");
            requireNonNull(text, "text");
            requireNonNull(categories, "categories");
        }
    }

    /**
     * What has become of an appointment: by which calendars know which of two files is the newer.
     *
     * @param number how often it was changed, from 0
     * @param at when it was changed last
     * @param cancelled whether it will not be
     */
    public record Revision(int number, Instant at, boolean cancelled) {
        /** Refuses null. */
        public Revision {
            requireNonNull(at, "at");
        }
    }
}
