package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is asked of H2 itself: that it finds its last commit again in a file whose process was killed. From 2.5 on it does not always, if the
 * file was closed before and space in it is used again.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LastCommitTest {
    private static final int OPENINGS = 9;
    private static final int TABLES = 6;
    private static final int LOOKED_AT = 3;
    private static final int MOST_COMMITS = 50;
    private static final int LONGEST_TEXT = 3_000;

    @TempDir
    Path folder;

    private final Random random = new Random(OPENINGS);
    private int commits;

    @Test
    void h2_finds_its_last_commit_again_in_a_file_that_nobody_closed() throws Exception {
        for (int opening = 0; opening < OPENINGS; opening++) {
            try (Connection connection = connection("file", "");
                    Statement statement = connection.createStatement()) {
                for (int table = 0; table < TABLES; table++) {
                    statement.execute(
                            "CREATE TABLE IF NOT EXISTS t" + table + " (id INTEGER PRIMARY KEY, text VARCHAR)");
                }
                connection.setAutoCommit(false);
                int last = LOOKED_AT + random.nextInt(MOST_COMMITS);
                for (int place = 0; place < last; place++) {
                    commit(connection, statement);
                    if (place < LOOKED_AT) {
                        assertThat(lastCommitIfKilledNow()).isEqualTo(commits);
                    }
                }
            }
        }
    }

    private Connection connection(String file, String settings) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + folder.resolve(file) + ";WRITE_DELAY=0" + settings, "sa", "");
    }

    private void commit(Connection connection, Statement statement) throws SQLException {
        commits++;
        for (int table = 0; table < TABLES; table++) {
            statement.addBatch("INSERT INTO t" + table + " VALUES (" + commits + ", 'new')");
            statement.addBatch("UPDATE t" + table + " SET text = '" + "x".repeat(random.nextInt(LONGEST_TEXT))
                    + "' WHERE id = " + (1 + random.nextInt(commits)));
        }
        int[] unused = statement.executeBatch();
        connection.commit();
    }

    private int lastCommitIfKilledNow() throws SQLException, IOException {
        Path unused = Files.copy(
                folder.resolve("file.mv.db"), folder.resolve("left.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection = connection("left", ";ACCESS_MODE_DATA=r");
                Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery("SELECT MAX(id) FROM t0")) {
            assertThat(last.next()).isTrue();
            return last.getInt(1);
        }
    }
}
