package dk.sagsflow.verification.load;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.document.JsonPlace;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads when cases come in.
 *
 * @param standard what holds where nothing is said
 */
record ArrivalsJson(Arrivals standard) {
    private static final Pattern HOURS = Pattern.compile("([01]\\d|2[0-3]):00-([01]\\d|2[0-4]):00");

    /** When cases come in, as far as a load says so. */
    Arrivals arrivals(JsonPlace root) {
        ZoneId zone = root.at("zone")
                .ifPresent(place -> place.parsed("a zone as Europe/Copenhagen", ZoneId::of))
                .orElse(standard.zone());
        Optional<Double> casesPerWeek =
                root.at("casesPerWeek").ifPresent(place -> Numbers.number(place, "cases a week"));
        Arrivals arrivals = arrivals(root.at("arrivals"), zone);
        return casesPerWeek
                .flatMap(cases -> root.made(() -> arrivals.scaledTo(cases)))
                .orElse(arrivals);
    }

    private Arrivals arrivals(JsonPlace place, ZoneId zone) {
        Arrivals otherwise = new Arrivals(zone, standard.perHour());
        if (!place.present()) {
            return otherwise;
        }
        List<Double> perHour = new ArrayList<>(Collections.nCopies(Arrivals.HOURS, 0.0));
        for (JsonPlace stretch : place.elements("an array of stretches of the week")) {
            add(stretch, perHour);
        }
        return place.made(() -> new Arrivals(zone, ImmutableList.copyOf(perHour)))
                .orElse(otherwise);
    }

    private static void add(JsonPlace place, List<Double> perHour) {
        place.allowOnly("from", "to", "hours", "cases");
        Optional<DayOfWeek> from = place.at("from").constant(DayOfWeek.class);
        Optional<DayOfWeek> to = place.at("to").present() ? place.at("to").constant(DayOfWeek.class) : from;
        Optional<Matcher> hours = place.at("hours").parsed("whole hours as 08:00-16:00", ArrivalsJson::hours);
        Optional<Double> cases = Numbers.number(place.at("cases"), "a number of cases an hour");
        if (from.isEmpty() || to.isEmpty() || hours.isEmpty() || cases.isEmpty()) {
            return;
        }
        for (int day = from.get().getValue(); day <= to.get().getValue(); day++) {
            for (int hour = hour(hours.get(), 1); hour < hour(hours.get(), 2); hour++) {
                perHour.set((day - 1) * 24 + hour, cases.get());
            }
        }
    }

    private static Matcher hours(String text) {
        Matcher hours = HOURS.matcher(text);
        if (!hours.matches() || hour(hours, 1) >= hour(hours, 2)) {
            throw new IllegalArgumentException(text + " are no hours of a day");
        }
        return hours;
    }

    private static int hour(Matcher hours, int group) {
        return Integer.parseInt(hours.group(group));
    }
}
