package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.jdbc.failure.StoreException;
import dk.sagsflow.knowledge.editing.EditorialEvent;
import dk.sagsflow.knowledge.editing.EditorialScope;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A store on connections that can only read, as those of a replica, shows what is there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplicaTest {
    private SagsflowStore store = PostgresDatabase.required().empty();
    private CaseRepository primary = store.cases();
    private HikariDataSource readOnly = new HikariDataSource();
    private CaseRepository replica = CaseRepository.inMemory();
    private CaseNumber number = CaseNumber.of("C-1");

    @BeforeEach
    void open() {
        PostgresDatabase database = PostgresDatabase.required();
        store = database.empty();
        primary = store.cases();
        number = desk(primary)
                .register(
                        ReferenceOrganisation.KAREN,
                        Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                .orElseThrow()
                .number();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.server().getJdbcUrl("postgres", "postgres"));
        config.setConnectionInitSql("SET default_transaction_read_only = on");
        config.setMaximumPoolSize(2);
        readOnly = new HikariDataSource(config);
        replica = SagsflowStore.open(readOnly).cases();
    }

    @AfterEach
    void close() {
        readOnly.close();
    }

    private static SupportDesk desk(CaseRepository cases) {
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(cases)
                .build();
    }

    private static long read(EventLog log) {
        return log.after(log.beginning(), 100).size();
    }

    @Test
    void the_log_goes_as_far_as_somebody_read_it_where_it_is_written() {
        assertThat(read(replica.log())).isZero();
        assertThat(read(primary.log())).isEqualTo(1);
        assertThat(read(replica.log())).isEqualTo(1);
    }

    @Test
    void knowledge_goes_as_far_as_somebody_read_it_where_it_is_written() {
        KnowledgeStore written = StoredKnowledge.of(store);
        KnowledgeStore seen = StoredKnowledge.of(SagsflowStore.open(readOnly));
        RecordId record = RecordId.of("article", "one");
        written.append(List.of(new EditorialEvent.LetIn(
                new Stamp(record, 1, Instant.parse("2007-09-03T08:00:00Z"), ReferenceOrganisation.KAREN),
                RightHolder.person("bo"),
                EditorialScope.everything())));

        assertThat(seen.history(record)).hasSize(1);
        assertThat(seen.after(seen.beginning(), 10)).isEmpty();
        assertThat(written.after(written.beginning(), 10)).hasSize(1);
        assertThat(seen.after(seen.beginning(), 10)).hasSize(1);
    }

    @Test
    void cases_lists_and_counts_are_read_and_what_came_since_is_added() {
        assertThat(replica.query(CaseQuery.all()).cases()).hasSize(1);
        assertThat(desk(primary)
                        .submit(ReferenceOrganisation.KAREN, number, new CaseCommand.Accept())
                        .wasAccepted())
                .isTrue();

        assertThat(replica.load(number)).isEqualTo(primary.load(number));
        assertThat(replica.loadAfter(number, 1)).isEqualTo(primary.loadAfter(number, 1));
        assertThat(replica.counts(CaseQuery.all(), ImmutableSet.of(CaseCounts.Field.STATUS), Instant.now()))
                .isEqualTo(primary.counts(CaseQuery.all(), ImmutableSet.of(CaseCounts.Field.STATUS), Instant.now()));
    }

    @Test
    void counts_that_nobody_added_up_for_long_are_added_up_for_whoever_asks() {
        PostgresDatabase.required()
                .edit("INSERT INTO sagsflow_count (bucket, status, kind, cases) SELECT 1, 'CLOSED', 'INCIDENT', 1"
                        + " FROM generate_series(1, 1500)");

        assertThat(replica.counts(CaseQuery.all(), ImmutableSet.of(), Instant.now())
                        .total())
                .isEqualTo(1_501);
    }

    @Test
    void a_desk_cannot_write_there_and_says_so() {
        assertThatThrownBy(() -> desk(replica).submit(ReferenceOrganisation.KAREN, number, new CaseCommand.Accept()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("read-only");
    }
}
