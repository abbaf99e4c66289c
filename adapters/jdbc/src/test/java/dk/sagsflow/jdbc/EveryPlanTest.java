package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is claimed is what was asked for, whatever PostgreSQL believes of the table. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryPlanTest {
    private static final Instant MORNING = Instant.parse("2007-08-01T06:00:00Z");

    private final CaseRepository cases = PostgresDatabase.required().empty().cases();
    private final SupportDesk desk = SupportDesk.builder(
                    SupportModel.of(ReferenceOrganisation.organisation()),
                    ReferenceOrganisation.people(),
                    InstantSource.fixed(MORNING))
            .withRepository(cases)
            .build();

    /** Then it looks for what is due anew for every row of the table. */
    @Test
    void no_more_cases_are_claimed_than_asked_for_where_the_table_had_one_row_when_it_was_analysed() {
        due(1);
        PostgresDatabase.required().run("VACUUM ANALYZE sagsflow_due");
        due(29);

        Set<String> claimed = new HashSet<>();
        for (int turn = 0; turn < 10; turn++) {
            assertThat(cases.claimDue(MORNING, Duration.ofHours(1), 3))
                    .hasSize(3)
                    .extracting(DueClaim::number)
                    .allMatch(number -> claimed.add(number.value()));
        }
        assertThat(cases.claimDue(MORNING, Duration.ofHours(1), 3)).isEmpty();
    }

    private void due(int more) {
        for (int number = 0; number < more; number++) {
            assertThat(desk.register(
                                    ReferenceOrganisation.KAREN,
                                    Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                            .map(registered -> cases.takeUp(registered.number(), MORNING))
                            .orElseThrow())
                    .isTrue();
        }
    }
}
