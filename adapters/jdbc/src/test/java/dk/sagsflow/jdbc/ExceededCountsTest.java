package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kept counts of cases whose limits are used up are what a look at each case gives, at any time that is asked about. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExceededCountsTest {
    private static final Instant BEGINNING = Instant.parse("2007-08-01T08:00:00Z");
    private static final int DEEDS = 240;
    private static final int AROUND = 40;
    private static final CaseScope OF_BIT =
            CaseScope.where(Condition.is(CaseField.GROUP, ReferenceOrganisation.BIT.value()));
    private static final CaseScope OF_A_UNIT = CaseScope.where(Condition.is(CaseField.UNIT, "jobcentre-aarhus"));

    /** The last of them without what is at the second tier. */
    private static final List<CaseScope> COUNTED = List.of(
            new CaseScope.Everything().and(OF_BIT),
            OF_BIT.or(CaseScope.where(Condition.is(CaseField.SYSTEM, ReferenceOrganisation.AMANDA.value())
                    .and(Condition.is(CaseField.PRIORITY, "P1")))),
            CaseScope.where(Condition.is(CaseField.SYSTEM, ReferenceOrganisation.AMANDA.value())
                    .negate()),
            CaseScope.where(
                    Condition.is(CaseField.TIER, "2nd").negate().and(Condition.is(CaseField.KIND, "INCIDENT"))));

    private final Random random = new Random(20_070_801);
    private final CaseRepository memory = CaseRepository.inMemory();
    private Instant now = BEGINNING;
    private final SupportDesk desk = SupportDesk.builder(
                    SupportModel.of(ReferenceOrganisation.organisation()), ReferenceOrganisation.people(), () -> now)
            .withRepository(memory)
            .build();

    static List<TestDatabase> databases() {
        return List.of(H2Database.H2, PostgresDatabase.required());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void at_any_time_kept_counts_say_what_a_look_at_each_case_says(TestDatabase database) {
        CaseRepository cases = database.empty().cases();
        for (int deed = 0; deed < DEEDS; deed++) {
            now = now.plus(Duration.ofHours(random.nextInt(30)));
            does(cases);
            if (deed % AROUND == AROUND - 1) {
                countsAreRight(cases);
                makesMany(database);
                countsAreRight(cases);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tables_that_knew_nothing_of_days_count_right_when_they_are_upgraded(TestDatabase database) {
        CaseRepository before = database.empty().cases();
        for (int deed = 0; deed < AROUND; deed++) {
            does(before);
        }
        database.run("UPDATE sagsflow_count SET member_day = NULL, customer_day = NULL");
        database.run("ALTER TABLE sagsflow_count DROP COLUMN member_day");
        database.run("ALTER TABLE sagsflow_count DROP COLUMN customer_day");
        database.run("DROP TABLE sagsflow_counted");
        database.run("ALTER TABLE sagsflow_load ADD COLUMN touched BOOLEAN DEFAULT TRUE NOT NULL");
        database.run("DROP INDEX sagsflow_case_unit");
        database.run("UPDATE sagsflow_schema SET version = 3");

        SagsflowSchema.upgrade(database.source());

        CaseRepository after = SagsflowStore.open(database.source()).cases();
        countsAreRight(after);
        for (int deed = 0; deed < AROUND; deed++) {
            does(after);
        }
        countsAreRight(after);
    }

    private void does(CaseRepository cases) {
        List<SupportCase> known = cases.query(CaseQuery.all()).cases();
        if (known.size() < 20 || random.nextInt(3) == 0) {
            CaseNumber number = desk.register(
                            ReferenceOrganisation.KAREN,
                            Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                    .orElseThrow()
                    .number();
            append(cases, memory.history(number));
            return;
        }
        SupportCase one = known.get(random.nextInt(known.size()));
        if (random.nextBoolean()) {
            cases.append(CaseStep.builder()
                    .putUnchanged(one.number(), one.version())
                    .putAgenda(one.number(), agenda())
                    .build());
            return;
        }
        var unused = desk.submit(ReferenceOrganisation.KAREN, one.number(), new CaseCommand.Accept());
        if (random.nextInt(4) == 0) {
            var unusedThen = desk.submit(
                    ReferenceOrganisation.KAREN,
                    one.number(),
                    new CaseCommand.HandOver(ReferenceOrganisation.BIT, "theirs"));
        }
        var unusedToo =
                desk.submit(ReferenceOrganisation.KAREN, one.number(), new CaseCommand.LinkKnowledge("FAQ " + now));
        ImmutableList<CaseEvent> history = memory.history(one.number());
        append(cases, history.subList((int) one.version(), history.size()));
    }

    private void append(CaseRepository cases, List<CaseEvent> events) {
        cases.append(CaseStep.of(CaseChange.of(ImmutableList.copyOf(events)).withAgenda(agenda())));
    }

    private Agenda agenda() {
        return new Agenda(Optional.empty(), outlook(), outlook());
    }

    private Agenda.Outlook outlook() {
        Optional<Instant> at = random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(now.plus(Duration.ofHours(random.nextInt(500) - 250)));
        return new Agenda.Outlook(at.map(limit -> new Agenda.Limit(limit, "RESOLUTION", "target")), at);
    }

    private void countsAreRight(CaseRepository cases) {
        for (int hours : new int[] {0, -1, 1, 24, -24, 150, -1_000, 4_000}) {
            Instant at = now.plus(Duration.ofHours(hours));
            for (ImmutableSet<CaseCounts.Field> by : List.of(
                    ImmutableSet.<CaseCounts.Field>of(),
                    ImmutableSet.of(CaseCounts.Field.STATUS),
                    ImmutableSet.of(CaseCounts.Field.GROUP, CaseCounts.Field.STATUS))) {
                countsAreRight(cases, CaseQuery.all(), by, at);
            }
            for (CaseScope scope : COUNTED) {
                CaseQuery within = CaseQuery.builder().scope(scope).build();
                countsAreRight(cases, within, ImmutableSet.of(CaseCounts.Field.GROUP), at);
            }
        }
    }

    private static void countsAreRight(
            CaseRepository cases, CaseQuery query, ImmutableSet<CaseCounts.Field> by, Instant at) {
        assertThat(cases.counts(query, by, at).rows())
                .as("%s within %s", at, query.scope())
                .containsExactlyInAnyOrderElementsOf(
                        CaseCounts.of(cases.query(query.withPageSize(1_000)).entries(), by, at)
                                .rows());
    }

    /** So that an operator whose mandate is a tier, a group or a system is answered as fast as one who sees everything. */
    @ParameterizedTest
    @MethodSource("databases")
    void a_scope_that_asks_for_no_more_than_what_is_counted_is_answered_by_what_is_kept(TestDatabase database) {
        CaseRepository cases = database.empty().cases();
        database.edit("INSERT INTO sagsflow_count (bucket, status, kind, tier_id, group_id, cases)"
                + " VALUES (1, 'QUEUED', 'INCIDENT', '2nd', 'bit', 7)");

        assertThat(COUNTED)
                .extracting(
                        scope -> cases.counts(CaseQuery.builder().scope(scope).build(), ImmutableSet.of(), BEGINNING)
                                .total())
                .as("kept, of which there is no case")
                .containsExactly(7L, 7L, 7L, 0L);
        assertThat(cases.counts(CaseQuery.builder().scope(OF_A_UNIT).build(), ImmutableSet.of(), BEGINNING)
                        .total())
                .as("which is looked for among the cases")
                .isZero();
    }

    /** So that whoever counts next makes a few rows of them. */
    private static void makesMany(TestDatabase database) {
        for (int sign : new int[] {1, -1}) {
            database.edit("INSERT INTO sagsflow_count (bucket, status, kind, member_day, cases) SELECT 1, 'CLOSED',"
                    + " 'INCIDENT', "
                    + (sign > 0 ? "10" : "20") + ", " + sign
                    + " FROM sagsflow_event a, sagsflow_event b, sagsflow_event c"
                    + " FETCH FIRST 600 ROWS ONLY");
        }
    }
}
