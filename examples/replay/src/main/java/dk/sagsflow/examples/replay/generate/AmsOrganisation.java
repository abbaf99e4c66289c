package dk.sagsflow.examples.replay.generate;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.SupportedSystem;
import dk.sagsflow.core.organisation.SystemId;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.UnitId;

/** The reference organisation: the support organisation of the Danish labour-market authority as designed in 2007. */
final class AmsOrganisation {
    static final GroupId SUPERUSERS = GroupId.of("superusers");
    static final GroupId CENTRE = GroupId.of("support-centre");
    static final GroupId BIT = GroupId.of("bit");
    static final GroupId SPECIALISTS = GroupId.of("business-specialists");
    static final CustomerId SUPERUSER = CustomerId.of("superuser");
    static final CustomerId CITIZEN = CustomerId.of("citizen");
    static final CustomerId COMPANY = CustomerId.of("company");
    static final ImmutableList<SystemId> SYSTEMS =
            ImmutableList.of(SystemId.of("amanda"), SystemId.of("jobnet"), SystemId.of("arbejdsmarkedsportalen"));

    private static final TierId CONTACT = TierId.of("1st");

    private AmsOrganisation() {}

    static SupportOrganisation organisation() {
        return SupportOrganisation.builder()
                .name("Arbejdsmarkedsstyrelsen")
                .addTiers(
                        Tier.of("superusers", "Superusers"),
                        Tier.of("1st", "Support centre").enteredThrough("support-centre"),
                        Tier.of("2nd", "BIT").enteredThrough("bit"),
                        Tier.of("3rd", "Suppliers and business specialists"))
                .contactTier(CONTACT)
                .addAllSystems(SYSTEMS.stream()
                        .map(system -> new SupportedSystem(system, system.value()))
                        .toList())
                .addGroups(
                        SupportGroup.of("superusers", "Superusers", "superusers"),
                        SupportGroup.of("support-centre", "Support centre", "1st"),
                        SupportGroup.of("bit", "BIT", "2nd"),
                        supplier("kmd", "KMD", SYSTEMS.get(0)),
                        supplier("cybercom", "Cybercom", SYSTEMS.get(1)),
                        supplier("ibm", "IBM", SYSTEMS.get(2)),
                        SupportGroup.builder()
                                .id(SPECIALISTS)
                                .name("Business specialists")
                                .tier(TierId.of("3rd"))
                                .kind(GroupKind.BUSINESS_SPECIALISTS)
                                .build())
                .build();
    }

    static Directory people() {
        ImmutableList<Actor> workers = organisation().groups().stream()
                .filter(group -> !group.id().equals(SUPERUSERS))
                .map(group -> Actor.supporter(
                        group.id().value(), group.name(), group.id().value()))
                .collect(ImmutableList.toImmutableList());
        Customer superuser = Customer.builder()
                .id(SUPERUSER)
                .name("A superuser")
                .kind(CustomerKind.SUPERUSER)
                .unit(UnitId.of("jobcentre"))
                .build();
        Actor worker = Actor.customer("superusers", superuser).withMemberships(SUPERUSERS);
        return Directory.of(
                ImmutableList.<Actor>builder().addAll(workers).add(worker).build(),
                ImmutableList.of(
                        superuser, customer(CITIZEN, CustomerKind.CITIZEN), customer(COMPANY, CustomerKind.COMPANY)));
    }

    private static Customer customer(CustomerId id, CustomerKind kind) {
        return Customer.builder().id(id).name(id.value()).kind(kind).build();
    }

    private static SupportGroup supplier(String id, String name, SystemId system) {
        return SupportGroup.builder()
                .id(GroupId.of(id))
                .name(name)
                .tier(TierId.of("3rd"))
                .kind(GroupKind.SUPPLIER)
                .addSystem(system)
                .build();
    }
}
