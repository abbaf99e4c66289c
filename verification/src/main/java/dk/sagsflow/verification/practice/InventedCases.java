package dk.sagsflow.verification.practice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.verification.load.CaseMix;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Cases of nobody, the same for the same seed. Not thread-safe. */
final class InventedCases {
    private static final ImmutableList<String> INCIDENTS = ImmutableList.of(
            "%s svarer ikke",
            "%s viser en fejlmeddelelse ved gem",
            "Det, der er gemt i %s, er væk igen",
            "%s er langsom fra morgenstunden",
            "Udskrift fra %s mangler en side");
    private static final ImmutableList<String> QUESTIONS = ImmutableList.of(
            "Hvordan retter man en dato i %s?", "Hvor finder man historikken i %s?", "Hvem må se oplysningerne i %s?");
    private static final ImmutableList<String> REQUESTS =
            ImmutableList.of("Opret en bruger i %s", "Luk en bruger i %s", "Giv en kollega adgang til %s");

    private final SupportOrganisation organisation;
    private final PracticePeople people;
    private final CaseMix mix;
    private final SplittableRandom random;

    InventedCases(SupportOrganisation organisation, PracticePeople people, long seed) {
        this.organisation = organisation;
        this.people = people;
        this.mix = CaseMix.of(organisation);
        this.random = new SplittableRandom(seed);
    }

    Registration next() {
        CaseKind kind = CaseKind.valueOf(drawn(CaseField.KIND).orElse(CaseKind.INCIDENT.name()));
        CustomerKind asking =
                CustomerKind.valueOf(drawn(CaseField.CUSTOMER_KIND).orElse(CustomerKind.SUPERUSER.name()));
        Optional<SystemId> system = drawn(CaseField.SYSTEM).map(SystemId::of);
        String about =
                system.flatMap(organisation::system).map(SupportedSystem::name).orElse("systemet");
        return Registration.builder()
                .customer(oneOf(people.invented(asking)))
                .subject("Øvelse: " + String.format(Locale.ROOT, oneOf(subjects(kind)), about))
                .description("Denne sag er opdigtet til undervisning.")
                .kind(kind)
                .system(system)
                .group(entrance(asking))
                .build();
    }

    private static ImmutableList<String> subjects(CaseKind kind) {
        return switch (kind) {
            case QUESTION -> QUESTIONS;
            case SERVICE_REQUEST -> REQUESTS;
            default -> INCIDENTS;
        };
    }

    private <T> T oneOf(ImmutableList<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Optional<String> drawn(CaseField field) {
        ImmutableMap<String, Double> weights = mix.values(field);
        double left = random.nextDouble()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            left -= weight.getValue();
            if (left < 0) {
                return Optional.of(weight.getKey()).filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }

    /** Superusers are met at the tier nearest to customers, all others at the contact tier. */
    private GroupId entrance(CustomerKind asking) {
        return asking == CustomerKind.SUPERUSER
                ? organisation.tiers().stream()
                        .flatMap(tier -> entrance(tier).stream())
                        .findFirst()
                        .orElseGet(organisation::contactEntrance)
                : organisation.contactEntrance();
    }

    private Optional<GroupId> entrance(Tier tier) {
        return tier.entrance()
                .or(() -> organisation.groupsAt(tier.id()).map(SupportGroup::id).findFirst());
    }
}
