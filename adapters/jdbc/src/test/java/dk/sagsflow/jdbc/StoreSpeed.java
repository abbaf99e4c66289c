package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.verification.load.SimulatedLoad;
import dk.sagsflow.verification.simulation.Simulation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a store costs, beside a bare loop of JDBC that does the same statements in the same run. Not a test: its name keeps it out
 * of the build. {@code mvn -q -pl adapters/jdbc -am test -Dtest=StoreSpeed -Dsurefire.failIfNoSpecifiedTests=false}
 */
class StoreSpeed {
    private static final int CASES = 200;
    private static final int TOGETHER = 20;
    private static final int COMMANDS = Integer.getInteger("sagsflow.commands", 3_000);
    private static final int ROWS = Integer.getInteger("sagsflow.rows", 1_000_000);
    private static final int DUE = 200_000;

    /** How many cases the simulated year has. */
    private static final int YEAR = Integer.getInteger("sagsflow.year", 20_000);

    private static final int WEEKS = 52;
    private static final int AT_ONCE = 200;
    private static final int LONG = 20;

    @TempDir
    Path folder;

    @Test
    void h2() throws Exception {
        JdbcConnectionPool source =
                JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("speed") + ";WRITE_DELAY=0", "sa", "");
        SagsflowSchema.createIfMissing(source);
        int year = imports("H2 file", source);
        System.out.printf("H2 file: %,d bytes, %,d of a case with everything%n", size("speed"), size("speed") / year);
        commands("H2 file", source);
        loads("H2 file", source);
        compact(source);
        System.out.printf("H2 file, compacted, with commands: %,d bytes%n", size("speed"));

