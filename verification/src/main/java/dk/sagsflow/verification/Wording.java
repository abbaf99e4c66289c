package dk.sagsflow.verification;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is written in a way that may mean something else than its writer thought; it cannot be seen in the model. Not thread-safe. */
final class Wording {
    private static final Pattern IN_DAYS = Pattern.compile("[+-]?P\\d+D.*");
    private static final ImmutableList<String> SPECIAL = ImmutableList.of("hours", "extra", "closures");

    private final TextPlaces texts;
    private final ImmutableMap<String, ServiceCalendar> calendars;
    private final LocalDate from;
    private final List<Finding> found = new ArrayList<>();

    Wording(TextPlaces texts, ImmutableMap<String, ServiceCalendar> calendars, LocalDate from) {
        this.texts = texts;
        this.calendars = calendars;
        this.from = from;
    }

    ImmutableList<Finding> findings() {
        int agreement = 0;
        for (JsonPlace each : elements("agreements.json", "agreements")) {
            targets(each, "/agreements/" + agreement + "/targets/");
            agreement += TextPlaces.sharing(each).size();
        }
        followUps();
        List<JsonPlace> listed = elements("calendars.json", "calendars");
        for (int i = 0; i < listed.size(); i++) {
            openings(listed.get(i).at("week"), "/calendars/" + i + "/week/", ImmutableList.of("hours"));
            openings(listed.get(i).at("specialDays"), "/calendars/" + i + "/specialDays/", SPECIAL);
        }
        return ImmutableList.copyOf(found);
    }

    private List<JsonPlace> elements(String file, String list) {
        return texts.root(file).map(root -> elements(root.at(list))).orElse(ImmutableList.of());
    }

    private static ImmutableList<JsonPlace> elements(JsonPlace list) {
        return list.isArray() ? list.elements("a list") : ImmutableList.of();
    }

    private void targets(JsonPlace agreement, String pointer) {
        List<JsonPlace> targets = elements(agreement.at("targets"));
        for (int i = 0; i < targets.size(); i++) {
            JsonPlace target = targets.get(i);
            days(target.at("budget"), target, Place.agreements(pointer + i + "/budget"));
            List<JsonPlace> thresholds = elements(target.at("thresholds"));
            for (int j = 0; j < thresholds.size(); j++) {
                days(thresholds.get(j).at("at"), target, Place.agreements(pointer + i + "/thresholds/" + j + "/at"));
            }
        }
    }

    private void followUps() {
        List<JsonPlace> rules = elements("routing.json", "followUps");
        for (int i = 0; i < rules.size(); i++) {
            JsonPlace rule = rules.get(i);
            String pointer = "/followUps/" + i;
            days(rule.at("after"), rule, Place.routing(pointer + "/after"));
            days(rule.at("every"), rule, Place.routing(pointer + "/every"));
            days(rule.at("last").at("after"), rule, Place.routing(pointer + "/last/after"));
        }
        texts.root("routing.json")
                .map(root -> root.at("replies"))
                .ifPresent(replies -> days(replies.at("within"), replies, Place.routing("/replies/within")));
    }

    private void days(JsonPlace amount, JsonPlace counting, Place place) {
        text(amount)
                .filter(written -> IN_DAYS.matcher(written).matches())
                .filter(unused -> !aroundTheClock(counting.at("calendar")))
                .ifPresent(written -> {
                    Duration length = Duration.parse(written.replaceFirst("^[+-]", ""));
                    String words = written + " is " + length.toHours() + " service hours"
                            + text(counting.at("calendar"))
                                    .map(id -> " of calendar " + id)
                                    .orElse("")
                            + ", not " + length.toDays() + (length.toDays() == 1 ? " day" : " days");
                    found.add(new Finding(FindingCode.DAYS_OF_SERVICE_HOURS, place, words, Optional.empty()));
                });
    }

    private boolean aroundTheClock(JsonPlace calendar) {
        Range<Instant> year = Range.closedOpen(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                from.plusYears(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return text(calendar)
                .flatMap(id -> Optional.ofNullable(calendars.get(id)))
                .map(hours -> hours.openIntervals(year.lowerEndpoint(), year.upperEndpoint()))
                .filter(ImmutableList.of(year)::equals)
                .isPresent();
    }

    private void openings(JsonPlace list, String pointer, ImmutableList<String> members) {
        List<JsonPlace> openings = elements(list);
        for (int i = 0; i < openings.size(); i++) {
            for (String member : members) {
                List<JsonPlace> hours = elements(openings.get(i).at(member));
                for (int j = 0; j < hours.size(); j++) {
                    night(hours.get(j), Place.calendars(pointer + i + "/" + member + "/" + j));
                }
            }
        }
    }

    private void night(JsonPlace hours, Place place) {
        text(hours).ifPresent(written -> {
            List<String> times = Splitter.on('-').trimResults().splitToList(written);
            if (overnight(times.get(0), times.get(1))) {
                String words = written + " is a night shift: from " + times.get(0) + " until " + times.get(1)
                        + " of the next day";
                found.add(new Finding(FindingCode.NIGHT_SHIFT, place, words, Optional.empty()));
            }
        });
    }

    private static boolean overnight(String opening, String closing) {
        boolean midnight = closing.equals("24:00") || LocalTime.parse(closing).equals(LocalTime.MIDNIGHT);
        return !midnight && LocalTime.parse(closing).isBefore(LocalTime.parse(opening));
    }

    private static Optional<String> text(JsonPlace place) {
        return Optional.of(place).filter(JsonPlace::isText).flatMap(text -> text.anyText("a text"));
    }
}
