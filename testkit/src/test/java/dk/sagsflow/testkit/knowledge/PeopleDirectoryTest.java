package dk.sagsflow.testkit.knowledge;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.knowledge.SupportPeople;
import dk.sagsflow.testkit.contract.DirectoryContract;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Instant;
import java.time.ZoneOffset;

class PeopleDirectoryTest extends DirectoryContract {
    @Override
    protected Directory directoryOf(ImmutableList<Actor> actors, ImmutableList<Customer> customers) {
        return SupportPeople.builder(ReferenceOrganisation.organisation(), ZoneOffset.UTC, () -> Instant.EPOCH)
                .withOthers(Directory.of(actors, customers))
                .build()
                .directory();
    }
}
