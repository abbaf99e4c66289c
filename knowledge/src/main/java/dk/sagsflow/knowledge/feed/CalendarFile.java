package dk.sagsflow.knowledge.feed;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.library.OptionalLibrary;

/**
 * A calendar file (iCalendar, RFC 5545). Instants stand in it in universal time, so every calendar shows them right in its own zone,
 * across changes of the clock too. Personal identification numbers are masked. Needs biweekly, which the host adds. Immutable.
 *
 * @param name what the calendar is called
 * @param entries what stands in it
 */
public record CalendarFile(String name, ImmutableList<CalendarEntry> entries) {
    /** What a host answers with it: {@value}. */
    public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

    /** What writes calendar files. */
    static final OptionalLibrary BIWEEKLY =
            new OptionalLibrary("net.sf.biweekly:biweekly", "0.6.8", "biweekly.property.Color");

    /** Refuses null. */
    public CalendarFile {
        requireNonNull(name, "name");
        requireNonNull(entries, "entries");
    }

    /**
     * The file as text.
     *
     * @throws dk.sagsflow.core.library.MissingLibraryException if biweekly is not there
     */
    public String text() {
        BIWEEKLY.require("calendar files");
        return CalendarWriter.written(this);
    }
}