        JdbcConnectionPool ofLog =
                JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("log") + ";WRITE_DELAY=0", "sa", "");
        SagsflowSchema.createIfMissing(ofLog);
        importsLog("H2 file", ofLog);
        compact(ofLog);
        System.out.printf("H2 file with the log, compacted: %,d bytes%n", size("log"));
    }

    private long size(String file) throws IOException {
        return Files.size(folder.resolve(file + ".mv.db"));
    }

    private static void compact(JdbcConnectionPool source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("SHUTDOWN COMPACT");
        }
        source.dispose();
    }

    @Test
    void postgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            config.setMaximumPoolSize(10);
            try (HikariDataSource source = new HikariDataSource(config)) {
                SagsflowSchema.createIfMissing(source);
                int unused = imports("PostgreSQL 18", source);
                sizes(source);
                commands("PostgreSQL 18", source);
                loads("PostgreSQL 18", source);
                lists(source);
                sweeps(source);
                importsLog("PostgreSQL 18", source);
            }
        }
    }

    private static SupportDesk desk(CaseRepository cases) {
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(cases)
                .build();
    }

    private static void commands(String database, DataSource source) throws SQLException {
        SupportDesk desk = desk(SagsflowStore.open(source).cases());
        List<CaseNumber> numbers = registered(desk);
        List<CaseNumber> own = registered(desk);
        BareLoop bare = BareLoop.recorded(source, List.of(numbers.get(0).value()), recorded -> {
            SupportDesk other = desk(SagsflowStore.open(recorded).cases());
            for (int place = 0; place < 10; place++) {
                assertThat(other.submit(
                                        ReferenceOrganisation.KAREN,
                                        numbers.get(0),
                                        new CaseCommand.LinkKnowledge("FAQ " + place))
                                .wasAccepted())
                        .isTrue();
            }
        });
        System.out.println(database + ": statements of a command:\n" + bare.statements());
        for (int round = 0; round < 3; round++) {
            double library = perSecond(
                    COMMANDS,
                    place -> assertThat(desk.submit(
                                            ReferenceOrganisation.KAREN,
                                            numbers.get(place % CASES),
                                            new CaseCommand.LinkKnowledge("FAQ " + place))
                                    .wasAccepted())
                            .isTrue());
            double loop = perSecond(
                    COMMANDS, place -> bare.step(List.of(own.get(place % CASES).value())));
            System.out.printf(
                    "%s: %.0f commands/s, bare loop %.0f/s, %.2f times as long%n",
                    database, library, loop, loop / library);
        }
        together(database, source, desk, numbers, own);
    }

    /** Several commands in one step, each on a case of its own. */
    private static void together(
            String database, DataSource source, SupportDesk desk, List<CaseNumber> numbers, List<CaseNumber> own)
            throws SQLException {
        BareLoop bare = BareLoop.recorded(source, texts(some(numbers, 0)), recorded -> {
            SupportDesk other = desk(SagsflowStore.open(recorded).cases());
            for (int place = 0; place < 10; place++) {
                together(other, some(numbers, 0), place);
            }
        });
        for (int round = 0; round < 3; round++) {
            double steps = perSecond(COMMANDS / TOGETHER, place -> together(desk, some(numbers, place), place));
            double loop = perSecond(COMMANDS / TOGETHER, place -> bare.step(texts(some(own, place))));
            System.out.printf(
                    "%s: %.0f commands/s, %d in a step, bare loop %.0f/s, %.2f times as long%n",
                    database, steps * TOGETHER, TOGETHER, loop * TOGETHER, loop / steps);
        }
    }

    private static List<CaseNumber> some(List<CaseNumber> numbers, int place) {
        int from = place * TOGETHER % (CASES - TOGETHER);
        return numbers.subList(from, from + TOGETHER);
    }

    private static List<String> texts(List<CaseNumber> numbers) {
        return numbers.stream().map(CaseNumber::value).toList();
    }

    private static void together(SupportDesk desk, List<CaseNumber> numbers, int place) {
        assertThat(desk.submitTogether(numbers.stream()
                                .map(number -> CaseRequest.of(
                                        ReferenceOrganisation.KAREN,
                                        number,
                                        new CaseCommand.LinkKnowledge("FAQ together " + place)))
                                .toList())
                        .wasAccepted())
                .isTrue();
    }

    private static List<CaseNumber> registered(SupportDesk desk) {
        List<CaseNumber> numbers = new ArrayList<>();
        for (int place = 0; place < CASES; place++) {
            numbers.add(desk.register(
                            ReferenceOrganisation.KAREN,
                            Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "Printeren er nede " + place))
                    .orElseThrow()
                    .number());
        }
        return numbers;
    }

    /** A year of the reference organisation, copied from memory as an import stores it, many cases at once. How many cases. */
    private static int imports(String database, DataSource source) {
        List<CaseStep> steps = new ArrayList<>();
        SupportModel model =
                ModelFolder.read(Path.of("../../examples/models/ams")).model();
        SimulatedLoad load = SimulatedLoad.standard(model);
        CaseRepository year = CaseRepository.inMemory();
        assertThat(Simulation.builder(model)
                        .withLoad(load.withArrivals(load.arrivals().scaledTo((double) YEAR / WEEKS)))
                        .build()
                        .run(LocalDate.of(2007, 1, 1), WEEKS, 1, year))
                .isNotNull();
        for (StoredCase stored : year.loadAll(
                        year.query(CaseQuery.builder().pageSize(100_000).build()).cases().stream()
                                .map(SupportCase::number)
                                .toList())
                .values()) {
            steps.add(CaseStep.of(CaseChange.of(stored.history()).withAgenda(stored.agenda())));
        }
        imports(database + ", simulated year", source, steps);
        return steps.size();
    }

    /** The cases of a log whose events stand in a file, as {@code --events} of a replay writes them. */
    private static void importsLog(String database, DataSource source) throws IOException {
        String file = System.getProperty("sagsflow.events");
        if (file == null) {
            System.out.println("no log is imported: -Dsagsflow.events names none");
            return;
        }
        CaseEventJson json = new CaseEventJson();
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            Map<CaseNumber, List<CaseEvent>> histories = lines.map(json::read)
                    .collect(Collectors.groupingBy(CaseEvent::caseNumber, LinkedHashMap::new, Collectors.toList()));
            imports(
                    database + ", log",
                    source,
                    histories.values().stream()
                            .map(events -> CaseStep.of(CaseChange.of(ImmutableList.copyOf(events))))
                            .toList());
        }
    }

    private static void imports(String name, DataSource source, List<CaseStep> steps) {
        CaseRepository cases = SagsflowStore.open(source).cases();
        LogPosition before = cases.log().end();
        long events = steps.stream()
                .flatMap(step -> step.changes().stream())
                .mapToLong(change -> change.events().size())
                .sum();
        long begun = System.nanoTime();
        for (List<CaseStep> some : Lists.partition(steps, AT_ONCE)) {
            assertThat(cases.appendInOrder(ImmutableList.copyOf(some))).isEqualTo(some.size());
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%s: %,d cases, %,d events, %d cases at once: %.1f s, %.0f cases/s, %.0f events/s%n",
                name, steps.size(), events, AT_ONCE, seconds, steps.size() / seconds, events / seconds);
        for (String when : List.of("when steps get their places", "afterwards")) {
            long first = System.nanoTime();
            assertThat(cases.log().after(before, 1_000_000)).hasSize(steps.size());
            System.out.printf(
                    "%s: log read, %s: %.0f events/s%n", name, when, events * 1e9 / (System.nanoTime() - first));
        }
    }

    private interface Timed {
        void at(int place) throws SQLException;
    }

    private static double perSecond(int times, Timed work) throws SQLException {
        long begun = System.nanoTime();
        for (int place = 0; place < times; place++) {
            work.at(place);
        }
        return times * 1e9 / (System.nanoTime() - begun);
    }

    /** How long it takes, asked as often before it counts. */
    private static String millis(int times, Timed work) throws SQLException {
        perSecond(times, work);
        double[] each = new double[times];
        for (int place = 0; place < times; place++) {
            long begun = System.nanoTime();
            work.at(place);
            each[place] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(each);
        return String.format(Locale.ROOT, "median %.2f ms, 90 %% %.2f ms", each[times / 2], each[times * 9 / 10]);
    }

    /** A case of 20 events or a few more. */
    private static void loads(String database, DataSource source) throws SQLException {
        CaseRepository cold =
                SagsflowStore.open(source, new StoreSettings(LeaseTime.DESK, 0)).cases();
        CaseNumber found;
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT case_number FROM sagsflow_case WHERE version >= ? ORDER BY version FETCH FIRST 1 ROWS"
                                + " ONLY")) {
            statement.setInt(1, LONG);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                found = CaseNumber.of(row.getString(1));
            }
        }
        int events = cold.history(found).size();
        System.out.printf(
                "%s: a case of %d events, nothing cached: %s%n",
                database,
                events,
                millis(500, place -> assertThat(cold.load(found)).isPresent()));
    }

    private static void sizes(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery(
                        "SELECT pg_total_relation_size('sagsflow_event') / (SELECT count(*) FROM sagsflow_event),"
                                + " (SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c WHERE c.relkind = 'r'"
                                + " AND c.relname LIKE 'sagsflow%') / (SELECT count(*) FROM sagsflow_case)")) {
            assertThat(size.next()).isTrue();
            System.out.printf(
                    "bytes on disk with indexes: %d of an event, %d of a case with everything%n",
                    size.getLong(1), size.getLong(2));
        }
    }

    /** Copies of one open case under other numbers, with other times. */
    private static void lists(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            String open = open(statement);
            String columns = String.join(
                    ", ",
                    "version",
                    "tag",
                    "rewritten",
                    "bucket",
                    "snapshot_format",
                    "changed_at",
                    "kind",
                    "priority",
                    "impact",
                    "urgency",
                    "cause",
                    "category",
                    "system_id",
                    "customer",
                    "customer_kind",
                    "tier_id",
                    "group_id",
                    "assignee",
                    "visit_began",
                    "set_aside",
                    "folded_subject",
                    "folded_description",
                    "agenda_due",
                    "customer_at");
            statement.execute(
                    "INSERT INTO sagsflow_case (case_number, registered_at, member_at, member_exceeded, status,"
                            + " unit_id, "
                            + columns
                            + ") SELECT 'S-' || n, registered_at - n * interval '1 second', now() + n * interval '1"
                            + " second', CASE WHEN n % 100 = 0 THEN now() - n * interval '1 second' ELSE now() +"
                            + " interval '9 days' END, CASE WHEN n % 50000 = 0 THEN 'ON_HOLD' ELSE status END, CASE"
                            + " WHEN n % 5 = 0 THEN 'jobcentre-odense' END, "
                            + columns
                            + " FROM sagsflow_case, generate_series(1, " + ROWS
                            + ") n WHERE case_number = '" + open + "'");
            statement.execute("INSERT INTO sagsflow_event SELECT 'S-' || n, sequence, step, step_position, recorded_at,"
                    + " replace(event, '" + open + "', 'S-' || n) FROM sagsflow_event, generate_series(1, " + ROWS
                    + ") n WHERE case_number = '" + open + "' AND n % 100 = 0");
            statement.execute("UPDATE sagsflow_case SET version = 1 WHERE case_number NOT LIKE 'C-%'");
            statement.execute("INSERT INTO sagsflow_event SELECT 'S-' || n, sequence, step, step_position, recorded_at,"
                    + " replace(event, '" + open + "', 'S-' || n) FROM sagsflow_event, generate_series(1, " + ROWS
                    + ") n WHERE case_number = '" + open + "' AND sequence = 1 AND n % 100 <> 0");
            statement.execute(
                    "INSERT INTO sagsflow_case_key SELECT 'S-' || n, 'INVOLVED', 'bit' FROM generate_series(1, " + ROWS
                            + ") n WHERE n % 3 = 0");
            countAnew(statement);
        }
        CaseRepository cold =
                SagsflowStore.open(source, new StoreSettings(LeaseTime.DESK, 0)).cases();
        CaseQuery list = CaseQuery.builder()
                .group(ReferenceOrganisation.SUPPORT_CENTRE)
                .order(CaseOrder.DUE_FIRST)
                .pageSize(20)
                .build();
        System.out.printf(
                "work list of 20 among %,d open cases, nothing cached: %s%n",
                ROWS,
                millis(200, place -> assertThat(cold.query(list).entries()).hasSize(20)));
        narrower(cold);
        indexed(source, cold);
        overview("one in a hundred is exceeded", cold);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(
                    "UPDATE sagsflow_case SET member_exceeded = member_at - interval '13 days' WHERE case_number LIKE"
                            + " 'S-%'");
            countAnew(statement);
        }
        overview("every one is exceeded", cold);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery(
                        "SELECT pg_total_relation_size('sagsflow_case') / count(*) FROM sagsflow_case")) {
            assertThat(size.next()).isTrue();
            System.out.printf("bytes on disk of a row with its indexes: %d%n", size.getLong(1));
        }
    }

    /** A case that the support centre works on; those of the simulated year are closed by now. */
    private static String open(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT min(case_number) FROM sagsflow_case"
                + " WHERE status = 'QUEUED' AND group_id = 'support-centre'")) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }

    /** Lists and counts of those who see less, and lists of what is rare. */
    private static void narrower(CaseRepository cold) throws SQLException {
        CaseQuery superuser = superuser();
        list("of a superuser in a group that has had one in three", cold, superuser);
        list("of the same as customers see it", cold, superuser.withOrder(CaseOrder.DUE_FIRST_FOR_CUSTOMER));
        list(
                "of the same, the latest change first",
                cold,
                superuser.withOrder(CaseOrder.LATEST_CHANGE).withGroups(ReferenceOrganisation.SUPPORT_CENTRE));
        list("by a status that one in 50,000 has", cold, rare());
        counts(
                "within a mandate of one group",
                cold,
                CaseScope.where(Condition.is(CaseField.GROUP, ReferenceOrganisation.SUPPORT_CENTRE.value())));
        counts(
                "within a unit that has one in five",
                cold,
                new CaseScope.AnyOf(
                        ImmutableSet.of(), ImmutableSet.of(UnitId.of("jobcentre-odense")), ImmutableSet.of()));
    }

    private static CaseQuery superuser() {
        return CaseQuery.builder()
                .scope(new CaseScope.AnyOf(
                        ImmutableSet.of(ReferenceOrganisation.ASTRID_OF_AARHUS),
                        ImmutableSet.of(UnitId.of("jobcentre-aarhus")),
                        ImmutableSet.of(ReferenceOrganisation.BIT)))
                .order(CaseOrder.DUE_FIRST)
                .pageSize(20)
                .build();
    }

    private static CaseQuery rare() {
        return CaseQuery.builder()
                .addStatuses(CaseStatus.ON_HOLD)
                .order(CaseOrder.DUE_FIRST)
                .pageSize(20)
                .build();
    }

    /** The two lists that look at each case, with the indexes that the page on persistence gives. */
    private static void indexed(DataSource source, CaseRepository cold) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String columns : List.of("status, member_at", "customer_at")) {
                boolean unused = statement.execute(
                        "CREATE INDEX ON sagsflow_case (" + columns + ", registered_at, case_number)");
            }
            boolean unused = statement.execute("ANALYZE sagsflow_case");
        }
        list(
                "of a superuser in a group, as customers see it, with an index",
                cold,
                superuser().withOrder(CaseOrder.DUE_FIRST_FOR_CUSTOMER));
        list("by a status that one in 50,000 has, with an index", cold, rare());
    }

    private static void list(String of, CaseRepository cold, CaseQuery query) throws SQLException {
        System.out.printf(
                "list of 20 among %,d open cases %s: %s%n",
                ROWS,
                of,
                millis(5, place -> assertThat(lines(cold.query(query))).isEqualTo(20)));
    }

    /** Copies were never in the group that their keys name, so the list says of them that they cannot be read. */
    private static int lines(CasePage page) {
        return page.entries().size() + page.unreadable().size();
    }

    private static void counts(String within, CaseRepository cold, CaseScope scope) throws SQLException {
        System.out.printf(
                "counts by group and status of %,d cases, %s: %s%n",
                ROWS,
                within,
                millis(
                        10,
                        place -> assertThat(cold.counts(
                                                CaseQuery.builder().scope(scope).build(),
                                                ImmutableSet.of(CaseCounts.Field.GROUP, CaseCounts.Field.STATUS),
                                                Instant.now())
                                        .total())
                                .isGreaterThanOrEqualTo(ROWS / 5)));
    }

    private static void overview(String of, CaseRepository cold) throws SQLException {
        System.out.printf(
                "counts by group and status of %,d cases, %s: %s%n",
                ROWS,
                of,
                millis(
                        50,
                        place -> assertThat(cold.counts(
                                                CaseQuery.all(),
                                                ImmutableSet.of(CaseCounts.Field.GROUP, CaseCounts.Field.STATUS),
                                                Instant.now())
                                        .total())
                                .isGreaterThanOrEqualTo(ROWS)));
    }

    /** What the steps of so many cases would have counted. */
    private static void countAnew(Statement statement) throws SQLException {
        String alike = "bucket, status, kind, priority, tier_id, group_id, system_id";
        String days = "CAST(FLOOR(EXTRACT(EPOCH FROM member_exceeded) / 86400) AS BIGINT),"
                + " CAST(FLOOR(EXTRACT(EPOCH FROM customer_exceeded) / 86400) AS BIGINT)";
        statement.execute("DELETE FROM sagsflow_count");
        statement.execute("INSERT INTO sagsflow_count (" + alike + ", member_day, customer_day, cases) SELECT " + alike
                + ", " + days + ", COUNT(*) FROM sagsflow_case GROUP BY " + alike + ", " + days);
        statement.execute("VACUUM ANALYZE");
    }

    /** So many cases are due; nodes share them and release them. */
    private static void sweeps(DataSource source) throws Exception {
        for (int nodes : new int[] {1, 2, 4}) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM sagsflow_due");
                statement.execute(
                        "INSERT INTO sagsflow_due (case_number, due_at, failures) SELECT 'S-' || n, now() - n *"
                                + " interval '1 second', 0 FROM generate_series(1, " + DUE + ") n");
                statement.execute("ANALYZE sagsflow_due");
            }
            ExecutorService threads = Executors.newFixedThreadPool(nodes);
            List<Future<Integer>> had = new ArrayList<>();
            long begun = System.nanoTime();
            for (int node = 0; node < nodes; node++) {
                CaseRepository cases = SagsflowStore.open(source).cases();
                had.add(threads.submit(() -> claimAll(source, cases)));
            }
            int all = 0;
            for (Future<Integer> each : had) {
                all += each.get();
            }
            System.out.printf(
                    "%d nodes claim %d due cases: %.0f/s%n", nodes, all, all * 1e9 / (System.nanoTime() - begun));
            assertThat(all).isEqualTo(DUE);
            threads.shutdown();
        }
    }

    /** What is claimed is settled at once, so many in a statement, since it is the claiming that is measured. */
    private static int claimAll(DataSource source, CaseRepository cases) throws SQLException {
        int had = 0;
        List<DueClaim> claimed = cases.claimDue(Instant.now(), Duration.ofHours(1), 200);
        while (!claimed.isEmpty()) {
            try (Connection connection = source.getConnection();
                    PreparedStatement statement =
                            connection.prepareStatement("DELETE FROM sagsflow_due WHERE case_number = ANY(?)")) {
                statement.setObject(
                        1, claimed.stream().map(claim -> claim.number().value()).toArray(String[]::new));
                had += statement.executeUpdate();
            }
            claimed = cases.claimDue(Instant.now(), Duration.ofHours(1), 200);
        }
        return had;
    }
}
