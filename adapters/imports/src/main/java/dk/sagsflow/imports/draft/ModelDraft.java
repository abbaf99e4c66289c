package dk.sagsflow.imports.draft;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.imports.note.ModelPlace;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.note.SourcePlace;
import dk.sagsflow.sla.agreement.AgreementKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A model that is being written: one tier of groups, and what was read. Not thread-safe. */
public final class ModelDraft {
    /** The one tier, and the group that answers for it. */
    public static final String SUPPORT = "support";

    private static final String AGREEMENTS = "agreements.json";
    private static final String CALENDARS = "calendars.json";
    private static final String ORGANISATION = "organisation.json";

    private final String name;
    private final Notes notes = new Notes();
    private final PlainNames groupIds = new PlainNames();
    private final PlainNames calendarIds = new PlainNames();
    private final PlainNames agreementIds = new PlainNames();
    private final PlainNames attributeIds = new PlainNames();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private final Map<String, AttributeDraft> attributes = new LinkedHashMap<>();
    private final Map<String, CalendarDraft> calendars = new LinkedHashMap<>();
    private final Map<ZoneId, String> always = new LinkedHashMap<>();
    private final List<AgreementDraft> agreements = new ArrayList<>();

    private record AttributeDraft(String name, Set<String> choices) {}

    /** A model without agreements. */
    public ModelDraft(String name) {
        this.name = name;
        groups.put(groupIds.fresh(SUPPORT, SUPPORT), "Support");
    }

    /** What there is to tell. */
    public Notes notes() {
        return notes;
    }

    /** Where the organisation stands. */
    public ModelPlace organisation() {
        return new ModelPlace(ORGANISATION, "");
    }

    /** One more group; its id. */
    public String group(String groupName) {
        String id = groupIds.fresh(groupName, "group");
        groups.put(id, PlainNames.name(groupName, id));
        return id;
    }

    /** Where a group stands. */
    public ModelPlace placeOfGroup(String id) {
        return new ModelPlace(
                ORGANISATION, "/groups/" + ImmutableList.copyOf(groups.keySet()).indexOf(id));
    }

    /** A field of yes and no that stands for something; its id. */
    public String flag(String text) {
        String id = attributeIds.fresh(text, "field");
        attributes.put(id, new AttributeDraft(PlainNames.name(text, id), Set.of()));
        return id;
    }

    /** The id of the field of choices that has this name, and from now on this choice. */
    public String choice(String text, String choice) {
        String id = PlainNames.id(text, "field");
        attributes.computeIfAbsent(
                id,
                fresh -> new AttributeDraft(
                        PlainNames.name(text, attributeIds.fresh(id, "field")), new LinkedHashSet<>()));
        attributes.get(id).choices().add(choice);
        return id;
    }

    /** Where a field stands. */
    public ModelPlace placeOfAttribute(String id) {
        return new ModelPlace(
                ORGANISATION,
                "/attributes/" + ImmutableList.copyOf(attributes.keySet()).indexOf(id));
    }

    /** One more calendar; its id. */
    public String calendar(String text, CalendarDraft calendar) {
        String id = calendarIds.fresh(text, "calendar");
        calendars.put(id, calendar);
        return id;
    }

    /** The calendar that is always open, in a zone; its id. */
    public String always(ZoneId zone) {
        return always.computeIfAbsent(zone, each -> calendarIds.fresh("always", "always"));
    }

    /** The zone of a calendar that was added. */
    public Optional<ZoneId> zoneOf(String calendar) {
        return Optional.ofNullable(calendars.get(calendar)).map(CalendarDraft::zone);
    }

    /** Where a calendar stands. */
    public ModelPlace placeOfCalendar(String id) {
        return new ModelPlace(
                CALENDARS,
                "/calendars/" + ImmutableList.copyOf(calendars.keySet()).indexOf(id));
    }

