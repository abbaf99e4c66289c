package dk.sagsflow.core.json;

import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.organisation.AttributeDefinition;
import dk.sagsflow.core.organisation.Competence;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of an organisation, {@code organisation.json} of a model: a public contract. Unknown members are problems;
 * what a release reads, each later release reads. Needs Jackson 3 databind, which the host supplies. Immutable.
 */
public final class OrganisationJson {
    /** The format that this release writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    private OrganisationJson() {}

    /** The organisation; empty if anything was wrong, which the document then knows. */
    public static Optional<SupportOrganisation> read(JsonPlace root) {
        return new OrganisationReading(root).organisation();
    }

    /** The organisation as JSON, indented, that reads back as an equal one. */
    public static String write(SupportOrganisation organisation) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("name", organisation.name());
        ArrayNode tiers = root.putArray("tiers");
        organisation.tiers().forEach(tier -> write(tier, tiers.addObject()));
        root.put("contactTier", organisation.contactTier().value());
        ArrayNode groups = root.putArray("groups");
        organisation.groups().forEach(group -> write(group, groups.addObject()));
        ArrayNode systems = root.putArray("systems");
        organisation
                .systems()
                .forEach(system ->
                        systems.addObject().put("id", system.id().value()).put("name", system.name()));
        ArrayNode attributes = root.putArray("attributes");
        organisation.attributes().forEach(attribute -> write(attribute, attributes.addObject()));
        ArrayNode competences = root.putArray("competences");
        organisation.competences().forEach(competence -> write(competence, competences.addObject()));
        root.set("priorities", PriorityMatrixJson.write(organisation.priorityMatrix()));
        return root.toPrettyString();
    }

    private static void write(Tier tier, ObjectNode node) {
        node.put("id", tier.id().value()).put("name", tier.name());
        tier.entrance().ifPresent(group -> node.put("entrance", group.value()));
    }

    private static void write(SupportGroup group, ObjectNode node) {
        node.put("id", group.id().value())
                .put("name", group.name())
                .put("tier", group.tier().value())
                .put("kind", group.kind().name());
        ArrayNode systems = node.putArray("systems");
        group.systems().forEach(system -> systems.add(system.value()));
        group.lead().ifPresent(lead -> node.put("lead", lead.value()));
        group.mailAddress().ifPresent(mail -> node.put("mail", mail));
        node.put("language", group.language().toLanguageTag());
    }

    private static void write(AttributeDefinition attribute, ObjectNode node) {
        node.put("id", attribute.id().value())
                .put("name", attribute.name())
                .put("type", attribute.type().name())
                .put("personal", attribute.personal());
        ArrayNode choices = node.putArray("choices");
        attribute.choices().forEach(choices::add);
    }

    private static void write(Competence competence, ObjectNode node) {
        node.put("id", competence.id().value())
                .put("name", competence.name())
                .put("kind", competence.kind().name());
        competence.system().ifPresent(system -> node.put("system", system.value()));
    }
}
