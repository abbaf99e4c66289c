package dk.sagsflow.routing.configuration;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.json.OrganisationJson;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.util.Optional;

/**
 * What stands in for an organisation or calendars in which something is wrong, so that the files that name their parts can be
 * read for mistakes of their own. The names are those that the wrong file gives; if it gives none, each that is asked for is
 * as good as any other.
 *
 * @param organisation the wrong organisation; empty if it is no JSON
 * @param calendars the wrong calendars; empty if they are no JSON
 */
record StandIns(Optional<JsonPlace> organisation, Optional<JsonPlace> calendars) {
    /** Whether nothing can be said while the organisation is wrong: what fields of its own it has, and what they hold. */
    static boolean beyond(Problem problem) {
        return problem.pointer().contains("/attribute/");
    }

    /** An organisation that has every name for this file. */
    SupportOrganisation organisation(JsonPlace file) {
        return OrganisationJson.standIn(organisation, file);
    }

    /** Calendars that have every name for this file. */
    ImmutableMap<String, ServiceCalendar> calendars(JsonPlace file) {
        ImmutableSet<String> names = calendars
                .map(root -> root.at("calendars").names("id"))
                .filter(given -> !given.isEmpty())
                .orElseGet(file::texts);
        return ImmutableMap.copyOf(Maps.asMap(names, unused -> ServiceCalendar.always()));
    }
}
