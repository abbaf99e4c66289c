package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.repository.CaseCursor;
import dk.sagsflow.core.repository.CasePage;
import dk.sagsflow.core.repository.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseScope;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The part of {@link CaseRepositoryContract} that asks. */
abstract class QueryingContract {
    static final Instant MORNING = Instant.parse("2007-08-01T06:00:00Z");
    static final CaseNumber FIRST = CaseNumber.of("C-1");
    static final CaseNumber SECOND = CaseNumber.of("C-2");
    static final CaseNumber THIRD = CaseNumber.of("C-3");

    CaseRepository repository = CaseRepository.inMemory();
    RepositoryBench bench = new RepositoryBench(repository);

    protected abstract CaseRepository emptyRepository();

    @BeforeEach
    void start_empty() {
        repository = emptyRepository();
        bench = new RepositoryBench(repository);
    }

    @Nested
    class Querying {
        @BeforeEach
        void three_cases() {
            bench.register(FIRST, MORNING);
            bench.register(
                    SECOND, MORNING.plus(Duration.ofHours(1)), ReferenceOrganisation.OLE_OF_ODENSE, "Amanda is slow");
            bench.register(THIRD, MORNING.plus(Duration.ofHours(2)), ReferenceOrganisation.CITIZEN_CARL, "ØRE in ears");
            bench.submit(SECOND, new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown"));
            bench.submit(THIRD, new CaseCommand.Accept());
        }

        @Test
        void finds_by_tier_group_and_assignee() {
            assertThat(bench.numbers(CaseQuery.builder().tier(TierId.of("2nd"))))
                    .containsExactly(SECOND);
            assertThat(bench.numbers(CaseQuery.builder().group(ReferenceOrganisation.SUPPORT_CENTRE)))
                    .containsExactly(FIRST, THIRD);
            assertThat(bench.numbers(CaseQuery.builder().assignee(ReferenceOrganisation.KAREN)))
                    .containsExactly(THIRD);
        }

        @Test
        @Tag("R14")
        void finds_what_a_group_handed_over_and_still_answers_for() {
            assertThat(bench.numbers(CaseQuery.builder().followedUpBy(ReferenceOrganisation.SUPPORT_CENTRE)))
                    .containsExactly(SECOND);
            assertThat(bench.numbers(CaseQuery.builder().followedUpBy(ReferenceOrganisation.BIT)))
                    .isEmpty();
        }

        @Test
        @Tag("R14")
        void finds_what_a_rule_told_a_group_to_follow_up_on_until_the_group_has_it_back() {
            CaseQuery ofCentre = CaseQuery.builder()
                    .toBeFollowedUpBy(ReferenceOrganisation.SUPPORT_CENTRE)
                    .build();
            assertThat(bench.numbers(ofCentre)).isEmpty();

            bench.record(SECOND, followUp());
            assertThat(bench.numbers(ofCentre)).containsExactly(SECOND);
            assertThat(bench.numbers(CaseQuery.builder().toBeFollowedUpBy(ReferenceOrganisation.BIT)))
                    .isEmpty();

            bench.submit(SECOND, new CaseCommand.GiveBack(GiveBackReason.INFORMATION_MISSING, "since when?"));
            assertThat(bench.numbers(ofCentre)).isEmpty();
        }

        private SweepRecord followUp() {
            return new SweepRecord.RuleDue(new FollowUp(
                    "follow up/handed-over-1/1",
                    "follow up",
                    FollowUpOccasion.HANDED_OVER,
                    1,
                    false,
                    MORNING.plus(Duration.ofHours(4)),
                    false,
                    false,
                    List.of(),
                    Optional.of(ReferenceOrganisation.SUPPORT_CENTRE)));
        }

        @Test
        void finds_by_status_customer_unit_system_age_and_text() {
            assertThat(bench.numbers(CaseQuery.builder().addStatus(CaseStatus.IN_PROGRESS)))
                    .containsExactly(THIRD);
            assertThat(bench.numbers(CaseQuery.builder().customer(ReferenceOrganisation.CITIZEN_CARL)))
                    .containsExactly(FIRST, THIRD);
            assertThat(bench.numbers(CaseQuery.builder().unit(UnitId.of("jobcentre-odense"))))
                    .containsExactly(SECOND);
            assertThat(bench.numbers(CaseQuery.builder().system(ReferenceOrganisation.AMANDA)))
                    .containsExactly(FIRST, SECOND, THIRD);
            assertThat(bench.numbers(CaseQuery.builder().system(ReferenceOrganisation.JOBNET)))
                    .isEmpty();
            assertThat(bench.numbers(CaseQuery.builder().registeredBefore(MORNING.plus(Duration.ofHours(1)))))
                    .containsExactly(FIRST);
            assertThat(bench.numbers(CaseQuery.builder().text("øre"))).containsExactly(THIRD);
            assertThat(bench.numbers(CaseQuery.builder().text("100%"))).isEmpty();
        }

        @Test
        void keeps_every_answer_within_the_scope() {
            CaseScope odense = new CaseScope.AnyOf(
                    ImmutableSet.of(), ImmutableSet.of(UnitId.of("jobcentre-odense")), ImmutableSet.of());
            CaseScope bitOrCarl = new CaseScope.AnyOf(
                    ImmutableSet.of(ReferenceOrganisation.CITIZEN_CARL),
                    ImmutableSet.of(),
                    ImmutableSet.of(ReferenceOrganisation.BIT));

            assertThat(bench.numbers(CaseQuery.builder().scope(odense))).containsExactly(SECOND);
            assertThat(bench.numbers(CaseQuery.builder()
                            .scope(CaseScope.where(Condition.is(CaseField.UNIT, "jobcentre-odense")))))
                    .containsExactly(SECOND);
            assertThat(bench.numbers(CaseQuery.builder()
                            .scope(bitOrCarl.and(CaseScope.where(Condition.is(CaseField.UNIT, "jobcentre-odense")
                                    .negate())))))
                    .containsExactly(FIRST, THIRD);
            assertThat(bench.numbers(CaseQuery.builder().scope(bitOrCarl))).containsExactly(FIRST, SECOND, THIRD);
            assertThat(bench.numbers(CaseQuery.builder()
                            .scope(new CaseScope.AnyOf(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of()))))
                    .isEmpty();
        }

        @Test
        void answers_every_condition_as_the_query_itself_does() {
            List<CaseQuery> queries = List.of(
                    CaseQuery.all(),
                    CaseQuery.builder()
                            .tier(TierId.of("1st"))
                            .addStatus(CaseStatus.QUEUED)
                            .build(),
                    CaseQuery.builder()
                            .text("AMANDA")
                            .unit(UnitId.of("jobcentre-odense"))
                            .build(),
                    CaseQuery.builder()
                            .followedUpBy(ReferenceOrganisation.SUPPORT_CENTRE)
                            .build());

            assertThat(queries)
                    .allSatisfy(query -> assertThat(repository.query(query).cases())
                            .containsExactlyElementsOf(Stream.of(FIRST, SECOND, THIRD)
                                    .map(bench::found)
                                    .filter(query::matches)
                                    .toList()));
        }

        @Test
        void pages_neither_leave_out_nor_repeat_a_case_that_others_change_meanwhile() {
            CaseQuery oneEach = CaseQuery.builder().pageSize(1).build();
            List<CaseNumber> seen = new ArrayList<>();
            Optional<CaseCursor> next = Optional.empty();
            int page = 0;
            do {
                CasePage current = repository.query(oneEach.withAfter(next));
                current.cases().forEach(found -> seen.add(found.number()));
                assertThat(seen).doesNotHaveDuplicates();
                bench.submit(SECOND, new CaseCommand.LinkKnowledge("article " + page));
                if (page == 0) {
                    bench.register(CaseNumber.of("C-0"), MORNING.minusSeconds(1));
                }
                next = current.next();
                page++;
            } while (next.isPresent());

            assertThat(seen).containsExactly(FIRST, SECOND, THIRD);
        }

        @Test
        void answers_any_two_conditions_together_as_the_query_itself_does() {
            bench.register(CaseNumber.of("C-4"), MORNING, ReferenceOrganisation.COMPANY, "100% of_all \\ 'x' [a]");
            for (UnaryOperator<CaseQuery> one : conditions()) {
                for (UnaryOperator<CaseQuery> other : conditions()) {
                    CaseQuery query = other.apply(one.apply(CaseQuery.all())).withPageSize(2);

                    assertThat(onAllPages(query))
                            .as(query.toString())
                            .containsExactlyElementsOf(repository.query(CaseQuery.all()).cases().stream()
                                    .filter(query::matches)
                                    .toList());
                }
            }
        }

        private List<UnaryOperator<CaseQuery>> conditions() {
            return List.of(
                    query -> query.withTiers(TierId.of("1st")),
                    query -> query.withGroups(ReferenceOrganisation.BIT),
                    query -> query.withFollowedUpBy(ReferenceOrganisation.SUPPORT_CENTRE),
                    query -> query.withAssignees(ReferenceOrganisation.KAREN),
                    query -> query.withStatuses(CaseStatus.QUEUED, CaseStatus.ON_HOLD),
                    query -> query.withStatuses(CaseStatus.CLOSED),
                    query -> query.withCustomers(ReferenceOrganisation.CITIZEN_CARL),
                    query -> query.withUnits(UnitId.of("jobcentre-odense")),
                    query -> query.withSystems(ReferenceOrganisation.AMANDA),
                    query -> query.withRegisteredBefore(MORNING.plusSeconds(1)),
                    query -> query.withText("IN EARS"),
                    query -> query.withText("0%"),
                    query -> query.withText("_"),
                    query -> query.withText("\\ 'X' [A]"),
                    query -> query.withText(""),
                    query -> query.withScope(CaseScope.where(
                                    Condition.is(CaseField.GROUP, ReferenceOrganisation.SUPPORT_CENTRE.value()))
                            .and(CaseScope.where(Condition.is(CaseField.SYSTEM, ReferenceOrganisation.AMANDA.value())))
                            .or(CaseScope.where(Condition.is(CaseField.UNIT, "jobcentre-odense")))),
                    query -> query.withScope(new CaseScope.AnyOf(
                            ImmutableSet.of(ReferenceOrganisation.COMPANY),
                            ImmutableSet.of(UnitId.of("jobcentre-odense")),
                            ImmutableSet.of())));
        }

        private List<SupportCase> onAllPages(CaseQuery query) {
            List<SupportCase> seen = new ArrayList<>();
            Optional<CaseCursor> next = Optional.empty();
            do {
                CasePage page = repository.query(query.withAfter(next));
                assertThat(page.cases()).hasSizeLessThanOrEqualTo(query.pageSize());
                seen.addAll(page.cases());
                assertThat(seen).hasSizeLessThanOrEqualTo(4);
                next = page.next();
            } while (next.isPresent());
            return seen;
        }

        @Test
        void a_case_that_leaves_the_answer_between_two_pages_takes_no_other_with_it() {
            CaseQuery open = CaseQuery.builder()
                    .addStatuses(CaseStatus.QUEUED, CaseStatus.IN_PROGRESS)
                    .pageSize(1)
                    .build();
            CasePage first = repository.query(open);

            bench.submit(FIRST, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
            CasePage second = repository.query(open.withAfter(first.next()));

            assertThat(first.cases()).extracting(SupportCase::number).containsExactly(FIRST);
            assertThat(second.cases()).extracting(SupportCase::number).containsExactly(SECOND);
        }

        @Test
        void the_last_page_says_so_even_if_it_is_full() {
            CasePage all = repository.query(CaseQuery.builder().pageSize(3).build());

            assertThat(all.cases()).hasSize(3);
            assertThat(all.next()).isEmpty();
        }

        @Test
        void cases_registered_at_one_instant_are_in_order_of_number() {
            bench.register(CaseNumber.of("C-11"), MORNING);
            bench.register(CaseNumber.of("C-10"), MORNING);

            assertThat(bench.numbers(CaseQuery.builder().registeredBefore(MORNING.plusSeconds(1))))
                    .containsExactly(FIRST, CaseNumber.of("C-10"), CaseNumber.of("C-11"));
        }
    }
}
