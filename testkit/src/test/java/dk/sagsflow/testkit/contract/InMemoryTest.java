package dk.sagsflow.testkit.contract;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.core.repository.CaseRepository;
import org.junit.jupiter.api.Nested;

/** What the library itself brings for each interface keeps the contract of it. */
class InMemoryTest {
    @Nested
    class OfCases extends CaseRepositoryContract {
        @Override
        protected CaseRepository emptyRepository() {
            return CaseRepository.inMemory();
        }
    }

    @Nested
    class OfNumbers extends CaseNumbersContract {
        @Override
        protected CaseNumbers numbers() {
            return CaseNumbers.counting("AMS-");
        }
    }

    @Nested
    class OfPeople extends DirectoryContract {
        @Override
        protected Directory directoryOf(ImmutableList<Actor> actors, ImmutableList<Customer> customers) {
            return Directory.of(actors, customers);
        }
    }
}
