package dk.sagsflow.testkit.desk;

import static com.google.common.base.Preconditions.checkState;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseDescription;
import dk.sagsflow.core.command.CaseDescription.Holder;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.InMemoryStore;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseFacts;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.statistics.StatisticsFollower;
import dk.sagsflow.core.statistics.StatisticsJson;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R33")
class CaseStatisticsTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate AUGUST = LocalDate.of(2007, 8, 1);

    private final CaseRepository store = CaseRepository.inMemory();
    private final Desks world = new Desks(store);

    @Test
    void a_case_that_went_to_2nd_level_and_back_counts_where_it_was() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.handsOver(KAREN, number, BIT);
        world.answers(BO, number);
        world.answers(KAREN, number);

        CaseStatistics figures = follow(Breakdown.of(PeriodLength.MONTH, COPENHAGEN, Dimension.GROUP));

        assertThat(figures.in(AUGUST, Figure.REGISTERED).count()).isEqualTo(1);
        assertThat(figures.in(AUGUST, Figure.VISITED).count()).isEqualTo(3);
        assertThat(figures.in(AUGUST, Figure.RETURNED).count()).isEqualTo(1);
        assertThat(figures.in(AUGUST, Figure.ANSWERED_AT_FIRST_CONTACT).count()).isZero();
        assertThat(figures.in(AUGUST, Figure.ANSWERED).lengths().quantile(0.5)).isEqualTo(Duration.ofMinutes(30));
        assertThat(figures.in(AUGUST, Figure.VISITED).lengths().total()).isEqualTo(Duration.ofMinutes(30));
        assertThat(figures.cells().entrySet())
                .filteredOn(cell -> cell.getKey().figure() == Figure.HANDED_OVER)
                .singleElement()
                .satisfies(
                        cell -> assertThat(cell.getKey().value(Dimension.GROUP)).contains("support-centre"));
    }

    @Test
    void a_case_that_is_placed_anew_counts_anew_in_the_period_that_is_past() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.places(number, Cause.TECHNICAL);
        world.answers(KAREN, number);
        Breakdown byPriority = Breakdown.of(PeriodLength.DAY, COPENHAGEN, Dimension.PRIORITY);
        CaseStatistics before = follow(byPriority);
        world.clock.advance(Duration.ofDays(40));
        world.desk.submit(KAREN, number, new CaseCommand.Reopen("it is back")).orElseThrow();
        world.does(KAREN, number, new CaseCommand.Prioritise(Impact.HIGH, Urgency.HIGH));

        assertThat(before.in(AUGUST, Figure.ANSWERED).count()).isEqualTo(1);
        assertThat(follow(byPriority).cells().keySet())
                .allSatisfy(cell -> assertThat(cell.value(Dimension.PRIORITY)).isPresent());
        assertThat(follow(byPriority).of(Figure.REGISTERED).count()).isEqualTo(1);
    }

    @Test
    void what_stands_at_the_end_of_a_day_is_what_came_without_what_went() {
        CaseNumber waits = world.registerFor(CITIZEN_CARL);
        world.does(KAREN, waits, new CaseCommand.Accept());
        world.does(KAREN, waits, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser"));
        CaseNumber answered = world.registerFor(CITIZEN_CARL);
        world.places(answered, Cause.USER_ERROR);
        world.answers(KAREN, answered);
        world.registerFor(CITIZEN_CARL);

        CaseStatistics figures = follow(Breakdown.of(PeriodLength.DAY, COPENHAGEN, Dimension.STATUS));

        assertThat(figures.standingAtEndOf(AUGUST))
                .isEqualTo(ImmutableMap.of(
                        ImmutableMap.of(Dimension.STATUS, "ON_HOLD"), 1L,
                        ImmutableMap.of(Dimension.STATUS, "ANSWERED"), 1L,
                        ImmutableMap.of(Dimension.STATUS, "QUEUED"), 1L));
        assertThat(figures.standingAtEndOf(AUGUST.minusDays(1))).isEmpty();
    }

    @Test
    void a_wait_ends_at_its_date_however_late_that_is_noticed() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.does(KAREN, number, new CaseCommand.Accept());
        Instant until = world.clock.instant().plus(Duration.ofHours(2));
        world.does(KAREN, number, new CaseCommand.Pause(WaitingFor.DATE, Optional.of(until), ""));
        world.clock.advance(Duration.ofDays(3));
        world.places(number, Cause.TECHNICAL);

        assertThat(CaseFacts.of(CaseTimeline.of(store.history(number))))
                .filteredOn(fact -> fact.figure() == Figure.WAITED)
                .singleElement()
                .extracting(Fact::at)
                .isEqualTo(until);
    }

    @Test
    void what_is_reported_late_counts_in_the_period_in_which_it_occurred() {
        Breakdown monthly = Breakdown.of(PeriodLength.MONTH, COPENHAGEN);
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.places(number, Cause.TECHNICAL);
        Instant solved = world.clock.instant().plus(Duration.ofHours(3));
        world.clock.advance(Duration.ofDays(40));
        assertThat(follow(monthly).in(AUGUST, Figure.ANSWERED).count()).isZero();

        CaseCommand answer = new CaseCommand.Answer("it was solved on the telephone");
        world.desk
                .submit(CaseRequest.of(KAREN, number, answer).withCircumstances(Circumstances.late(solved)))
                .orElseThrow();

        assertThat(follow(monthly).in(AUGUST, Figure.ANSWERED).count()).isEqualTo(1);
        assertThat(follow(monthly).in(AUGUST.plusMonths(1), Figure.ANSWERED).count())
                .isZero();
    }

    @Test
    void what_is_reopened_repeated_or_brought_along_came_in_once() {
        CaseNumber original = world.registerFor(CITIZEN_CARL);
        CaseNumber repeated = world.registerFor(CITIZEN_CARL);
        world.does(KAREN, repeated, new CaseCommand.LinkCase(CaseRelation.DUPLICATE_OF, original));
        world.does(KAREN, repeated, new CaseCommand.Close(ClosingReason.DUPLICATE, ""));
        world.places(original, Cause.TECHNICAL);
        world.answers(KAREN, original);
        world.does(KAREN, original, new CaseCommand.Reopen("it is back"));
        world.answers(KAREN, original);
        CaseImport old = new CaseImport(
                "Cerberus",
                CaseDescription.builder()
                        .number(CaseNumber.of("CER-1"))
                        .customer(CITIZEN_CARL)
                        .subject("cannot log in")
                        .registeredAt(Instant.parse("2007-07-02T08:00:00Z"))
                        .addHolder(Holder.of(SUPPORT_CENTRE, Instant.parse("2007-07-02T08:00:00Z")))
                        .build());
        world.desk.operations().importCase(old).orElseThrow();
        Breakdown byReason = Breakdown.of(PeriodLength.MONTH, COPENHAGEN, Dimension.CLOSING_REASON);

        CaseStatistics figures = follow(byReason);

        assertThat(figures.in(AUGUST, Figure.REGISTERED).count()).isEqualTo(2);
        assertThat(figures.in(AUGUST.minusMonths(1), Figure.REGISTERED).count()).isEqualTo(1);
        assertThat(figures.of(Figure.REOPENED).count()).isEqualTo(1);
        assertThat(figures.cells().entrySet())
                .filteredOn(cell -> cell.getKey().figure() == Figure.CLOSED)
                .singleElement()
                .satisfies(closed -> assertThat(closed.getKey().value(Dimension.CLOSING_REASON))
                        .contains("DUPLICATE"));
        assertThat(figures.standingAtEndOf(AUGUST).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .as("each case stands once")
                .isEqualTo(3);
    }

    /** As whoever stores figures beside the log does it: in one transaction with how far the subscription has come. */
    @Test
    void figures_that_are_stored_with_the_progress_count_each_step_once_whatever_fails() {
        Breakdown daily = Breakdown.of(PeriodLength.DAY, COPENHAGEN, Dimension.GROUP);
        InMemoryStore shared = CaseRepository.inMemory();
        AtomicReference<String> stored = new AtomicReference<>(StatisticsJson.write(CaseStatistics.none(daily)));
        AtomicInteger rounds = new AtomicInteger();
        Desks counting = new Desks(
                shared,
                desk -> desk.withSubscription(
                                SubscriptionName.of("figures"), SubscriptionStart.beginning(), (steps, progress) -> {
                                    StatisticsFollower follower = new StatisticsFollower(
                                            StatisticsJson.read("figures", requireNonNull(stored.get())),
                                            shared::history);
                                    steps.forEach(follower::follow);
                                    String counted = StatisticsJson.write(follower.statistics());
                                    try (InMemoryStore.Transaction transaction = shared.begin()) {
                                        transaction.afterCommit(() -> stored.set(counted));
                                        progress.storeIn(transaction);
                                        checkState(rounds.incrementAndGet() % 2 == 0, "no room in the table");
                                        transaction.commit();
                                    }
                                })
                        .withFollowing(Patience.builder().attempts(1_000).build()));
        for (int day = 0; day < 5; day++) {
            CaseNumber number = counting.registerFor(CITIZEN_CARL);
            counting.handsOver(KAREN, number, BIT);
            counting.desk.operations().follow(1_000);
            counting.answers(BO, number);
            counting.clock.advance(Duration.ofDays(1));
            counting.desk.operations().follow(1_000);
        }
        for (int round = 0; round < 60; round++) {
            counting.clock.advance(Duration.ofDays(1));
            counting.desk.operations().follow(1_000);
        }

        assertThat(rounds.get()).isGreaterThan(2);
        assertThat(StatisticsJson.read("figures", requireNonNull(stored.get()))).isEqualTo(follow(shared, daily));
    }

    private CaseStatistics follow(Breakdown breakdown) {
        return follow(store, breakdown);
    }

    private static CaseStatistics follow(CaseRepository store, Breakdown breakdown) {
        StatisticsFollower follower = new StatisticsFollower(CaseStatistics.none(breakdown), store::history);
        for (LoggedStep step : store.log().after(store.log().beginning(), 1_000)) {
            follower.follow(step);
        }
        return follower.statistics();
    }
}
