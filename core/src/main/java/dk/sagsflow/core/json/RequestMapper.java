package dk.sagsflow.core.json;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.cases.CaseKind;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Reference;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.AttributeId;
import dk.sagsflow.core.organisation.AttributeValue;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SystemId;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands and registrations as JSON by Jackson. */
final class RequestMapper {
    private static final ImmutableSet<String> REGISTRATION = ImmutableSet.of(
            "customer",
            "subject",
            "description",
            "kind",
            "system",
            "attributes",
            "number",
            "references",
            "attachments",
            "group");

    ObjectNode command(CaseCommand command) {
        return new Members().kind(command, CaseCommand.class).node();
    }

    CaseCommand command(String json) {
        try {
            return Members.MAPPER.treeToValue(object(json), CaseCommand.class);
        } catch (JacksonException unreadable) {
            throw new UnreadableRequestException(
                    "command cannot be read: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    ObjectNode registration(Registration registration) {
        return new Members()
                .with("customer", registration.customer())
                .with("subject", registration.subject())
                .with("description", registration.description())
                .with("kind", registration.kind())
                .with("system", registration.system())
                .with(registration.attributes())
                .with("number", registration.number())
                .with("references", registration.references())
                .with("attachments", registration.attachments())
                .with("group", registration.group())
                .node();
    }

    Registration registration(String json) {
        try {
            return registration(object(json));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new UnreadableRequestException("registration cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static ObjectNode object(String json) {
        if (Members.MAPPER.readTree(json) instanceof ObjectNode object) {
            return object;
        }
        throw new UnreadableRequestException("a request is a JSON object");
    }

    private static Registration registration(ObjectNode object) {
        for (String name : object.propertyNames()) {
            if (!REGISTRATION.contains(name)) {
                throw new UnreadableRequestException(
                        "registration has a member \"" + name + "\"; allowed are " + REGISTRATION);
            }
        }
        Registration.Builder builder = Registration.builder()
                .customer(required(object, "customer", CustomerId.class))
                .subject(required(object, "subject", String.class))
                .system(optional(object, "system", SystemId.class))
                .number(optional(object, "number", CaseNumber.class))
                .group(optional(object, "group", GroupId.class));
        optional(object, "description", String.class).ifPresent(builder::description);
        optional(object, "kind", CaseKind.class).ifPresent(builder::kind);
        for (Map.Entry<String, JsonNode> field : object.path("attributes").properties()) {
            builder.putAttribute(
                    AttributeId.of(field.getKey()), Members.MAPPER.treeToValue(field.getValue(), AttributeValue.class));
        }
        for (JsonNode reference : object.path("references")) {
            builder.addReference(Members.MAPPER.treeToValue(reference, Reference.class));
        }
        for (JsonNode attachment : object.path("attachments")) {
            builder.addAttachment(Members.MAPPER.treeToValue(attachment, Attachment.class));
        }
        return builder.build();
    }

    private static <T> T required(ObjectNode object, String name, Class<T> type) {
        return optional(object, name, type)
                .orElseThrow(
                        () -> new UnreadableRequestException("registration has no \"" + name + "\", which it needs"));
    }

    private static <T> Optional<T> optional(ObjectNode object, String name, Class<T> type) {
        JsonNode member = object.get(name);
        return member == null || member.isNull()
                ? Optional.empty()
                : Optional.of(Members.MAPPER.treeToValue(member, type));
    }
}
