package dk.sagsflow.core.json;

import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes organisations with Jackson; behind {@link OrganisationJson}, which asks first whether Jackson is there. */
final class OrganisationWriting {
    private OrganisationWriting() {}

    static String write(SupportOrganisation organisation) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", OrganisationJson.FORMAT);
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
        ArrayNode duty = root.putArray("duty");
        organisation.duty().forEach(actor -> duty.add(actor.value()));
        ArrayNode ages = root.putArray("ages");
        organisation.ages().limits().forEach(age -> ages.add(age.toString()));
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
                .put("personal", attribute.personal())
                .put("visible", attribute.visible());
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
