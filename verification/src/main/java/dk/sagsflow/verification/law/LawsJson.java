package dk.sagsflow.verification.law;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.json.ConditionJson;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.json.AgreementsJson;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads laws in JSON: each is one sentence, named by its member. Not thread-safe. */
final class LawsJson {
    private static final int FORMAT = 1;
    private static final String AMOUNT = "an amount as PT8H or 2 working days";

    private final ImmutableMap<String, ServiceCalendar> calendars;
    private final ImmutableMap<String, GroupId> groups;
    private final ImmutableMap<String, TierId> tiers;
    private final ConditionJson conditions;
    private final ImmutableMap<String, Function<JsonPlace, Optional<Sentence>>> sentences = ImmutableMap.of(
            "due", this::due,
            "heard", this::heard,
            "told", this::told,
            "has", this::has,
            "passes", this::passes,
            "onlyThese", this::onlyThese);

    LawsJson(ModelFolder model) {
        SupportOrganisation organisation = model.model().organisation();
        this.calendars = model.calendars();
        this.groups =
                organisation.groupIds().stream().collect(ImmutableMap.toImmutableMap(GroupId::value, group -> group));
        this.tiers = organisation.tiers().stream()
                .map(Tier::id)
                .collect(ImmutableMap.toImmutableMap(TierId::value, tier -> tier));
        this.conditions = new ConditionJson(organisation);
    }

    Laws read(JsonPlace root, String text) {
        root.allowOnly("$schema", "format", "from", "laws");
        if (!root.readable(FORMAT)) {
            return new Laws(ImmutableList.of(), Optional.empty(), text);
        }
        Optional<LocalDate> from =
                root.at("from").ifPresent(day -> day.parsed("a date as 2007-09-01", LocalDate::parse));
        ImmutableList<Law> laws = root.at("laws").all("a list of laws", this::law);
        root.at("laws").checkUnique("law", "name");
        return new Laws(laws, from, text);
    }

    private Optional<Law> law(JsonPlace place) {
        place.allowOnly("name", "because", "when", "due", "heard", "told", "has", "passes", "onlyThese");
        Optional<String> name = place.at("name").text("the name of a law");
        Optional<String> because = place.at("because").ifPresent(words -> words.text("why it must hold"));
        Condition when = place.at("when").ifPresent(conditions::read).orElseGet(Condition::always);
        List<String> said = sentences.keySet().stream()
                .filter(key -> place.at(key).present())
                .toList();
        if (said.size() != 1) {
            place.report((said.isEmpty() ? "says nothing" : "says several things") + "; a law has one of "
                    + String.join(", ", sentences.keySet()));
            return Optional.empty();
        }
        Optional<Sentence> sentence = sentence(said.get(0), place.at(said.get(0)));
        return name.isPresent() && sentence.isPresent()
                ? place.made(() -> new Law(name.get(), because, when, sentence.get()))
                : Optional.empty();
    }

    private Optional<Sentence> sentence(String key, JsonPlace place) {
        return Optional.ofNullable(sentences.get(key)).flatMap(reader -> reader.apply(place));
    }

    private Optional<Sentence> due(JsonPlace place) {
        place.allowOnly("measure", "within", "calendar");
        Measure measure = place.at("measure")
                .ifPresent(text -> text.constant(Measure.class))
                .orElse(Measure.RESOLUTION);
        return limit(place, "within").flatMap(limit -> place.made(() -> new Sentence.Due(measure, limit)));
    }

    private Optional<Sentence> heard(JsonPlace place) {
        place.allowOnly("within", "calendar");
        return limit(place, "within").map(Sentence.Heard::new);
    }

    private Optional<Sentence> told(JsonPlace place) {
        place.allowOnly("tier", "group", "within", "calendar", "beforeNightIsOver");
        Optional<HandOverEnd> at = end(place);
        JsonPlace night = place.at("beforeNightIsOver");
        refuseBoth(place, "within", "beforeNightIsOver");
        refuseBoth(place, "calendar", "beforeNightIsOver");
        Optional<Limit> limit = night.present() ? night(night) : limit(place, "within");
        return at.flatMap(where -> limit.map(time -> new Sentence.Told(where, time)));
    }

    private Optional<Sentence> has(JsonPlace place) {
        place.allowOnly("group", "atMost", "calendar");
        Optional<GroupId> group = place.at("group").oneOf("groups", groups);
        JsonPlace most = place.at("atMost");
        if (most.isText() && most.text(AMOUNT).orElse("").endsWith("%")) {
            if (place.at("calendar").present()) {
                place.at("calendar").report("a part counts on the calendar of the answer that is promised; give none");
            }
            Optional<Integer> percent =
                    most.parsed("a share as 50%", text -> Integer.valueOf(text.substring(0, text.length() - 1)));
            return group.flatMap(one -> percent.flatMap(share -> most.made(() -> new Sentence.HasShare(one, share))));
        }
        Optional<Limit> limit = limit(place, "atMost");
        return group.flatMap(one -> limit.map(time -> new Sentence.Has(one, time)));
    }

    private Optional<Sentence> passes(JsonPlace place) {
        place.allowOnly("group", "before");
        Optional<HandOverEnd> before = place.at("before").ifPresent(this::alone);
        return place.at("group").oneOf("groups", groups).map(group -> new Sentence.Passes(group, before));
    }

    private Optional<Sentence> onlyThese(JsonPlace place) {
        return alone(place).map(Sentence.OnlyThese::new);
    }

    private Optional<HandOverEnd> alone(JsonPlace place) {
        place.allowOnly("tier", "group");
        return end(place);
    }

    private static void refuseBoth(JsonPlace place, String one, String other) {
        if (place.at(one).present() && place.at(other).present()) {
            place.report("has " + one + " and " + other + "; give one of them");
        }
    }

    private Optional<HandOverEnd> end(JsonPlace place) {
        refuseBoth(place, "tier", "group");
        return place.at("group").present()
                ? place.at("group").oneOf("groups", groups).map(HandOverEnd.AtGroup::new)
                : place.at("tier").oneOf("tiers", tiers).map(HandOverEnd.AtTier::new);
    }

    private Optional<Limit> limit(JsonPlace place, String member) {
        Optional<Budget> budget = place.at(member).parsed(AMOUNT, AgreementsJson::budget);
        Optional<String> named = place.at("calendar").ifPresent(text -> text.text("a calendar"));
        Optional<ServiceCalendar> calendar = place.at("calendar").present()
                ? place.at("calendar").oneOf("calendars", calendars)
                : Optional.of(ServiceCalendar.always(zone()));
        return budget.flatMap(amount -> calendar.map(hours -> new Limit.Within(amount, hours, named)));
    }

    private Optional<Limit> night(JsonPlace place) {
        Optional<LocalTime[]> night = place.parsed("a night as 22:00-06:00", text -> {
            int dash = Math.max(text.indexOf('-'), 0);
            return new LocalTime[] {LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1))
            };
        });
        return night.flatMap(ends -> place.made(() -> new Limit.OverNight(ends[0], ends[1], zone())));
    }

    /** Where most people of the model live: that of its first calendar. */
    private ZoneId zone() {
        return calendars.values().stream()
                .findFirst()
                .map(ServiceCalendar::zone)
                .orElse(ZoneOffset.UTC);
    }
}
