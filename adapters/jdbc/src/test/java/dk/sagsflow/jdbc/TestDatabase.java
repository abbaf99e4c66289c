package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** A database for tests, made once for all of them and emptied for each. */
interface TestDatabase {
    List<String> TABLES = List.of(
            "sagsflow_case",
            "sagsflow_case_key",
            "sagsflow_reference",
            "sagsflow_step",
            "sagsflow_event",
            "sagsflow_due",
            "sagsflow_aside",
            "sagsflow_load",
            "sagsflow_series",
            "sagsflow_request",
            "sagsflow_request_case",
            "sagsflow_message",
            "sagsflow_lane_claim",
            "sagsflow_subscription",
            "sagsflow_parked",
            "sagsflow_wish",
            "sagsflow_count",
            "sagsflow_actor",
            "sagsflow_membership",
            "sagsflow_customer",
            "sagsflow_content",
            "sagsflow_knowledge_step",
            "sagsflow_knowledge_event");

    DataSource source();

    /** A store in which nothing is. */
    default SagsflowStore empty() {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.addBatch("DELETE FROM " + table);
            }
            statement.addBatch("UPDATE sagsflow_log SET last_place = 0, dropped = 0");
            statement.addBatch("UPDATE sagsflow_counted SET before_day = -9223372036854775807, last_id = 0");
            statement.addBatch("UPDATE sagsflow_knowledge_log SET last_place = 0");
            int[] unused = statement.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return SagsflowStore.open(source());
    }

    /** Does to the tables what no store does. */
    default void run(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute(sql)).isFalse();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Does to a row what no store does. */
    default void edit(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
