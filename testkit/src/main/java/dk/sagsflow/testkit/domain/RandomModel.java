package dk.sagsflow.testkit.domain;

import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.configuration.SupportModel;
import java.util.Random;

/** One model, made by chance. Not thread-safe. */
final class RandomModel {
    static final AttributeId SEVERITY = AttributeId.of("severity");

    private final Chance chance;

    RandomModel(Random random) {
        this.chance = new Chance(random);
    }

    SupportModel model() {
        SupportOrganisation organisation = new RandomOrganisation(chance).made();
        return SupportModel.builder()
                .organisation(organisation)
                .agreements(new RandomAgreements(chance, organisation).made())
                .routing(new RandomRouting(chance, organisation).made())
                .build();
    }
}
