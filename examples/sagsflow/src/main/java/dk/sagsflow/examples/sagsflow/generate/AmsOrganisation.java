package dk.sagsflow.examples.sagsflow.generate;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import java.nio.charset.StandardCharsets;

/** The reference organisation: the support organisation of the Danish labour-market authority as designed in 2007. */
public final class AmsOrganisation {
    static final GroupId SUPERUSERS = GroupId.of("superusers");
    static final GroupId CENTRE = GroupId.of("support-centre");
    static final GroupId BIT = GroupId.of("bit");
    static final GroupId SPECIALISTS = GroupId.of("business-specialists");
    static final CustomerId SUPERUSER = CustomerId.of("superuser");
    static final CustomerId CITIZEN = CustomerId.of("citizen");
    static final CustomerId COMPANY = CustomerId.of("company");
    static final SupportModel MODEL = model();
    static final SupportOrganisation ORGANISATION = MODEL.organisation();
    static final ImmutableList<SystemId> SYSTEMS =
            ORGANISATION.systems().stream().map(SupportedSystem::id).collect(ImmutableList.toImmutableList());

    private AmsOrganisation() {}

    /** The suppliers that stand behind a system. */
    static ImmutableList<GroupId> suppliersOf(SystemId system) {
        return ORGANISATION.groups().stream()
                .filter(group -> group.systems().contains(system))
                .map(SupportGroup::id)
                .collect(ImmutableList.toImmutableList());
    }

    /** The model of the organisation, as it is packed into the program. */
    public static SupportModel model() {
        return ModelFolder.read(
                        "models/ams/",
                        file -> Resources.toString(Resources.getResource("models/ams/" + file), StandardCharsets.UTF_8))
                .model();
    }

    static Directory people() {
        ImmutableList<Actor> workers = ORGANISATION.groups().stream()
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
}
