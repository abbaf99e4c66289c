package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.StaleRecordException;
import dk.sagsflow.knowledge.search.SearchQuery;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A knowledge base on a database: nodes beside one another, and in the transaction of a host. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnowledgeTransactionTest {
    private static final ArticleId ARTICLE = ArticleId.of("printer");

    static List<TestDatabase> databases() {
        return List.of(H2Database.H2, PostgresDatabase.required());
    }

    private static KnowledgeBase base(KnowledgeStore store) {
        return KnowledgeBase.builder(
                        ReferenceOrganisation.organisation(), ReferenceOrganisation.people(), InstantSource.system())
                .withStore(store)
                .withEditor(RightHolder.person(ReferenceOrganisation.KAREN.value()))
                .build();
    }

    private static void publish(KnowledgeBase base) {
        ArticleContent content = ArticleContent.faq(Readership.everyone(), "Printeren står stille", "Tænd den.");
        base.articles().draft(ReferenceOrganisation.KAREN, ARTICLE, content).orElseThrow();
        base.articles().submit(ReferenceOrganisation.KAREN, ARTICLE).orElseThrow();
        base.articles()
                .publish(ReferenceOrganisation.KAREN, ARTICLE, Optional.empty())
                .orElseThrow();
    }

    private static int found(KnowledgeBase base) {
        return base.search().search(Reader.anybody(), SearchQuery.of("printer")).total();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_one_node_publishes_another_finds(TestDatabase database) {
        SagsflowStore store = database.empty();
        KnowledgeBase one = base(StoredKnowledge.of(store));
        KnowledgeBase other = base(StoredKnowledge.of(SagsflowStore.open(database.source())));
        assertThat(found(other)).isZero();

        publish(one);

        assertThat(found(other)).isEqualTo(1);
        assertThat(found(base(StoredKnowledge.of(store))))
                .as("one that is built now")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_a_transaction_of_the_host_stores_is_there_with_its_commit_and_not_without(TestDatabase database)
            throws Exception {
        SagsflowStore store = database.empty();
        KnowledgeBase outside = base(StoredKnowledge.of(store));
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            KnowledgeBase rolledBack = base(StoredKnowledge.within(store.join(connection)));
            publish(rolledBack);
            assertThat(found(rolledBack)).isEqualTo(1);
            assertThat(found(outside)).isZero();
            connection.rollback();
            assertThat(found(outside)).isZero();

            KnowledgeBase committed = base(StoredKnowledge.within(store.join(connection)));
            publish(committed);
            connection.commit();
        }
        assertThat(found(outside)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_step_that_is_refused_leaves_the_rest_of_the_transaction(TestDatabase database) throws Exception {
        SagsflowStore store = database.empty();
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            KnowledgeStore joined = StoredKnowledge.within(store.join(connection));
            publish(base(joined));
            assertThatThrownBy(() -> joined.append(joined.history(ARTICLE.record())))
                    .isInstanceOf(StaleRecordException.class);
            connection.commit();
        }
        assertThat(found(base(StoredKnowledge.of(store)))).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_event_that_somebody_edited_is_named(TestDatabase database) {
        SagsflowStore store = database.empty();
        publish(base(StoredKnowledge.of(store)));
        database.edit("UPDATE sagsflow_knowledge_event SET event = '{}' WHERE sequence = 2");

        assertThatThrownBy(() -> found(base(StoredKnowledge.of(store))))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("event 2 of article/printer")
                .hasMessageContaining("format null");
    }
}