    /** Tells what became of a calendar, when it closes, and its zone if nothing said that. */
    public void tellCalendar(SourcePlace source, String text, String id, boolean zoneIsSaid) {
        ModelPlace place = placeOfCalendar(id);
        String zone = zoneOf(id).map(ZoneId::getId).orElseThrow();
        notes.mapped(NoteCode.SCHEDULE, source, place, text, id, zone);
        notes.otherwise(NoteCode.CLOSING_TIME, source, place);
        if (!zoneIsSaid) {
            notes.guessed(NoteCode.ZONE, source, place, text, zone);
        }
    }

    /** Tells of a holiday of so many days by which a calendar is closed. */
    public void tellHoliday(SourcePlace source, String calendar, Optional<String> holiday, long days) {
        ModelPlace place = placeOfCalendar(calendar);
        notes.mapped(NoteCode.HOLIDAY, source, place, holiday.orElse("-"), calendar, Long.toString(days));
    }

    /** One more agreement, which the group promises; the tier does if there is none. */
    public AgreementDraft agreement(String text, AgreementKind kind, Optional<String> group) {
        String id = agreementIds.fresh(text, "agreement");
        AgreementDraft agreement = new AgreementDraft(
                id,
                PlainNames.name(text, id),
                kind,
                group.map(each -> ImmutableList.of("group", each)).orElse(ImmutableList.of("tier", SUPPORT)),
                new ModelPlace(AGREEMENTS, "/agreements/" + agreements.size()));
        agreements.add(agreement);
        return agreement;
    }

    /** Whether no agreement promises anything. */
    public boolean empty() {
        return agreements.stream().allMatch(AgreementDraft::empty);
    }

    /** The files of the model. */
    public ImmutableMap<String, String> files() {
        return ImmutableMap.of(
                ORGANISATION,
                text(organisationJson()),
                CALENDARS,
                text(calendarsJson()),
                AGREEMENTS,
                text(agreementsJson()),
                "routing.json",
                text(routingJson()));
    }

    private void writeTierAndGroups(ObjectNode root) {
        root.putArray("tiers")
                .addObject()
                .put("id", SUPPORT)
                .put("name", "Support")
                .put("entrance", SUPPORT);
        root.put("contactTier", SUPPORT);
        ArrayNode list = root.putArray("groups");
        groups.forEach(
                (id, group) -> list.addObject().put("id", id).put("name", group).put("tier", SUPPORT));
    }

    private ObjectNode organisationJson() {
        ObjectNode root = root();
        root.put("name", name);
        writeTierAndGroups(root);
        if (!attributes.isEmpty()) {
            ArrayNode fields = root.putArray("attributes");
            attributes.forEach(
                    (id, attribute) -> write(attribute, fields.addObject().put("id", id)));
        }
        return root;
    }

    private static void write(AttributeDraft attribute, ObjectNode node) {
        node.put("name", attribute.name());
        if (attribute.choices().isEmpty()) {
            node.put("type", "YES_NO");
        } else {
            node.put("type", "CHOICE");
            attribute.choices().forEach(node.putArray("choices")::add);
        }
    }

    private ObjectNode calendarsJson() {
        ObjectNode root = root();
        ArrayNode list = root.putArray("calendars");
        calendars.forEach((id, calendar) -> calendar.write(id, list.addObject()));
        always.forEach(
                (zone, id) -> list.addObject().put("id", id).put("always", true).put("zone", zone.getId()));
        return root;
    }

    private ObjectNode agreementsJson() {
        ObjectNode root = root();
        ArrayNode list = root.putArray("agreements");
        agreements.forEach(agreement -> agreement.write(list.addObject()));
        return root;
    }

    private static ObjectNode routingJson() {
        ObjectNode root = root();
        root.putArray("rules");
        return root;
    }

    private static ObjectNode root() {
        return JsonNodeFactory.instance.objectNode().put("format", 1);
    }

    private static String text(ObjectNode root) {
        return root.toPrettyString() + "\n";
    }
}
