package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nodes whose clocks differ, on one database by whose clock claims end. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManyNodesTest {
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(5);

    static List<TestDatabase> databases() {
        return List.of(H2Database.H2, PostgresDatabase.required());
    }

    private static CaseNumber dueCase(CaseRepository cases) {
        CaseNumber number = SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.fixed(NOW))
                .withRepository(cases)
                .build()
                .register(
                        ReferenceOrganisation.KAREN,
                        Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                .orElseThrow()
                .number();
        cases.reschedule(number, 1, Agenda.due(Optional.of(NOW)));
        return number;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_node_whose_clock_is_ahead_takes_nothing_that_another_has(TestDatabase database) {
        SagsflowStore first = database.empty();
        SagsflowStore node = SagsflowStore.open(database.source(), StoreSettings.shared());
        CaseNumber number = dueCase(first.cases());
        assertThat(first.cases()
                        .subscriptions()
                        .begin(SubscriptionName.of("index"), first.cases().log().beginning()))
                .isTrue();

        assertThat(node.cases().claimDue(NOW, LEASE, 10))
                .extracting(DueClaim::number)
                .containsExactly(number);
        assertThat(node.cases().subscriptions().claim(SubscriptionName.of("index"), NOW, LEASE))
                .isPresent();
        assertThat(node.cases().outbox().claim(NOW, LEASE, 10, 10)).isNotEmpty();

        Instant ahead = NOW.plus(Duration.ofHours(1));
        assertThat(node.cases().claimDue(ahead, LEASE, 10)).isEmpty();
        assertThat(node.cases().subscriptions().claim(SubscriptionName.of("index"), ahead, LEASE))
                .isEmpty();
        assertThat(node.cases().outbox().claim(ahead, LEASE, 10, 10)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_node_that_wakes_after_its_claim_has_ended_cannot_write(TestDatabase database) throws InterruptedException {
        CaseRepository cases = database.empty().cases();
        CaseRepository node =
                SagsflowStore.open(database.source(), StoreSettings.shared()).cases();
        CaseNumber number = dueCase(cases);

        DueClaim paused = node.claimDue(NOW, Duration.ofMillis(1), 10).get(0);
        ImmutableList<DueClaim> others = node.claimDue(NOW, LEASE, 10);
        while (others.isEmpty()) {
            Thread.sleep(2);
            others = node.claimDue(NOW, LEASE, 10);
        }

        CaseStep late = CaseStep.builder()
                .putUnchanged(number, 1)
                .putAgenda(number, Agenda.empty())
                .addDueClaim(paused)
                .build();
        assertThatThrownBy(() -> node.append(late)).isInstanceOf(LostClaimException.class);
        node.append(late.withDueClaims(others.get(0)));
        assertThat(cases.due(NOW, 10)).isEmpty();
    }
}
