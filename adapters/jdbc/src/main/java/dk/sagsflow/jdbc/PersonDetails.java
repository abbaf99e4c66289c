package dk.sagsflow.jdbc;

import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.organisation.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** People as they are written into a row: all that is known of them, as JSON. */
final class PersonDetails {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PersonDetails() {}

    /** The row of an actor. */
    static String of(Actor actor) {
        ObjectNode row = JSON.createObjectNode();
        row.put("id", actor.id().value());
        row.put("name", actor.name());
        actor.customer().ifPresent(customer -> row.put("customer", customer.value()));
        actor.mailAddress().ifPresent(address -> row.put("mailAddress", address));
        ArrayNode groups = row.putArray("memberships");
        actor.memberships().forEach(group -> groups.add(group.value()));
        ArrayNode competences = row.putArray("competences");
        actor.competences().forEach(held -> write(held, competences.addObject()));
        ArrayNode absences = row.putArray("absences");
        actor.absences().forEach(absence -> write(absence, absences.addObject()));
        ArrayNode rights = row.putArray("rights");
        actor.rights().forEach(right -> rights.add(right.name()));
        return row.toString();
    }

    private static void write(HeldCompetence held, ObjectNode into) {
        into.put("competence", held.competence().value());
        held.certified().ifPresent(day -> into.put("certified", day.toString()));
        held.due().ifPresent(day -> into.put("due", day.toString()));
    }

    private static void write(Absence absence, ObjectNode into) {
        into.put("from", absence.from().toString());
        into.put("until", absence.until().toString());
        absence.deputy().ifPresent(deputy -> into.put("deputy", deputy.value()));
    }

    /** The row of a customer. */
    static String of(Customer customer) {
        ObjectNode row = JSON.createObjectNode();
        row.put("id", customer.id().value());
        row.put("name", customer.name());
        row.put("kind", customer.kind().name());
        customer.unit().ifPresent(unit -> row.put("unit", unit.value()));
        row.put("helpdeskAccess", customer.helpdeskAccess());
        customer.mailAddress().ifPresent(address -> row.put("mailAddress", address));
        row.put("language", customer.language().toLanguageTag());
        return row.toString();
    }

    /** The actor of a row. */
    static Actor actor(String details) {
        JsonNode row = JSON.readTree(details);
        Actor.Builder actor = Actor.builder().id(ActorId.of(text(row, "id"))).name(text(row, "name"));
        actor.customer(optional(row, "customer").map(CustomerId::of));
        actor.mailAddress(optional(row, "mailAddress"));
        row.path("memberships").forEach(group -> actor.addMembership(GroupId.of(group.asString())));
        row.path("competences").forEach(held -> actor.addCompetence(competence(held)));
        row.path("absences").forEach(absence -> actor.addAbsence(absence(absence)));
        row.path("rights").forEach(right -> actor.addRight(ProgramRight.valueOf(right.asString())));
        return actor.build();
    }

    private static HeldCompetence competence(JsonNode held) {
        return new HeldCompetence(
                CompetenceId.of(text(held, "competence")),
                optional(held, "certified").map(LocalDate::parse),
                optional(held, "due").map(LocalDate::parse));
    }

    private static Absence absence(JsonNode absence) {
        return new Absence(
                Instant.parse(text(absence, "from")),
                Instant.parse(text(absence, "until")),
                optional(absence, "deputy").map(ActorId::of));
    }

    /** The customer of a row. */
    static Customer customer(String details) {
        JsonNode row = JSON.readTree(details);
        return Customer.builder()
                .id(CustomerId.of(text(row, "id")))
                .name(text(row, "name"))
                .kind(CustomerKind.valueOf(text(row, "kind")))
                .unit(optional(row, "unit").map(UnitId::of))
                .helpdeskAccess(row.path("helpdeskAccess").asBoolean())
                .mailAddress(optional(row, "mailAddress"))
                .language(Locale.forLanguageTag(text(row, "language")))
                .build();
    }

    private static String text(JsonNode row, String member) {
        return row.required(member).asString();
    }

    private static Optional<String> optional(JsonNode row, String member) {
        return Optional.of(row.path(member)).filter(JsonNode::isString).map(JsonNode::asString);
    }
}
