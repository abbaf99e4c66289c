package dk.sagsflow.verification.simulation;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.AttributeId;
import dk.sagsflow.core.organisation.AttributeValue;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws who comes, and with what. Not thread-safe. */
final class Newcomers {
    private final SimulatedLoad load;
    private final SupportOrganisation organisation;
    private final SimulatedPeople people;

    /**
     * A case that comes in.
     *
     * @param registration what is said of it at first
     * @param fields what those find who have it first
     * @param dice by which its further fate is drawn
     */
    record Newcomer(Registration registration, ImmutableMap<CaseField, String> fields, Dice dice) {}

    Newcomers(SimulatedLoad load, SupportOrganisation organisation, SimulatedPeople people) {
        this.load = load;
        this.organisation = organisation;
        this.people = people;
    }

    Newcomer next(Dice own) {
        ImmutableMap<CaseField, String> fields = load.mix().draw(own);
        CustomerKind kind =
                CustomerKind.valueOf(fields.getOrDefault(CaseField.CUSTOMER_KIND, CustomerKind.SUPERUSER.name()));
        CustomerId customer = people.customer(kind, fields.getOrDefault(CaseField.UNIT, ""), own);
        Registration registration = Registration.builder()
                .customer(customer)
                .subject("simulated case")
                .description(description(own))
                .putAllAttributes(attributes(own))
                .kind(SimulatedCase.kind(fields))
                .system(SimulatedCase.system(fields))
                .group(entrance(kind, own))
                .build();
        return new Newcomer(registration, fields, own);
    }

    private String description(Dice own) {
        return load.words().entrySet().stream()
                .filter(word -> own.chance(word.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("; "));
    }

    private ImmutableMap<AttributeId, AttributeValue> attributes(Dice own) {
        ImmutableMap.Builder<AttributeId, AttributeValue> drawn = ImmutableMap.builder();
        load.attributes()
                .forEach((attribute, shares) -> own.oneOrNone(shares).ifPresent(value -> drawn.put(attribute, value)));
        return drawn.buildOrThrow();
    }

    private GroupId entrance(CustomerKind kind, Dice own) {
        if (!load.entrances().isEmpty()) {
            return own.oneOf(load.entrances());
        }
        return kind == CustomerKind.SUPERUSER ? firstEntrance() : organisation.contactEntrance();
    }

    private GroupId firstEntrance() {
        for (Tier tier : organisation.tiers()) {
            Optional<GroupId> entrance = tier.entrance()
                    .or(() -> organisation
                            .groupsAt(tier.id())
                            .map(SupportGroup::id)
                            .findFirst());
            if (entrance.isPresent() || tier.id().equals(organisation.contactTier())) {
                return entrance.orElseGet(organisation::contactEntrance);
            }
        }
        return organisation.contactEntrance();
    }
}
