package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a store answers when it is asked for cases. Inherit it and say where an empty store comes from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class QueryingContract extends StoreContract {
    /** For those who inherit. */
    protected QueryingContract() {}

    private static final Condition ODENSE = Condition.is(CaseField.UNIT, "jobcentre-odense");
    private static final AttributeId ROOM = AttributeId.of("room");
    private static final AttributeId RISK = AttributeId.of("risk");
    private static final CaseScope BIT_OR_CARL = new CaseScope.AnyOf(
            ImmutableSet.of(ReferenceOrganisation.CITIZEN_CARL),
            ImmutableSet.of(),
            ImmutableSet.of(ReferenceOrganisation.BIT));

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
        void finds_by_what_fields_of_the_organisation_hold_now() {
            fill(FIRST, ROOM, new AttributeValue.Text("12 B"));
            fill(FIRST, RISK, new AttributeValue.Choice("high"));
            fill(SECOND, ROOM, new AttributeValue.Text("14"));
            fill(SECOND, RISK, new AttributeValue.Choice("high"));
            fill(THIRD, ROOM, new AttributeValue.Text("high"));

            assertThat(bench.numbers(holding(ROOM, "12 B"))).containsExactly(FIRST);
            assertThat(bench.numbers(holding(ROOM, "12 B").putAttributes(ROOM, new AttributeValue.Text("14"))))
                    .containsExactly(FIRST, SECOND);
            assertThat(bench.numbers(CaseQuery.builder().putAttributes(RISK, new AttributeValue.Choice("high"))))
                    .containsExactly(FIRST, SECOND);
            assertThat(bench.numbers(holding(ROOM, "14").putAttributes(RISK, new AttributeValue.Choice("high"))))
                    .containsExactly(SECOND);
            assertThat(bench.numbers(holding(RISK, "high"))).isEmpty();
            assertThat(bench.numbers(holding(ROOM, "12"))).isEmpty();
        }

        @Test
        void finds_no_more_what_a_field_held_before() {
            fill(FIRST, ROOM, new AttributeValue.Text("12"));
            fill(FIRST, ROOM, new AttributeValue.Text("14"));
            assertThat(bench.numbers(holding(ROOM, "12"))).isEmpty();
            assertThat(bench.numbers(holding(ROOM, "14"))).containsExactly(FIRST);

            bench.fill(FIRST, ROOM, Optional.empty());
            assertThat(bench.numbers(holding(ROOM, "14"))).isEmpty();
        }

        private CaseQuery.Builder holding(AttributeId field, String text) {
            return CaseQuery.builder().putAttributes(field, new AttributeValue.Text(text));
        }

        private void fill(CaseNumber number, AttributeId field, AttributeValue value) {
            bench.fill(number, field, Optional.of(value));
        }

        @Test
        void keeps_every_answer_within_the_scope() {
            assertThat(within(new CaseScope.AnyOf(
                            ImmutableSet.of(), ImmutableSet.of(UnitId.of("jobcentre-odense")), ImmutableSet.of())))
                    .containsExactly(SECOND);
            assertThat(within(CaseScope.where(ODENSE))).containsExactly(SECOND);
            assertThat(within(BIT_OR_CARL.and(CaseScope.where(ODENSE.negate()))))
                    .containsExactly(FIRST, THIRD);
            assertThat(within(BIT_OR_CARL)).containsExactly(FIRST, SECOND, THIRD);
            assertThat(within(new CaseScope.AnyOf(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of())))
                    .isEmpty();
        }

        private List<CaseNumber> within(CaseScope scope) {
            return bench.numbers(CaseQuery.builder().scope(scope));
        }

        @Test
        void answers_every_condition_as_the_query_itself_does() {
            assertThat(List.of(
                            CaseQuery.builder().tier(TierId.of("1st")).addStatus(CaseStatus.QUEUED),
                            CaseQuery.builder().text("AMANDA").unit(UnitId.of("jobcentre-odense")),
                            CaseQuery.builder().followedUpBy(ReferenceOrganisation.SUPPORT_CENTRE),
                            CaseQuery.builder()))
                    .map(CaseQuery.Builder::build)
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
            fill(FIRST, ROOM, new AttributeValue.Text("12"));
            fill(THIRD, ROOM, new AttributeValue.Text("12"));
            fill(THIRD, RISK, new AttributeValue.Choice("high"));
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
                    query -> query.withAttributes(ImmutableSetMultimap.of(ROOM, new AttributeValue.Text("12"))),
                    query -> query.withAttributes(ImmutableSetMultimap.of(RISK, new AttributeValue.Choice("high"))),
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
        void a_case_that_cannot_be_read_is_a_line_of_its_own_in_its_place_and_counts_and_lists_go_on_past_it() {
            assumeTrue(spoil(SECOND), "nothing of this store can be spoiled");
            for (CaseOrder order : CaseOrder.values()) {
                assertThat(linesWithoutSecond(order)).as(order.name()).containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
            }
            CaseQuery centre = CaseQuery.builder()
                    .group(ReferenceOrganisation.SUPPORT_CENTRE)
                    .build();
            assertThat(repository.query(centre).unreadable()).isEmpty();
            assertThat(repository
                            .counts(CaseQuery.all(), ImmutableSet.of(), MORNING)
                            .total())
                    .isEqualTo(3);
        }

        private List<CaseNumber> linesWithoutSecond(CaseOrder order) {
            List<CaseNumber> lines = new ArrayList<>();
            CaseQuery query = CaseQuery.builder().order(order).pageSize(1).build();
            Optional<CaseCursor> next = Optional.empty();
            do {
                CasePage page = repository.query(query.withAfter(next));
                assertThat(page.numbers()).hasSize(1);
                assertThat(page.unreadable())
                        .allMatch(unreadable -> unreadable.number().equals(SECOND));
                assertThat(page.cases()).noneMatch(found -> found.number().equals(SECOND));
                lines.addAll(page.numbers());
                next = page.next();
            } while (next.isPresent() && lines.size() < 4);
            return lines;
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

    @Nested
    class Texts {
        @Test
        void are_compared_however_their_letters_are_made_up_and_in_upper_or_lower_case() {
            String composed = "M\u00fcller";
            String decomposed = "Mu\u0308ller";
            bench.register(FIRST, MORNING, ReferenceOrganisation.COMPANY, composed + " i Straße");
            bench.register(SECOND, MORNING, ReferenceOrganisation.COMPANY, decomposed + " i \u0130stanbul");
            bench.register(
                    THIRD, MORNING, ReferenceOrganisation.COMPANY, "MULLER, \u039f\u0394\u039f\u03a3 og Æblegrød");

            assertThat(of(composed)).containsExactly(FIRST, SECOND);
            assertThat(of(decomposed.toUpperCase(Locale.ROOT))).containsExactly(FIRST, SECOND);
            assertThat(of("STRASSE")).containsExactly(FIRST);
            assertThat(of("straße")).containsExactly(FIRST);
            assertThat(of("istanbul")).containsExactly(SECOND);
            assertThat(of("\u0130STANBUL")).containsExactly(SECOND);
            assertThat(of("\u03bf\u03b4\u03bf\u03c2")).containsExactly(THIRD);
            assertThat(of("ÆBLEGRØD")).containsExactly(THIRD);
            assertThat(of("æblegrod")).isEmpty();
        }

        private List<CaseNumber> of(String text) {
            return bench.numbers(CaseQuery.builder().text(text));
        }
    }

    @Nested
    class Orders {
        private static final Instant LATER = MORNING.plus(Duration.ofHours(2));
        private final Map<CaseNumber, Agenda> agendas = new HashMap<>();

        private void register(String number, Duration age, Optional<Duration> members, Optional<Duration> customers) {
            CaseNumber registered = CaseNumber.of(number);
            Agenda agenda = new Agenda(Optional.empty(), outlook(members), outlook(customers));
            agendas.put(registered, agenda);
            repository.append(CaseStep.of(bench.registration(
                            registered, MORNING.minus(age), ReferenceOrganisation.CITIZEN_CARL, "help " + number)
                    .withAgenda(agenda)));
        }

        private Agenda.Outlook outlook(Optional<Duration> due) {
            Optional<Instant> at = due.map(MORNING::plus);
            return new Agenda.Outlook(at.map(instant -> new Agenda.Limit(instant, "RESOLUTION", "2 days")), at);
        }

        @BeforeEach
        void some_cases() {
            for (int place = 0; place < 12; place++) {
                Optional<Duration> members =
                        place % 4 == 3 ? Optional.empty() : Optional.of(Duration.ofHours(place % 5));
                Optional<Duration> customers =
                        place % 3 == 2 ? Optional.empty() : Optional.of(Duration.ofHours(7 - place % 6));
                register("O-" + place, Duration.ofMinutes(place % 7), members, customers);
            }
            bench.submit(CaseNumber.of("O-4"), new CaseCommand.Accept());
            bench.submit(CaseNumber.of("O-1"), new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown"));
            bench.submit(CaseNumber.of("O-7"), new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown"));
            bench.submit(CaseNumber.of("O-2"), new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
        }

        /** What a step of the bench stores has no limit. */
        private CasePage.Entry entry(SupportCase state) {
            return repository
                    .load(state.number())
                    .map(stored -> new CasePage.Entry(stored.state(), stored.agenda()))
                    .orElseThrow();
        }

        @Test
        void pages_come_in_every_order_as_it_is_said_with_what_lies_ahead() {
            for (CaseOrder order : CaseOrder.values()) {
                for (CaseQuery query : queries()) {
                    assertThat(onAllPages(query.withOrder(order).withPageSize(3)))
                            .as(query + " " + order)
                            .isEqualTo(expected(query, order));
                }
            }
        }

        private List<CaseQuery> queries() {
            CaseQuery.Builder both = CaseQuery.builder()
                    .group(ReferenceOrganisation.SUPPORT_CENTRE)
                    .group(ReferenceOrganisation.BIT);
            CaseQuery.Builder queued = CaseQuery.builder()
                    .customer(ReferenceOrganisation.CITIZEN_CARL)
                    .addStatus(CaseStatus.QUEUED);
            return Stream.of(
                            CaseQuery.builder(),
                            CaseQuery.builder().group(ReferenceOrganisation.SUPPORT_CENTRE),
                            both,
                            queued,
                            CaseQuery.builder().followedUpBy(ReferenceOrganisation.SUPPORT_CENTRE))
                    .map(CaseQuery.Builder::build)
                    .toList();
        }

        private List<CasePage.Entry> expected(CaseQuery query, CaseOrder order) {
            return repository.query(CaseQuery.all()).cases().stream()
                    .filter(query::matches)
                    .map(this::entry)
                    .sorted(Comparator.comparing(order::placeOf, order.comparator()))
                    .toList();
        }

        private List<CasePage.Entry> onAllPages(CaseQuery query) {
            List<CasePage.Entry> seen = new ArrayList<>();
            Optional<CaseCursor> next = Optional.empty();
            do {
                CasePage page = repository.query(query.withAfter(next));
                assertThat(page.entries()).hasSizeLessThanOrEqualTo(query.pageSize());
                seen.addAll(page.entries());
                assertThat(seen).hasSizeLessThanOrEqualTo(12);
                // As a browser would keep it.
                next = page.next().map(CaseCursor::value).map(CaseCursor::of);
            } while (next.isPresent());
            return seen;
        }

        @Test
        void a_page_of_any_size_ends_without_an_overflow() {
            assertThat(repository
                            .query(CaseQuery.all().withPageSize(Integer.MAX_VALUE))
                            .cases())
                    .hasSize(12);
        }

        @Test
        void a_cursor_goes_with_its_order_alone() {
            CaseQuery query = CaseQuery.all().withPageSize(2);
            Optional<CaseCursor> next = repository.query(query).next();

            assertThatThrownBy(() -> repository.query(
                            query.withOrder(CaseOrder.DUE_FIRST).withAfter(next)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("REGISTRATION");
            assertThatThrownBy(() -> repository.query(query.withAfter(CaseCursor.of("no cursor"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void counts_are_those_of_the_cases_by_any_fields_at_once() {
            List<CaseQuery> queries = List.of(
                    CaseQuery.all(),
                    CaseQuery.builder()
                            .group(ReferenceOrganisation.BIT)
                            .pageSize(1)
                            .build(),
                    CaseQuery.builder().text("no such text").build());
            for (CaseQuery query : queries) {
                for (Set<CaseCounts.Field> fields : Sets.powerSet(ImmutableSet.copyOf(CaseCounts.Field.values()))) {
                    ImmutableSet<CaseCounts.Field> by = ImmutableSet.copyOf(fields);
                    assertThat(repository.counts(query, by, LATER).rows())
                            .containsExactlyInAnyOrderElementsOf(
                                    expected(query, by).rows());
                }
            }
        }

        @Test
        void counts_by_a_field_name_its_values() {
            assertThat(repository
                            .counts(CaseQuery.all(), ImmutableSet.of(CaseCounts.Field.GROUP), LATER)
                            .by(CaseCounts.Field.GROUP))
                    .containsEntry(ReferenceOrganisation.BIT.value(), 2L);
        }

        private CaseCounts expected(CaseQuery query, ImmutableSet<CaseCounts.Field> by) {
            List<CasePage.Entry> counted = repository.query(CaseQuery.all()).entries().stream()
                    .filter(entry -> query.matches(entry.state()))
                    .toList();
            return CaseCounts.of(counted, by, LATER);
        }
    }

    @Nested
    class Fields {
        @Test
        void of_several_values_one_must_hold() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING, ReferenceOrganisation.COMPANY, "help");
            bench.register(THIRD, MORNING, ReferenceOrganisation.OLE_OF_ODENSE, "help");
            bench.submit(THIRD, new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown"));
            CaseQuery all = CaseQuery.all();

            assertThat(numbers(all.withCustomers(ReferenceOrganisation.COMPANY, ReferenceOrganisation.OLE_OF_ODENSE)))
                    .containsExactly(SECOND, THIRD);
            assertThat(numbers(all.withGroups(ReferenceOrganisation.BIT, ReferenceOrganisation.SUPPORT_CENTRE)))
                    .containsExactly(FIRST, SECOND, THIRD);
            assertThat(numbers(all.withKinds(CaseKind.CHANGE_REQUEST, CaseKind.QUESTION)))
                    .isEmpty();
            assertThat(numbers(all.withKinds(CaseKind.INCIDENT))).containsExactly(FIRST, SECOND, THIRD);
        }

        private List<CaseNumber> numbers(CaseQuery query) {
            return repository.query(query).numbers();
        }

        @Test
        void changes_and_registrations_are_found_from_an_instant_on() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING.plusSeconds(10));
            bench.submit(FIRST, new CaseCommand.Accept());

            Instant changed = bench.found(FIRST).changedAt();
            assertThat(bench.numbers(CaseQuery.builder().changedSince(changed))).containsExactly(FIRST);
            assertThat(bench.numbers(CaseQuery.builder().changedSince(changed.plusNanos(1_000))))
                    .isEmpty();
            assertThat(bench.numbers(CaseQuery.builder().registeredFrom(MORNING.plusSeconds(10))))
                    .containsExactly(SECOND);
        }

        @Test
        void an_instant_between_two_that_are_kept_is_neither_of_them() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING.plusNanos(1_000));
            Instant between = MORNING.plusNanos(1);

            assertThat(bench.numbers(CaseQuery.builder().registeredFrom(between)))
                    .containsExactly(SECOND);
            assertThat(bench.numbers(CaseQuery.builder().changedSince(between))).containsExactly(SECOND);
            assertThat(bench.numbers(CaseQuery.builder().registeredBefore(between)))
                    .containsExactly(FIRST);
            assertThat(bench.numbers(CaseQuery.builder().registeredFrom(Instant.MAX)))
                    .isEmpty();
            assertThat(bench.numbers(CaseQuery.builder().changedSince(Instant.MIN)))
                    .containsExactly(FIRST, SECOND);
        }

        @Test
        void children_of_a_major_incident_and_duplicates_are_found_by_it() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            bench.register(THIRD, MORNING);
            bench.submit(SECOND, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, FIRST));

            assertThat(bench.numbers(CaseQuery.builder().parent(FIRST))).containsExactly(SECOND);
            assertThat(bench.numbers(CaseQuery.builder().parent(SECOND))).isEmpty();
            bench.submit(THIRD, new CaseCommand.LinkCase(CaseRelation.DUPLICATE_OF, FIRST));
            assertThat(bench.numbers(CaseQuery.builder().parent(FIRST))).containsExactly(SECOND, THIRD);
        }
    }
}
