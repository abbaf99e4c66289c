package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts that keep their transactions open for long, roll back or lose their connection, beside those who read the log. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SlowCommitsTest {
    private static final int WRITERS = 4;
    private static final int STEPS = 40;

    static List<TestDatabase> databases() {
        return List.of(H2Database.H2, PostgresDatabase.required());
    }

    private static SupportDesk desk(SagsflowStore store) {
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(store.cases())
                .build();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void never_make_a_reader_skip_a_step_or_read_one_twice(TestDatabase database) throws Exception {
        SagsflowStore store = database.empty();
        AtomicInteger writing = new AtomicInteger(WRITERS);
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<List<LoggedStep>>> readers = IntStream.range(0, 2)
                .mapToObj(reader -> threads.submit(reading(SagsflowStore.open(database.source()), writing)))
                .toList();
        List<Future<Integer>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> threads.submit(writing(database, store, new Random(writer))))
                .toList();

        int committed = 0;
        for (Future<Integer> writer : writers) {
            committed += writer.get();
            writing.decrementAndGet();
        }

        EventLog log = store.cases().log();
        ImmutableList<LoggedStep> all = log.after(log.beginning(), 10_000);
        assertThat(all).hasSize(committed).hasSizeGreaterThan(WRITERS * STEPS / 2);
        for (Future<List<LoggedStep>> reader : readers) {
            assertThat(reader.get()).isEqualTo(all);
        }
        threads.shutdown();
    }

    private static Callable<List<LoggedStep>> reading(SagsflowStore store, AtomicInteger writing) {
        return () -> {
            EventLog log = store.cases().log();
            List<LoggedStep> read = new ArrayList<>();
            LogPosition position = log.beginning();
            boolean last = false;
            while (true) {
                ImmutableList<LoggedStep> steps = log.after(position, 7);
                read.addAll(steps);
                if (!steps.isEmpty()) {
                    position = steps.get(steps.size() - 1).position();
                } else if (last) {
                    return read;
                } else {
                    last = writing.get() == 0;
                }
            }
        };
    }

    /** How many steps it committed. */
    private static Callable<Integer> writing(TestDatabase database, SagsflowStore store, Random random) {
        SupportDesk desk = desk(store);
        return () -> {
            int committed = 0;
            for (int step = 0; step < STEPS; step++) {
                try (Connection connection = database.source().getConnection()) {
                    connection.setAutoCommit(false);
                    SagsflowStore.JoinedTransaction transaction = store.join(connection);
                    int steps = write(desk.within(transaction), random);
                    Thread.sleep(random.nextInt(8));
                    if (random.nextInt(5) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                        transaction.committed();
                        committed += steps;
                    }
                    connection.setAutoCommit(true);
                }
            }
            return committed;
        };
    }

    private static int write(SupportDesk desk, Random random) {
        CaseNumber number = desk.register(
                        ReferenceOrganisation.KAREN,
                        Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                .orElseThrow()
                .number();
        if (random.nextBoolean()) {
            return 1;
        }
        return desk.submit(CaseRequest.of(ReferenceOrganisation.KAREN, number, new CaseCommand.LinkKnowledge("FAQ")))
                        .wasAccepted()
                ? 2
                : 1;
    }
}
