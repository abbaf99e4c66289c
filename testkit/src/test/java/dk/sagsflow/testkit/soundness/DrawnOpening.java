package dk.sagsflow.testkit.soundness;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.verification.script.Opening;
import dk.sagsflow.verification.script.Spot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A case that comes in, drawn by chance: of every kind, at any minute of most of a year, wherever cases can be registered. */
final class DrawnOpening {
    private static final Spot HERE = new Spot("a drawn case", 1, 1, 0, 0);
    private static final int MINUTES = 330 * 24 * 60;

    private DrawnOpening() {}

    static Opening of(SupportOrganisation organisation, Random random) {
        Registration.Builder registration = Registration.builder()
                .customer(CustomerId.of("customer"))
                .subject(one(List.of("log ind", "log", "printer", "something"), random))
                .kind(one(List.of(CaseKind.values()), random))
                .cause(one(List.of(Cause.values()), random))
                .group(one(doors(organisation), random).id())
                .putAllAttributes(attributes(organisation, random));
        if (random.nextBoolean()) {
            registration.category("login");
        }
        if (!organisation.systemIds().isEmpty() && random.nextInt(4) > 0) {
            registration.system(one(organisation.systemIds().asList(), random));
        }
        if (random.nextInt(4) > 0) {
            registration.impact(one(List.of(Impact.values()), random)).urgency(one(List.of(Urgency.values()), random));
        }
        Instant start = SoundnessProperties.FROM.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant at = start.plus(Duration.ofMinutes(random.nextInt(MINUTES)));
        CustomerKind kind = one(List.of(CustomerKind.values()), random);
        Opening.Asker asker = new Opening.Asker(Optional.empty(), kind, Optional.empty());
        return new Opening(at, asker, Optional.empty(), registration.build(), Optional.empty(), HERE);
    }

    private static List<SupportGroup> doors(SupportOrganisation organisation) {
        return organisation.groups().stream()
                .filter(group -> organisation.rank(group.tier()) <= organisation.rank(organisation.contactTier()))
                .filter(group -> organisation
                        .tier(group.tier())
                        .flatMap(tier -> tier.entrance())
                        .map(group.id()::equals)
                        .orElse(true))
                .toList();
    }

    private static ImmutableMap<AttributeId, AttributeValue> attributes(
            SupportOrganisation organisation, Random random) {
        return organisation.attributes().stream()
                .filter(attribute -> !attribute.choices().isEmpty() && random.nextBoolean())
                .collect(ImmutableMap.toImmutableMap(
                        attribute -> attribute.id(),
                        attribute -> new AttributeValue.Choice(
                                one(attribute.choices().asList(), random))));
    }

    static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
