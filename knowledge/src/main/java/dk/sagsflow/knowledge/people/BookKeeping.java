package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What all books about people are kept with. As safe for use by many threads as its parts are.
 *
 * @param store where their events are kept
 * @param organisation whose people they are about
 * @param zone where it is when a day begins
 * @param clock where the time comes from
 * @param keepers who writes in them
 */
public record BookKeeping(
        KnowledgeStore store, SupportOrganisation organisation, ZoneId zone, InstantSource clock, BookKeepers keepers) {
    /** Refuses null. */
    public BookKeeping {
        requireNonNull(store, "store");
        requireNonNull(organisation, "organisation");
        requireNonNull(zone, "zone");
        requireNonNull(clock, "clock");
        requireNonNull(keepers, "keepers");
    }

    /** What day it is at this instant. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** What day it is. */
    public LocalDate today() {
        return day(clock.instant());
    }
}
