package dk.sagsflow.verification.load;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.organisation.AttributeDefinition;
import dk.sagsflow.core.organisation.AttributeId;
import dk.sagsflow.core.organisation.AttributeValue;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.SystemId;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the JSON form of a load: a public contract. What it does not say is as in {@link SimulatedLoad#standard}. Names that
 * the model does not have are problems, and so are unknown members; what a release reads, each later release reads. Needs
 * Jackson 3 databind, which the host supplies. Immutable.
 */
public final class SimulatedLoadJson {
    /** The newest format that this release reads. */
    public static final int FORMAT = 1;

    private static final int MOST_STAFF = 100_000;
    private static final Pattern HOURS = Pattern.compile("([01]\\d|2[0-3]):00-([01]\\d|2[0-4]):00");
    private static final ImmutableMap<String, CaseField> FIELDS = CaseMix.FIELDS.stream()
            .collect(ImmutableMap.toImmutableMap(
                    field -> CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, field.name()), field -> field));

    private final SimulatedLoad standard;
    private final SupportOrganisation organisation;
    private final ImmutableMap<String, ServiceCalendar> calendars;
    private final ImmutableMap<String, TierId> tiers;
    private final ImmutableMap<String, GroupId> groups;

    private SimulatedLoadJson(SupportModel model, ImmutableMap<String, ServiceCalendar> calendars) {
        this.standard = SimulatedLoad.standard(model);
        this.organisation = model.organisation();
        this.calendars = calendars;
        this.tiers = organisation.tiers().stream()
                .map(Tier::id)
                .collect(ImmutableMap.toImmutableMap(TierId::value, tier -> tier));
        this.groups =
                organisation.groupIds().stream().collect(ImmutableMap.toImmutableMap(GroupId::value, group -> group));
    }

    /**
     * The load; empty if anything was wrong, which the document then knows.
     *
     * @param model the model that it is put on
     * @param calendars what its hours are called
     */
    public static Optional<SimulatedLoad> read(
            JsonPlace root, SupportModel model, ImmutableMap<String, ServiceCalendar> calendars) {
        return new SimulatedLoadJson(model, calendars).load(root);
    }

    private Optional<SimulatedLoad> load(JsonPlace root) {
        if (!root.readable(FORMAT)) {
            return Optional.empty();
        }
        root.allowOnly(
                "$schema",
                "format",
                "zone",
                "casesPerWeek",
                "arrivals",
                "mix",
                "entrances",
                "customerReply",
                "reopened",
                "words",
                "attributes",
                "work");
        ZoneId zone = root.at("zone")
                .ifPresent(place -> place.parsed("a zone as Europe/Copenhagen", ZoneId::of))
                .orElse(standard.arrivals().zone());
        Optional<Double> casesPerWeek = root.at("casesPerWeek").ifPresent(place -> number(place, "cases a week"));
        Arrivals arrivals = arrivals(root.at("arrivals"), zone);
        CaseMix mix = mix(root.at("mix"));
        ImmutableMap<GroupId, Double> entrances = entrances(root.at("entrances"));
        Optional<Duration> reply = root.at("customerReply").ifPresent(SimulatedLoadJson::duration);
        Optional<Double> reopened = root.at("reopened").ifPresent(place -> number(place, "a share from 0 to 1"));
        ImmutableMap<String, Double> words = words(root.at("words"));
        ImmutableMap<AttributeId, ImmutableMap<AttributeValue, Double>> attributes = attributes(root.at("attributes"));
        Map<TierId, GroupWork> ofTiers = new LinkedHashMap<>(standard.tiers());
        Map<GroupId, GroupWork> ofGroups = new LinkedHashMap<>();
        work(root.at("work"), ofTiers, ofGroups);
        return root.made(() -> SimulatedLoad.builder()
                .arrivals(casesPerWeek.map(arrivals::scaledTo).orElse(arrivals))
                .mix(mix)
                .putAllEntrances(entrances)
                .customerReply(reply.orElse(standard.customerReply()))
                .reopened(reopened.orElse(standard.reopened()))
                .putAllWords(words)
                .putAllAttributes(attributes)
                .putAllTiers(ofTiers)
                .putAllGroups(ofGroups)
                .build());
    }

    private Arrivals arrivals(JsonPlace place, ZoneId zone) {
        Arrivals otherwise = new Arrivals(zone, standard.arrivals().perHour());
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
        Optional<Matcher> hours = place.at("hours").parsed("whole hours as 08:00-16:00", SimulatedLoadJson::hours);
        Optional<Double> cases = number(place.at("cases"), "a number of cases an hour");
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

    private CaseMix mix(JsonPlace place) {
        CaseMix mix = standard.mix();
        if (place.present()) {
            place.allowOnly(FIELDS.keySet().toArray(String[]::new));
            for (String key : place.keys()) {
                CaseField field = FIELDS.get(key);
                if (field != null) {
                    CaseMix before = mix;
                    mix = weights(place.at(key), field)
                            .map(values -> before.with(field, values))
                            .orElse(mix);
                }
            }
        }
        return mix;
    }

    private Optional<ImmutableMap<String, Double>> weights(JsonPlace place, CaseField field) {
        ImmutableMap.Builder<String, Double> weights = ImmutableMap.builder();
        for (String value : place.keys()) {
            if (field == CaseField.SYSTEM && !value.isEmpty() && !systems().contains(value)) {
                place.at(value).report("unknown; the systems are " + String.join(", ", systems()));
            }
            number(place.at(value), "a weight").ifPresent(weight -> weights.put(value, weight));
        }
        return place.made(() -> {
            ImmutableMap<String, Double> made = weights.buildOrThrow();
            var unused = new CaseMix(ImmutableMap.of(field, made));
            return made;
        });
    }

    private ImmutableSet<String> systems() {
        return organisation.systems().stream()
                .map(system -> system.id())
                .map(SystemId::value)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static ImmutableMap<String, Double> words(JsonPlace place) {
        ImmutableMap.Builder<String, Double> words = ImmutableMap.builder();
        if (place.present()) {
            for (String word : place.keys()) {
                number(place.at(word), "a share from 0 to 1").ifPresent(share -> words.put(word, share));
            }
        }
        return words.buildOrThrow();
    }

    private ImmutableMap<AttributeId, ImmutableMap<AttributeValue, Double>> attributes(JsonPlace place) {
        ImmutableMap.Builder<AttributeId, ImmutableMap<AttributeValue, Double>> attributes = ImmutableMap.builder();
        if (place.present()) {
            place.allowOnly(organisation.attributes().stream()
                    .map(definition -> definition.id().value())
                    .toArray(String[]::new));
            for (AttributeDefinition definition : organisation.attributes()) {
                JsonPlace shares = place.at(definition.id().value());
                if (shares.present()) {
                    attributes.put(definition.id(), shares(shares, definition));
                }
            }
        }
        return attributes.buildOrThrow();
    }

    private static ImmutableMap<AttributeValue, Double> shares(JsonPlace place, AttributeDefinition definition) {
        Map<AttributeValue, Double> shares = new LinkedHashMap<>();
        for (String text : place.keys()) {
            Optional<AttributeValue> value =
                    place.made(() -> value(text, definition)).filter(definition::allows);
            if (value.isEmpty()) {
                place.at(text)
                        .report("no value of " + definition.id() + ", which is of type " + definition.type()
                                + (definition.choices().isEmpty() ? "" : " with " + definition.choices()));
            }
            number(place.at(text), "a share from 0 to 1")
                    .ifPresent(share -> value.ifPresent(known -> shares.put(known, share)));
        }
        return ImmutableMap.copyOf(shares);
    }

    private static AttributeValue value(String text, AttributeDefinition definition) {
        return switch (definition.type()) {
            case TEXT -> new AttributeValue.Text(text);
            case CHOICE -> new AttributeValue.Choice(text);
            case NUMBER -> new AttributeValue.Decimal(new BigDecimal(text));
            case YES_NO -> new AttributeValue.YesNo(yesNo(text));
            case DATE -> new AttributeValue.Date(date(text));
        };
    }

    private static boolean yesNo(String text) {
        checkArgument(text.equals("true") || text.equals("false"), "%s is neither true nor false", text);
        return text.equals("true");
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private ImmutableMap<GroupId, Double> entrances(JsonPlace place) {
        if (!place.present()) {
            return ImmutableMap.of();
        }
        ImmutableMap.Builder<GroupId, Double> entrances = ImmutableMap.builder();
        place.allowOnly(groups.keySet().toArray(String[]::new));
        for (String key : place.keys()) {
            GroupId group = groups.get(key);
            if (group != null) {
                number(place.at(key), "a weight").ifPresent(weight -> entrances.put(group, weight));
            }
        }
        return entrances.buildOrThrow();
    }

    private void work(JsonPlace place, Map<TierId, GroupWork> ofTiers, Map<GroupId, GroupWork> ofGroups) {
        if (!place.present()) {
            return;
        }
        for (JsonPlace entry : place.elements("an array of how tiers and groups work")) {
            entry.allowOnly(
                    "tier", "group", "staff", "effort", "relay", "answered", "waitsForCustomer", "givesBack", "hours");
            if (entry.at("group").present()) {
                entry.at("group")
                        .oneOf("groups", groups)
                        .flatMap(organisation::group)
                        .ifPresent(group -> changed(entry, before(group, ofTiers))
                                .ifPresent(work -> ofGroups.put(group.id(), work)));
            } else {
                entry.at("tier")
                        .oneOf("tiers", tiers)
                        .ifPresent(tier -> ofTiers.computeIfPresent(
                                tier, (same, work) -> changed(entry, work).orElse(work)));
            }
        }
    }

    private static GroupWork before(SupportGroup group, Map<TierId, GroupWork> ofTiers) {
        return Optional.ofNullable(ofTiers.get(group.tier())).orElseThrow();
    }

    private Optional<GroupWork> changed(JsonPlace place, GroupWork before) {
        Optional<Integer> staff = place.at("staff").ifPresent(value -> value.integer(0, MOST_STAFF));
        Optional<Duration> effort = place.at("effort").ifPresent(SimulatedLoadJson::duration);
        Optional<Duration> relay = place.at("relay").ifPresent(SimulatedLoadJson::duration);
        Optional<Double> answered = place.at("answered").ifPresent(value -> number(value, "a share from 0 to 1"));
        Optional<Double> waits = place.at("waitsForCustomer").ifPresent(value -> number(value, "a share from 0 to 1"));
        Optional<Double> givesBack = place.at("givesBack").ifPresent(value -> number(value, "a share from 0 to 1"));
        Optional<ServiceCalendar> hours = place.at("hours").ifPresent(value -> value.oneOf("calendars", calendars));
        return place.made(() -> GroupWork.builder()
                .staff(staff.orElse(before.staff()))
                .effort(effort.orElse(before.effort()))
                .relay(relay.orElse(before.relay()))
                .answered(answered.or(before::answered))
                .waitsForCustomer(waits.orElse(before.waitsForCustomer()))
                .givesBack(givesBack.orElse(before.givesBack()))
                .hours(hours.or(before::hours))
                .build());
    }

    private static Optional<Double> number(JsonPlace place, String needed) {
        return place.number(needed).map(BigDecimal::doubleValue);
    }

    private static Optional<Duration> duration(JsonPlace place) {
        return place.parsed("an ISO 8601 duration as PT20M", Duration::parse);
    }
}
