package dk.sagsflow.verification.load;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the JSON form of a load: a public contract. What it does not say is as in {@link SimulatedLoad#standard}. Names that
 * the model does not have are problems, and so are unknown members; what a release reads, each later release reads. Needs
 * Jackson 3 databind, which the host supplies. Immutable.
 */
public final class SimulatedLoadJson {
    /** The newest format that this release reads. */
    public static final int FORMAT = 1;

    private static final String[] MEMBERS = {
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
        "work"
    };
    private static final ImmutableMap<String, CaseField> FIELDS = CaseMix.FIELDS.stream()
            .collect(ImmutableMap.toImmutableMap(
                    field -> CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, field.name()), field -> field));

    private final SimulatedLoad standard;
    private final SupportOrganisation organisation;
    private final ImmutableMap<String, ServiceCalendar> calendars;
    private final ImmutableMap<String, GroupId> groups;

    private SimulatedLoadJson(SupportModel model, ImmutableMap<String, ServiceCalendar> calendars) {
        this.standard = SimulatedLoad.standard(model);
        this.organisation = model.organisation();
        this.calendars = calendars;
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
        root.allowOnly(MEMBERS);
        Arrivals arrivals = new ArrivalsJson(standard.arrivals()).arrivals(root);
        CaseMix mix = mix(root.at("mix"));
        ImmutableMap<GroupId, Double> entrances = entrances(root.at("entrances"));
        Duration reply = root.at("customerReply").ifPresent(Numbers::duration).orElse(standard.customerReply());
        double reopened = root.at("reopened").ifPresent(Numbers::share).orElse(standard.reopened());
        ImmutableMap<String, Double> words = words(root.at("words"));
        ImmutableMap<AttributeId, ImmutableMap<AttributeValue, Double>> attributes = attributes(root.at("attributes"));
        WorkJson work = new WorkJson(standard.tiers(), organisation, calendars);
        work.read(root.at("work"));
        return root.made(() -> SimulatedLoad.builder()
                .arrivals(arrivals)
                .mix(mix)
                .putAllEntrances(entrances)
                .customerReply(reply)
                .reopened(reopened)
                .putAllWords(words)
                .putAllAttributes(attributes)
                .putAllTiers(work.tiers())
                .putAllGroups(work.groups())
                .build());
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
            Numbers.number(place.at(value), "a weight").ifPresent(weight -> weights.put(value, weight));
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
                Numbers.share(place.at(word)).ifPresent(share -> words.put(word, share));
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
            Numbers.share(place.at(text)).ifPresent(share -> value.ifPresent(known -> shares.put(known, share)));
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
                Numbers.number(place.at(key), "a weight").ifPresent(weight -> entrances.put(group, weight));
            }
        }
        return entrances.buildOrThrow();
    }
}
