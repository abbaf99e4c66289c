package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.InMemoryStore;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The suites find stores that are broken: each fault that a store was found to have, or might, is one that a suite fails. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoreMutantsTest {
    private static UnaryOperator<CaseRepository> fault = UnaryOperator.identity();

    @AfterEach
    void mend() {
        fault = UnaryOperator.identity();
    }

    @ParameterizedTest
    @EnumSource
    void every_fault_is_found(StoreFault mutant) {
        fault = mutant::in;

        assertThat(failures(mutant.suite())).as(mutant + " fails no test").isNotEmpty();
    }

    @Test
    void and_a_sound_store_has_none() {
        assertThat(Stream.of(StoreFault.values())
                        .map(StoreFault::suite)
                        .distinct()
                        .flatMap(suite -> failures(suite).stream()))
                .isEmpty();
    }

    private static ImmutableList<String> failures(Class<?> suite) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(suite))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
        LauncherFactory.create().execute(request, summary);
        assertThat(summary.getSummary().getTestsFoundCount()).isPositive();
        return summary.getSummary().getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
                .collect(ImmutableList.toImmutableList());
    }

    private static CaseRepository broken() {
        return fault.apply(CaseRepository.inMemory());
    }

    static class Cases extends CaseRepositoryContract {
        @Override
        protected CaseRepository emptyRepository() {
            return broken();
        }
    }

    static class Queries extends QueryingContract {
        @Override
        protected CaseRepository emptyRepository() {
            return broken();
        }
    }

    static class Due extends DueWorkContract {
        @Override
        protected CaseRepository emptyRepository() {
            return broken();
        }
    }

    static class Keys extends RequestsContract {
        @Override
        protected CaseRepository emptyRepository() {
            return broken();
        }
    }

    static class Loads extends LoadsContract {
        @Override
        protected CaseRepository emptyRepository() {
            return broken();
        }
    }

    static class Messages extends OutboxContract {
        @Override
        protected CaseRepository emptyRepository() {
            return broken();
        }
    }

    static class Log extends EventLogContract {
        @Override
        protected CaseRepository emptyRepository() {
            return broken();
        }
    }

    static class Followers extends LogSubscriptionsContract {
        @Override
        protected CaseRepository emptyRepository() {
            return broken();
        }
    }

    static class Numbers extends NumbersContract {
        private CaseRepository sound = CaseRepository.inMemory();

        @Override
        protected CaseRepository emptyRepository() {
            sound = CaseRepository.inMemory();
            return fault.apply(sound);
        }

        @Override
        protected CaseRepository openedAgain(CaseRepository store) {
            return fault.apply(sound);
        }
    }

    static class Opened extends ReopeningContract {
        private CaseRepository sound = CaseRepository.inMemory();

        @Override
        protected CaseRepository emptyRepository() {
            sound = CaseRepository.inMemory();
            return fault.apply(sound);
        }

        @Override
        protected CaseRepository openedAgain(CaseRepository store) {
            return fault.apply(sound);
        }
    }

    static class Transactions extends TransactionContract {
        private InMemoryStore sound = CaseRepository.inMemory();

        @Override
        protected CaseRepository emptyRepository() {
            sound = CaseRepository.inMemory();
            return fault.apply(sound);
        }

        @Override
        protected Opened begin(CaseRepository store) {
            return StoreFault.broken(fault, sound.begin());
        }
    }
}
