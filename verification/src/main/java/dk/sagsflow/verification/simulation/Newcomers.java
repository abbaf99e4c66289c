package dk.sagsflow.verification.simulation;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.verification.load.Arrivals;
import dk.sagsflow.verification.load.CaseMix;
import dk.sagsflow.verification.load.SimulatedLoad;
import java.time.Instant;
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

    /** When the next one comes after this instant. */
    Instant nextArrival(Instant after, Dice dice) {
        return nextArrival(load.arrivals(), after, dice);
    }

    static Instant nextArrival(Arrivals arrivals, Instant after, Dice dice) {
        double busiest = arrivals.perHour().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
        Instant at = after;
        do {
            at = at.plusMillis(1 + (long) (dice.exponential(1 / busiest) * 3_600_000));
        } while (!dice.chance(arrivals.at(at) / busiest));
        return at;
    }

    Newcomer next(Dice own) {
        ImmutableMap<CaseField, String> fields = drawn(own);
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

    /** What the case is about; a field that is empty is left out. Impact and urgency are judged together or not at all. */
    private ImmutableMap<CaseField, String> drawn(Dice own) {
        Map<CaseField, String> drawn = CaseMix.FIELDS.stream()
                .filter(load.mix().weights()::containsKey)
                .collect(Collectors.toMap(
                        field -> field, field -> own.oneOf(load.mix().values(field))));
        drawn.values().removeIf(String::isEmpty);
        if (!drawn.containsKey(CaseField.IMPACT) || !drawn.containsKey(CaseField.URGENCY)) {
            drawn.keySet().remove(CaseField.IMPACT);
            drawn.keySet().remove(CaseField.URGENCY);
        }
        return ImmutableMap.copyOf(drawn);
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
