package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.search.SearchQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The ninety searches of the reference organisation by the full text of PostgreSQL, beside those of the knowledge base. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FullTextQualityTest {
    private static final Path FOLDER = Path.of("..", "..", "examples", "knowledge", "ams");
    private static final ActorId EDITOR = ActorId.of("editor");
    private static final int HITS = 10;
    private static final int KEPT_APART = 5;

    /** A search that is asked for words. */
    private interface Finding {
        List<String> found(String words) throws SQLException;
    }

    /** How many of the first three are right, of those that can be, and the mean reciprocal rank. */
    private record Quality(double precision, double reciprocal) {}

    private static ImmutableList<List<String>> lines(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Splitter.on('|').trimResults().splitToList(line))
                .collect(ImmutableList.toImmutableList());
    }

    private static Quality quality(List<List<String>> queries, Finding finding) throws SQLException {
        double precision = 0;
        double reciprocal = 0;
        for (List<String> query : queries) {
            ImmutableSet<String> right =
                    ImmutableSet.copyOf(Splitter.on(',').trimResults().split(query.get(1)));
            List<String> found = finding.found(query.get(0));
            precision +=
                    (double) found.stream().limit(3).filter(right::contains).count() / Math.min(3, right.size());
            int first = 0;
            while (first < found.size() && !right.contains(found.get(first))) {
                first++;
            }
            reciprocal += first < found.size() ? 1.0 / (first + 1) : 0;
        }
        return new Quality(precision / queries.size(), reciprocal / queries.size());
    }

    private static KnowledgeBase knowledge() throws IOException {
        SupportOrganisation organisation = SupportOrganisation.builder()
                .name("Jobcentres")
                .addTiers(Tier.of("first", "1st level"))
                .contactTier(TierId.of("first"))
                .addGroups(SupportGroup.of("centre", "Centre", "first"))
                .build();
        Directory people =
                Directory.of(ImmutableList.of(Actor.supporter("editor", "Editor", "centre")), ImmutableList.of());
        KnowledgeBase base = KnowledgeBase.builder(
                        organisation, people, InstantSource.fixed(Instant.parse("2007-09-03T08:00:00Z")))
                .withEditor(RightHolder.person(EDITOR.value()))
                .build();
        for (List<String> line : lines("articles.txt")) {
            ArticleContent content = ArticleContent.builder()
                    .kind(ArticleKind.FAQ)
                    .title(line.get(3))
                    .body(line.get(4))
                    .readership(Readership.everyone())
                    .build();
            ArticleId id = ArticleId.of(line.get(0));
            base.articles().draft(EDITOR, id, content).orElseThrow();
            base.articles().submit(EDITOR, id).orElseThrow();
            base.articles().publish(EDITOR, id, Optional.empty()).orElseThrow();
        }
        return base;
    }

    private static List<String> ours(KnowledgeBase base, String words) {
        return base.search().search(Reader.anybody(), SearchQuery.of(words)).hits().stream()
                .map(hit -> hit.article().value())
                .toList();
    }

    /** As most programs would do it: the title counts more, any of the words will do, in the configuration for Danish. */
    private static void fill(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("CREATE TEMP TABLE article (id TEXT PRIMARY KEY, words TSVECTOR)");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO article VALUES (?,"
                + " setweight(to_tsvector('danish', ?), 'A') || to_tsvector('danish', ?))")) {
            for (List<String> line : lines("articles.txt")) {
                insert.setString(1, line.get(0));
                insert.setString(2, line.get(3));
                insert.setString(3, line.get(4));
                assertThat(insert.executeUpdate()).isEqualTo(1);
            }
        }
    }

    private static List<String> theirs(Connection connection, String words, String joined) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM article, CAST(replace(CAST(plainto_tsquery('danish', ?)"
                        + " AS TEXT), '&', ?) AS TSQUERY) asked WHERE words @@ asked"
                        + " ORDER BY ts_rank(words, asked) DESC, id LIMIT ?")) {
            select.setString(1, words);
            select.setString(2, joined);
            select.setInt(3, HITS);
            List<String> ids = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getString(1));
                }
            }
            return ids;
        }
    }

    @Test
    void the_knowledge_base_finds_more_of_what_people_look_for_than_the_full_text_of_postgresql() throws Exception {
        try (KnowledgeBase base = knowledge();
                Connection connection = PostgresDatabase.required().source().getConnection()) {
            fill(connection);
            for (boolean apart : new boolean[] {false, true}) {
                List<List<String>> queries = new ArrayList<>();
                ImmutableList<List<String>> all = lines("queries.txt");
                for (int number = 0; number < all.size(); number++) {
                    if ((number % KEPT_APART == KEPT_APART - 1) == apart) {
                        queries.add(all.get(number));
                    }
                }
                Quality our = quality(queries, words -> ours(base, words));
                Quality any = quality(queries, words -> theirs(connection, words, "|"));
                Quality every = quality(queries, words -> theirs(connection, words, "&"));
                System.out.printf(
                        Locale.ROOT,
                        "%s, %d queries, precision at 3 and MRR: %s; PostgreSQL, any word %s; all words %s%n",
                        apart ? "kept apart" : "tuned on",
                        queries.size(),
                        our,
                        any,
                        every);
                assertThat(any.precision()).isGreaterThan(0.2);
                assertThat(our.precision()).isGreaterThan(Math.max(any.precision(), every.precision()) + 0.1);
                assertThat(our.reciprocal()).isGreaterThan(Math.max(any.reciprocal(), every.reciprocal()) + 0.1);
            }
        }
    }
}
