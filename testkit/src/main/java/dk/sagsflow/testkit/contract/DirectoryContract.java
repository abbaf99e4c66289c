package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link Directory} must do. Inherit it and make one that knows the people given. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class DirectoryContract {
    /** For those who inherit. */
    protected DirectoryContract() {}

    /** A directory that knows just these people; called once for each test. */
    protected abstract Directory directoryOf(ImmutableList<Actor> actors, ImmutableList<Customer> customers);

    @Test
    void everybody_is_found_with_everything_known_of_them() {
        ImmutableList<Actor> actors = ReferenceOrganisation.actors();
        ImmutableList<Customer> customers = ReferenceOrganisation.customers();
        Directory directory = directoryOf(actors, customers);

        assertThat(actors)
                .allSatisfy(actor -> assertThat(directory.actor(actor.id())).contains(actor));
        assertThat(customers)
                .allSatisfy(customer ->
                        assertThat(directory.customer(customer.id())).contains(customer));
    }

    @Test
    void nobody_is_found_by_another_id() {
        Directory directory = directoryOf(ReferenceOrganisation.actors(), ReferenceOrganisation.customers());

        assertThat(directory.actor(ActorId.of("nobody"))).isEmpty();
        assertThat(directory.customer(CustomerId.of("karen"))).isEmpty();
    }

    @Test
    void a_group_lists_everybody_who_works_in_it_in_one_order() {
        Actor both = Actor.supporter("both", "Both", "bit", "support-centre");
        ImmutableList<Actor> actors = ImmutableList.<Actor>builder()
                .addAll(ReferenceOrganisation.actors())
                .add(both)
                .build();
        Directory directory = directoryOf(actors, ReferenceOrganisation.customers());

        assertThat(ReferenceOrganisation.organisation().groupIds())
                .allSatisfy(group -> assertThat(directory.members(group))
                        .containsExactlyInAnyOrderElementsOf(Iterables.filter(
                                actors, actor -> actor.memberships().contains(group)))
                        .isEqualTo(directory.members(group)));
        assertThat(directory.members(ReferenceOrganisation.BIT)).contains(both).hasSize(2);
        assertThat(directory.members(GroupId.of("nobody"))).isEmpty();
    }
}
