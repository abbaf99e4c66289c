package dk.sagsflow.testkit.domain;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;

/** An organisation made by chance: tiers t0, t1 and so on, groups g0-0, g0-1 and so on. Not thread-safe. */
final class RandomOrganisation {

    private final Chance chance;
    private final int tiers;
    private final int contact;
    private final ImmutableList<SystemId> systems;

    RandomOrganisation(Chance chance) {
        this.chance = chance;
        this.tiers = chance.of(25) ? 2 : chance.between(3, 4);
        this.contact = chance.between(0, Math.min(1, tiers - 2));
        this.systems = ImmutableList.of(SystemId.of("a"), SystemId.of("b"), SystemId.of("c"))
                .subList(0, chance.between(0, 3));
    }

    SupportOrganisation made() {
        SupportOrganisation.Builder builder = SupportOrganisation.builder()
                .name("random")
                .contactTier(tier(contact))
                .addAttribute(severity());
        if (chance.of(30)) {
            builder.priorityMatrix(chance.matrix());
        }
        systems.forEach(system -> builder.addSystem(new SupportedSystem(system, system.value())));
        for (int rank = 0; rank < tiers; rank++) {
            addTier(builder, rank);
        }
        return builder.build();
    }

    private static AttributeDefinition severity() {
        return AttributeDefinition.builder()
                .id(RandomModel.SEVERITY)
                .name("Severity")
                .type(AttributeType.CHOICE)
                .addChoices("A", "B", "C")
                .build();
    }

    private void addTier(SupportOrganisation.Builder builder, int rank) {
        int groups = rank <= contact ? chance.between(1, 2) : chance.between(1, 3);
        Tier plain = Tier.of(tier(rank).value(), "tier " + rank);
        boolean oneDoor = rank >= contact && chance.of(rank == contact ? 80 : 40);
        builder.addTier(oneDoor ? plain.enteredThrough("g" + rank + "-0") : plain);
        for (int i = 0; i < groups; i++) {
            builder.addGroup(group(rank, i, oneDoor));
        }
    }

    private SupportGroup group(int rank, int index, boolean oneDoor) {
        String id = "g" + rank + "-" + index;
        SupportGroup.Builder group =
                SupportGroup.builder().id(GroupId.of(id)).name(id).tier(tier(rank));
        if (chance.of(95)) {
            group.mailAddress(id + "@example.dk");
        }
        if (chance.of(95)) {
            group.lead(ActorId.of("lead-of-" + id));
        }
        if (rank > contact && !(oneDoor && index == 0)) {
            group.kind(kind());
        }
        if (rank > contact && index > 0 && chance.of(50)) {
            group.addAllSystems(chance.some(systems));
        }
        return group.build();
    }

    private GroupKind kind() {
        int kind = chance.between(0, 9);
        return kind < 3 ? GroupKind.SUPPLIER : kind < 5 ? GroupKind.BUSINESS_SPECIALISTS : GroupKind.INTERNAL;
    }

    private static TierId tier(int rank) {
        return TierId.of("t" + rank);
    }
}
