package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.jdbc.failure.StoreException;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The connection breaks while a transaction is committed: before the database has heard of it, or after. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokenCommitTest {
    private static final RequestKey KEY = RequestKey.of("mail:1");

    /** When the connection breaks. */
    enum Breaking {
        BEFORE,
        AFTER
    }

    static Stream<Object[]> databases() {
        return Stream.of(H2Database.H2, PostgresDatabase.required())
                .flatMap(database -> Stream.of(Breaking.values()).map(when -> new Object[] {database, when}));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_command_that_is_repeated_by_its_key_happens_once(TestDatabase database, Breaking when) {
        CaseRepository sound = database.empty().cases();
        Commits commits = new Commits(database.source());
        SupportDesk desk = SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(SagsflowStore.open(commits.source()).cases())
                .build();
        CaseView other = register(desk, RequestKey.of("mail:0"));
        // The first of the next commits draws the number of the case.
        commits.breakNext(2, when);

        assertThatThrownBy(() -> register(desk, KEY)).isInstanceOfSatisfying(StoreException.class, broken -> {
            assertThat(broken.outcomeUnknown()).isTrue();
            assertThat(broken.mayPass()).isTrue();
        });
        assertThat(sound.request(KEY).isPresent()).isEqualTo(when == Breaking.AFTER);
        CaseView repeated = register(desk, KEY);

        assertThat(repeated.number()).isNotEqualTo(other.number());
        assertThat(sound.query(CaseQuery.all()).cases()).hasSize(2);
        assertThat(sound.log().countAfter(sound.log().beginning())).isEqualTo(2);
    }

    private static CaseView register(SupportDesk desk, RequestKey key) {
        return desk.register(
                        ReferenceOrganisation.KAREN,
                        Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"),
                        key)
                .orElseThrow();
    }

    /** A data source whose connections break at a commit. */
    private static final class Commits {
        private final DataSource sound;
        private int left = -1;
        private Breaking when = Breaking.BEFORE;

        Commits(DataSource sound) {
            this.sound = sound;
        }

        void breakNext(int commit, Breaking breaking) {
            left = commit;
            when = breaking;
        }

        DataSource source() {
            return proxy(DataSource.class, sound, "getConnection", this::connection);
        }

        private Object connection() throws SQLException {
            Connection connection = sound.getConnection();
            return proxy(Connection.class, connection, "commit", () -> commit(connection));
        }

        private Object commit(Connection connection) throws SQLException {
            left--;
            if (left == 0 && when == Breaking.BEFORE) {
                connection.rollback();
            } else {
                connection.commit();
            }
            if (left == 0) {
                throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
            }
            return true;
        }

        private interface Call {
            Object made() throws SQLException;
        }

        private static <T> T proxy(Class<T> type, Object target, String method, Call instead) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, called, values) -> {
                        if (called.getName().equals(method)) {
                            Object made = instead.made();
                            return called.getReturnType() == void.class ? null : made;
                        }
                        try {
                            return called.invoke(target, values);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    }));
        }
    }
}
