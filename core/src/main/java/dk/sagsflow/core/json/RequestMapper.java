package dk.sagsflow.core.json;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Channel;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.members.Members;
import dk.sagsflow.core.members.UnreadableJson;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.relation.Reference;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands, registrations and requests as JSON by Jackson. */
final class RequestMapper {
    private static final ImmutableSet<String> REGISTRATION = ImmutableSet.of(
            "customer",
            "subject",
            "description",
            "kind",
            "system",
            "category",
            "cause",
            "impact",
            "urgency",
            "attributes",
            "number",
            "references",
            "attachments",
            "follows",
            "group");
    private static final ImmutableSet<String> CIRCUMSTANCES =
            ImmutableSet.of("occurredAt", "channel", "correlation", "relays");
    private static final ImmutableSet<String> CASE_REQUEST =
            ImmutableSet.of("by", "number", "command", "circumstances", "expectedVersion", "key");
    private static final ImmutableSet<String> REGISTRATION_REQUEST =
            ImmutableSet.of("by", "registration", "circumstances", "key");

    ObjectNode command(CaseCommand command) {
        return Members.kindOf(command, CaseCommand.class);
    }

    CaseCommand command(String json) {
        return readable(
                "command",
                () -> Members.MAPPER.treeToValue(Members.MAPPER.readValue(json, ObjectNode.class), CaseCommand.class));
    }

    ObjectNode registration(Registration registration) {
        return new Members()
                .with("customer", registration.customer())
                .with("subject", registration.subject())
                .with("description", registration.description())
                .with("kind", registration.kind())
                .with("system", registration.system())
                .with("category", registration.category())
                .with("cause", registration.cause())
                .with("impact", registration.impact())
                .with("urgency", registration.urgency())
                .withKinds("attributes", registration.attributes(), AttributeValue.class)
                .with("number", registration.number())
                .with("references", registration.references())
                .with("attachments", registration.attachments())
                .with("follows", registration.follows())
                .with("group", registration.group())
                .node();
    }

    Registration registration(String json) {
        return readable("registration", () -> registration(Asked.of("registration", json, REGISTRATION)));
    }

    ObjectNode request(CaseRequest request) {
        return new Members()
                .with("by", request.by())
                .with("number", request.number())
                .with("command", command(request.command()))
                .with("circumstances", circumstances(request.circumstances()))
                .with("expectedVersion", request.expectedVersion())
                .with("key", request.key())
                .node();
    }

    ObjectNode request(RegistrationRequest request) {
        return new Members()
                .with("by", request.by())
                .with("registration", registration(request.registration()))
                .with("circumstances", circumstances(request.circumstances()))
                .with("key", request.key())
                .node();
    }

    CaseRequest caseRequest(String json) {
        return readable("request", () -> {
            Asked asked = Asked.of("request", json, CASE_REQUEST);
            return CaseRequest.builder()
                    .by(asked.required("by", ActorId.class))
                    .number(asked.required("number", CaseNumber.class))
                    .command(asked.required("command", CaseCommand.class))
                    .circumstances(circumstances(asked))
                    .expectedVersion(asked.optional("expectedVersion", Long.class))
                    .key(asked.optional("key", RequestKey.class))
                    .build();
        });
    }

    RegistrationRequest registrationRequest(String json) {
        return readable("request", () -> {
            Asked asked = Asked.of("request", json, REGISTRATION_REQUEST);
            return RegistrationRequest.builder()
                    .by(asked.required("by", ActorId.class))
                    .registration(registration(asked.part("registration", REGISTRATION)))
                    .circumstances(circumstances(asked))
                    .key(asked.optional("key", RequestKey.class))
                    .build();
        });
    }

    /** What Jackson or a value makes of it, told as what a request is refused for. */
    private static <T> T readable(String what, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JacksonException unreadable) {
            throw new UnreadableRequestException(what + " cannot be read: " + UnreadableJson.why(unreadable));
        } catch (IllegalArgumentException unreadable) {
            throw new UnreadableRequestException(what + " cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (NullPointerException unreadable) {
            // Maps and lists of Guava, which name what stands beside the null.
            throw new UnreadableRequestException(what + " cannot be read: null stands where a value is needed");
        }
    }

    private static Registration registration(Asked asked) {
        Registration.Builder builder = Registration.builder()
                .customer(asked.required("customer", CustomerId.class))
                .subject(asked.required("subject", String.class))
                .system(asked.optional("system", SystemId.class))
                .category(asked.optional("category", String.class))
                .cause(asked.optional("cause", Cause.class))
                .impact(asked.optional("impact", Impact.class))
                .urgency(asked.optional("urgency", Urgency.class))
                .number(asked.optional("number", CaseNumber.class))
                .follows(asked.optional("follows", CaseNumber.class))
                .group(asked.optional("group", GroupId.class));
        asked.optional("description", String.class).ifPresent(builder::description);
        asked.optional("kind", CaseKind.class).ifPresent(builder::kind);
        for (Map.Entry<String, JsonNode> field :
                asked.object().path("attributes").properties()) {
            builder.putAttribute(
                    AttributeId.of(field.getKey()), Members.MAPPER.treeToValue(field.getValue(), AttributeValue.class));
        }
        for (JsonNode reference : asked.object().path("references")) {
            builder.addReference(Members.MAPPER.treeToValue(reference, Reference.class));
        }
        for (JsonNode attachment : asked.object().path("attachments")) {
            builder.addAttachment(Members.MAPPER.treeToValue(attachment, Attachment.class));
        }
        return builder.build();
    }

    /** Nothing if they are as usual. */
    private static Optional<ObjectNode> circumstances(Circumstances circumstances) {
        return circumstances.equals(Circumstances.usual())
                ? Optional.empty()
                : Optional.of(new Members()
                        .with("occurredAt", circumstances.occurredAt())
                        .with("channel", circumstances.channel())
                        .with("correlation", circumstances.correlation())
                        .with("relays", circumstances.relays())
                        .node());
    }

    private static Circumstances circumstances(Asked request) {
        if (request.optional("circumstances", JsonNode.class).isEmpty()) {
            return Circumstances.usual();
        }
        Asked asked = request.part("circumstances", CIRCUMSTANCES);
        Circumstances.Builder builder = Circumstances.builder()
                .occurredAt(asked.optional("occurredAt", Instant.class))
                .correlation(asked.optional("correlation", String.class))
                .relays(asked.optional("relays", Side.class));
        asked.optional("channel", Channel.class).ifPresent(builder::channel);
        return builder.build();
    }
}
