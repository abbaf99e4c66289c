package dk.sagsflow.benchmarks.knowledge;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Full text of PostgreSQL: its configuration for Danish, an index over title and text, all of the words, ten hits by rank. */
final class PostgresText implements AutoCloseable {
    private static final int AT_ONCE = 1_000;

    private final Connection connection;

    PostgresText(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        run("DROP TABLE IF EXISTS sagsflow_benchmark_article");
        run("CREATE TABLE sagsflow_benchmark_article (id SERIAL PRIMARY KEY, title TEXT, body TEXT, words TSVECTOR"
                + " GENERATED ALWAYS AS (setweight(to_tsvector('danish', title), 'A')"
                + " || to_tsvector('danish', body)) STORED)");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    void index(List<ManyArticles.Article> articles) {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO sagsflow_benchmark_article (title, body) VALUES (?, ?)")) {
            int waiting = 0;
            for (ManyArticles.Article article : articles) {
                insert.setString(1, article.title());
                insert.setString(2, article.text());
                insert.addBatch();
                waiting++;
                if (waiting % AT_ONCE == 0 || waiting == articles.size()) {
                    int[] unused = insert.executeBatch();
                }
            }
            run("CREATE INDEX ON sagsflow_benchmark_article USING GIN (words)");
            run("ANALYZE sagsflow_benchmark_article");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    int search(String words) {
        try (PreparedStatement select = connection.prepareStatement("SELECT title FROM sagsflow_benchmark_article,"
                + " plainto_tsquery('danish', ?) asked WHERE words @@ asked"
                + " ORDER BY ts_rank(words, asked) DESC, id LIMIT 10")) {
            select.setString(1, words);
            try (ResultSet found = select.executeQuery()) {
                int hits = 0;
                while (found.next()) {
                    hits++;
                }
                return hits;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws SQLException {
        run("DROP TABLE sagsflow_benchmark_article");
        connection.close();
    }
}
