package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.search.SearchQuery;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What pages show of a desk and a knowledge base on a database. */
class PageSamplesTest {
    private static final ActorId KAREN = ReferenceOrganisation.KAREN;

    private final SupportOrganisation organisation = ReferenceOrganisation.organisation();
    private final SupportModel model = SupportModel.of(organisation);
    private final Directory people = ReferenceOrganisation.people();
    private final InstantSource clock = InstantSource.system();
    private final Registration registration =
            Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "I cannot log in");

    private static DataSource inMemory(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    @Test
    void a_desk_in_a_file() throws IOException {
        boolean unused = Files.deleteIfExists(Path.of("target/desk.mv.db"));
        // sample
        SagsflowStore store = SagsflowStore.inFile(Path.of("target/desk"));
        SupportDesk desk = SupportDesk.builder(SupportModel.of(organisation), people, InstantSource.system())
                .withRepository(store.cases())
                .withSubscriptions(store.subscriptions())
                .build();
        // end
        CaseNumber number = desk.register(KAREN, registration).orElseThrow().number();
        assertThat(SagsflowStore.inFile(Path.of("target/desk")).cases().find(number))
                .isPresent();
    }

    @Test
    void a_desk_on_a_data_source_and_a_transaction_of_the_host() throws SQLException {
        DataSource dataSource = inMemory("page");
        // sample
        SagsflowSchema.createIfMissing(dataSource); // or Flyway, see below
        SagsflowStore store = SagsflowStore.open(dataSource);
        SupportDesk desk = SupportDesk.builder(model, people, clock)
                .withRepository(store.cases())
                .withSubscriptions(store.subscriptions())
                .build();
        // end
        CaseNumber number = desk.register(KAREN, registration).orElseThrow().number();
        ActorId actor = KAREN;
        CaseCommand command = new CaseCommand.Accept();
        // sample
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            SagsflowStore.JoinedTransaction transaction = store.join(connection);
            desk.within(transaction).submit(actor, number, command).orElseThrow();
            // ... the host's own statements on the same connection
            connection.commit();
            transaction.committed(); // or rolledBack()
        }
        // end
        assertThat(store.cases().find(number).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_knowledge_base_beside_the_store_of_the_desk() {
        DataSource source = inMemory("knowledge");
        SagsflowSchema.createIfMissing(source);
        // sample
        SagsflowStore store = SagsflowStore.open(source);
        KnowledgeBase knowledge = KnowledgeBase.builder(organisation, people, InstantSource.system())
                .withStore(StoredKnowledge.of(store))
                .build();
        // end
        assertThat(knowledge
                        .search()
                        .search(Reader.anybody(), SearchQuery.of("printer"))
                        .hits())
                .isEmpty();
    }
}
