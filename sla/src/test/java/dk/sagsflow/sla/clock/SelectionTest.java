package dk.sagsflow.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Tables;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Which target holds for a case: a total order, in which whatever only the listing decides is told. */
class SelectionTest {
    private static final Party CITIZENS = new Party.Customers(CustomerKind.CITIZEN);
    private static final Party EVERYBODY = new Party.EveryCustomer();
    private static final Party FIRST = new Party.OfTier(TierId.of("1st"));
    private static final Party SECOND = new Party.OfTier(TierId.of("2nd"));
    private static final Party BIT_ALONE = new Party.OfGroup(GroupId.of("bit"));
    private static final SupportOrganisation ORGANISATION = SupportOrganisation.builder()
            .name("AMS")
            .addTier(Tier.of("1st", "Support centre"))
            .addTier(Tier.of("2nd", "BIT"))
            .contactTier(TierId.of("1st"))
            .addGroup(SupportGroup.of("centre", "Support centre", "1st"))
            .addGroup(SupportGroup.of("bit", "BIT", "2nd"))
            .build();
    private static final AttributeId SEVERITY = AttributeId.of("severity");
    private static final Condition URGENT = Condition.is(CaseField.PRIORITY, "P1");
    private static final Condition LOW = Condition.is(CaseField.PRIORITY, "P5");
    private static final PriorityMatrix ALL_LOW = new PriorityMatrix(ImmutableTable.copyOf(
            Tables.transformValues(PriorityMatrix.standard().cells(), priority -> Priority.P5)));
    private static final SupportCase CASE = Story.registered("2007-08-01T08:00")
            .prioritised("2007-08-01T08:00", Priority.P1)
            .current();

    @Test
    void a_target_for_a_kind_of_customer_goes_before_one_for_every_customer_however_many_fields_that_asks_for() {
        Agreements agreements = Agreements.of(List.of(
                agreement("every", FIRST, EVERYBODY, target(Measure.RESOLUTION, URGENT)),
                agreement("citizens", FIRST, CITIZENS, target(Measure.RESOLUTION, Condition.always()))));

        assertThat(chosen(agreements, Measure.RESOLUTION)).contains("citizens");
        assertThat(agreements.ties(ORGANISATION)).isEmpty();
    }

    @Test
    void a_target_of_a_group_goes_before_that_of_its_tier() {
        Agreements agreements = Agreements.of(List.of(
                agreement("tier", SECOND, FIRST, target(Measure.RESIDENCE, URGENT)),
                agreement("group", BIT_ALONE, FIRST, target(Measure.RESIDENCE, Condition.always()))));

        assertThat(chosen(agreements, Measure.RESIDENCE)).contains("group");
    }

    @Test
    void a_target_that_asks_for_more_fields_goes_before_one_that_asks_for_fewer() {
        Agreements agreements = Agreements.of(List.of(
                agreement("any", FIRST, EVERYBODY, target(Measure.RESOLUTION, Condition.always())),
                agreement("urgent", FIRST, EVERYBODY, target(Measure.RESOLUTION, URGENT))));

        assertThat(chosen(agreements, Measure.RESOLUTION)).contains("urgent");
        assertThat(agreements.ties(ORGANISATION)).isEmpty();
    }

    @Test
    void of_two_that_ask_for_as_much_the_first_listed_holds_and_that_is_told() {
        Agreements agreements = Agreements.of(List.of(
                agreement("one", FIRST, EVERYBODY, target(Measure.RESOLUTION, URGENT)),
                agreement("other", FIRST, EVERYBODY, target(Measure.RESOLUTION, URGENT))));

        assertThat(chosen(agreements, Measure.RESOLUTION)).contains("one");
        assertThat(agreements.ties(ORGANISATION))
                .containsExactly("target RESOLUTION of agreement one goes before target RESOLUTION of agreement other"
                        + " only because it is listed first");
    }

    @Test
    void who_promises_a_customer_something_is_no_difference_to_the_customer() {
        Agreements agreements = Agreements.of(List.of(
                agreement("by-first", FIRST, EVERYBODY, target(Measure.RESOLUTION, URGENT)),
                agreement("by-second", SECOND, EVERYBODY, target(Measure.RESOLUTION, URGENT))));

        assertThat(agreements.ties(ORGANISATION)).hasSize(1);
    }

    @Test
    void a_group_that_promises_everybody_something_and_a_promise_to_one_kind_of_customer_are_as_narrow() {
        Agreements agreements = Agreements.of(List.of(
                agreement("group", BIT_ALONE, EVERYBODY, target(Measure.RESOLUTION, URGENT)),
                agreement("citizens", FIRST, CITIZENS, target(Measure.RESOLUTION, URGENT))));

        assertThat(chosen(agreements, Measure.RESOLUTION)).contains("group");
        assertThat(agreements.ties(ORGANISATION)).hasSize(1);
    }

    @Test
    void a_group_and_a_tier_that_promises_one_kind_of_customer_something_are_as_narrow() {
        Agreements agreements = Agreements.of(List.of(
                agreement("tier", SECOND, CITIZENS, target(Measure.RESIDENCE, URGENT)),
                agreement("group", BIT_ALONE, FIRST, target(Measure.RESIDENCE, URGENT))));

        assertThat(chosen(agreements, Measure.RESIDENCE)).contains("tier");
        assertThat(agreements.ties(ORGANISATION)).hasSize(1);
    }

    @Test
    void a_group_and_a_tier_that_it_does_not_work_at_never_hold_for_one_case() {
        Agreements agreements = Agreements.of(List.of(
                agreement("tier", FIRST, CITIZENS, target(Measure.RESIDENCE, URGENT)),
                agreement("group", BIT_ALONE, FIRST, target(Measure.RESIDENCE, URGENT))));

        assertThat(agreements.ties(ORGANISATION)).isEmpty();
    }

    @Test
    void for_whom_a_case_lies_at_a_tier_is_no_difference_to_its_residence() {
        Agreements agreements = Agreements.of(List.of(
                agreement("for-first", SECOND, FIRST, target(Measure.RESIDENCE, URGENT)),
                agreement("for-customers", SECOND, EVERYBODY, target(Measure.RESIDENCE, URGENT))));

        assertThat(agreements.ties(ORGANISATION)).hasSize(1);
    }

    @Test
    void an_answer_is_a_matter_of_who_asked() {
        Party third = new Party.OfTier(TierId.of("3rd"));
        Agreements agreements = Agreements.of(List.of(
                agreement("for-first", third, FIRST, target(Measure.ANSWER, URGENT)),
                agreement("for-second", third, SECOND, target(Measure.ANSWER, URGENT))));

        assertThat(agreements.ties(ORGANISATION)).isEmpty();
    }

    @Test
    void an_answer_to_customers_is_no_answer_to_a_tier_whoever_gives_it() {
        Party third = new Party.OfTier(TierId.of("3rd"));
        Agreements agreements = Agreements.of(List.of(
                agreement("for-all", third, EVERYBODY, target(Measure.ANSWER, URGENT)),
                agreement("for-second", third, SECOND, target(Measure.ANSWER, URGENT))));
        Agreements twice = Agreements.of(List.of(
                agreement("one", third, SECOND, target(Measure.ANSWER, URGENT)),
                agreement("other", third, SECOND, target(Measure.ANSWER, URGENT))));

        assertThat(agreements.ties(ORGANISATION)).isEmpty();
        assertThat(twice.ties(ORGANISATION)).hasSize(1);
    }

    @Test
    void two_versions_of_one_agreement_never_hold_at_once() {
        Agreement old = agreement("sla", FIRST, EVERYBODY, target(Measure.RESOLUTION, URGENT));
        Agreement later = old.withVersion("2").withValidFrom(Instant.parse("2007-09-01T00:00:00Z"));
        Agreements agreements = Agreements.of(List.of(old, later));

        assertThat(agreements.ties(ORGANISATION)).isEmpty();
        assertThat(agreements
                        .select(Measure.RESOLUTION, Optional.empty(), Optional.empty(), CASE)
                        .map(selected -> selected.agreement().version()))
                .contains("1");
    }

    @Test
    void versions_of_one_agreement_differ_in_name_and_beginning() {
        Agreement sla = agreement("sla", FIRST, EVERYBODY, target(Measure.RESOLUTION, URGENT));

        assertThatThrownBy(() -> Agreements.of(List.of(sla, sla.withVersion("2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("agreement sla has two versions valid from");
        assertThatThrownBy(() -> Agreements.of(List.of(sla, sla.withValidFrom(Instant.parse("2007-09-01T00:00:00Z")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("agreement sla has two versions called 1");
    }

    @Test
    void the_reason_is_told_in_words() {
        Agreements agreements =
                Agreements.of(List.of(agreement("sla", FIRST, EVERYBODY, target(Measure.RESOLUTION, URGENT))));

        assertThat(agreements
                        .select(Measure.RESOLUTION, Optional.empty(), Optional.empty(), CASE)
                        .map(Selected::reason))
                .contains("sla, version 1, between tier 1st and every customer: target RESOLUTION, which holds for "
                        + URGENT.describe());
    }

    @Test
    void a_matrix_of_the_agreement_decides_which_of_its_targets_holds_and_leaves_the_case_alone() {
        Agreement sla = agreement(
                        "sla",
                        FIRST,
                        EVERYBODY,
                        target(Measure.RESOLUTION, URGENT).withId("urgent"))
                .withTargets(
                        target(Measure.RESOLUTION, URGENT).withId("urgent"),
                        target(Measure.RESOLUTION, LOW).withId("low"));
        Agreement own = sla.withPriorityMatrix(ALL_LOW);

        assertThat(target(Agreements.of(List.of(sla)), CASE)).contains("urgent");
        assertThat(target(Agreements.of(List.of(own)), CASE)).contains("low");
        assertThat(own.priorityOf(CASE)).contains(Priority.P5);
        assertThat(CASE.priority()).contains(Priority.P1);
    }

    @Test
    void a_case_that_is_not_judged_has_no_priority_by_any_matrix() {
        Agreement own = agreement("sla", FIRST, EVERYBODY, target(Measure.RESOLUTION, LOW))
                .withPriorityMatrix(ALL_LOW);
        SupportCase unjudged = Story.registered("2007-08-01T08:00").current();

        assertThat(target(Agreements.of(List.of(own)), unjudged)).isEmpty();
        assertThat(own.priorityOf(unjudged)).isEmpty();
        assertThat(own.priorityOf(unjudged.withPriority(Priority.P2))).contains(Priority.P2);
    }

    @Test
    void priorities_of_two_matrices_do_not_exclude_each_other() {
        Agreement one = agreement("one", FIRST, EVERYBODY, target(Measure.RESOLUTION, URGENT));
        Agreement other = agreement("other", FIRST, EVERYBODY, target(Measure.RESOLUTION, LOW));

        assertThat(Agreements.of(List.of(one, other)).ties(ORGANISATION)).isEmpty();
        assertThat(Agreements.of(List.of(one, other.withPriorityMatrix(ALL_LOW)))
                        .ties(ORGANISATION))
                .hasSize(1);
        assertThat(Agreements.of(List.of(one.withPriorityMatrix(ALL_LOW), other.withPriorityMatrix(ALL_LOW)))
                        .ties(ORGANISATION))
                .isEmpty();
    }

    @Test
    void what_asks_for_different_values_of_one_field_or_attribute_never_holds_for_one_case() {
        Condition severe = Condition.has(SEVERITY, new AttributeValue.Choice("A"));
        Condition mild = Condition.has(SEVERITY, new AttributeValue.Choice("B"));

        assertThat(ties(severe, mild)).isEmpty();
        assertThat(ties(severe.and(URGENT), mild.and(URGENT))).isEmpty();
        assertThat(ties(URGENT, LOW)).isEmpty();
        assertThat(ties(severe, severe)).hasSize(1);
        assertThat(ties(severe, URGENT)).hasSize(1);
        assertThat(ties(severe, Condition.has(AttributeId.of("other"), new AttributeValue.Choice("B"))))
                .hasSize(1);
        assertThat(ties(URGENT, Condition.is(CaseField.TIER, "2nd"))).hasSize(1);
        assertThat(ties(URGENT.negate(), LOW.negate())).hasSize(1);
    }

    private static ImmutableList<String> ties(Condition one, Condition other) {
        return Agreements.of(List.of(
                        agreement("one", FIRST, EVERYBODY, target(Measure.RESOLUTION, one)),
                        agreement("other", FIRST, EVERYBODY, target(Measure.RESOLUTION, other))))
                .ties(ORGANISATION);
    }

    @Test
    void two_states_are_told_apart_by_what_targets_ask_for_alone() {
        Agreements bySeverity = Agreements.of(List.of(agreement(
                "one",
                FIRST,
                EVERYBODY,
                target(Measure.RESOLUTION, Condition.has(SEVERITY, new AttributeValue.Choice("A"))))));
        Agreements byPriority =
                Agreements.of(List.of(agreement("one", FIRST, EVERYBODY, target(Measure.RESOLUTION, URGENT))));
        SupportCase severe =
                CASE.withAttributes(Map.of(SEVERITY, new SupportCase.Field(new AttributeValue.Choice("A"), false)));

        SupportCase lessTouched = Story.registered("2007-08-01T08:00")
                .prioritised(
                        Story.at("2007-08-01T08:00"), Impact.LOW, CASE.urgency().orElseThrow(), Priority.P1)
                .current();

        assertThat(bySeverity.tellApart(CASE, severe)).isTrue();
        assertThat(byPriority.tellApart(CASE, severe)).isFalse();
        assertThat(byPriority.tellApart(CASE, CASE.withPriority(Priority.P4))).isTrue();
        assertThat(byPriority.tellApart(CASE, lessTouched)).isTrue();
        assertThat(bySeverity.tellApart(CASE, CASE.withPriority(Priority.P4))).isFalse();
        assertThat(byPriority.tellApart(CASE, CASE.withAnswer("Try again."))).isFalse();
    }

    @Test
    void customers_of_two_kinds_and_groups_of_two_names_are_promised_different_things() {
        Party companies = new Party.Customers(CustomerKind.COMPANY);
        Party phone = new Party.OfGroup(GroupId.of("centre"));
        Agreements byCustomer = Agreements.of(List.of(
                agreement("citizens", FIRST, CITIZENS, target(Measure.RESOLUTION, URGENT)),
                agreement("companies", FIRST, companies, target(Measure.RESOLUTION, URGENT))));
        Agreements byGroup = Agreements.of(List.of(
                agreement("bit", BIT_ALONE, FIRST, target(Measure.RESIDENCE, URGENT)),
                agreement("centre", phone, FIRST, target(Measure.RESIDENCE, URGENT))));

        assertThat(byCustomer.ties(ORGANISATION)).isEmpty();
        assertThat(byGroup.ties(ORGANISATION)).isEmpty();
        assertThat(chosen(
                        Agreements.of(
                                List.of(agreement("companies", FIRST, companies, target(Measure.RESOLUTION, URGENT)))),
                        Measure.RESOLUTION))
                .isEmpty();
    }

    @Test
    void the_reason_names_the_matrix_where_it_was_asked() {
        Agreement own = agreement("sla", FIRST, EVERYBODY, target(Measure.RESOLUTION, URGENT))
                .withPriorityMatrix(PriorityMatrix.standard());

        assertThat(new Selected(own, own.targets().get(0)).reason())
                .endsWith("which holds for priority is P1, by the priority matrix of the agreement");
        assertThat(new Selected(own, target(Measure.RESOLUTION, Condition.always())).reason())
                .endsWith("which holds for always");
    }

    @Test
    void targets_over_different_spans_have_clocks_of_their_own_and_no_tie() {
        Target whole = target(Measure.RESOLUTION, URGENT);
        Span restored = Span.until(EventKind.WORKAROUND_PROVIDED);
        Agreements agreements = Agreements.of(List.of(
                agreement("whole", FIRST, EVERYBODY, whole),
                agreement("restored", FIRST, EVERYBODY, whole.withSpan(restored))));

        assertThat(agreements.ties(ORGANISATION)).isEmpty();
        assertThat(agreements.spans(Measure.RESOLUTION)).containsExactlyInAnyOrder(Span.whole(), restored);
        assertThat(agreements.spans(Measure.ANSWER)).isEmpty();
        assertThat(chosen(agreements, Measure.RESOLUTION)).contains("whole");
        assertThat(agreements
                        .select(Measure.RESOLUTION, restored, Optional.empty(), Optional.empty(), CASE)
                        .map(selected -> selected.agreement().id()))
                .contains("restored");
    }

    @Property(tries = 500)
    void whenever_the_order_of_the_list_decides_that_is_told(
            @ForAll("agreements") List<Agreement> listed,
            @ForAll("cases") SupportCase current,
            @ForAll Measure measure,
            @ForAll Random random) {
        List<Agreement> shuffled = new ArrayList<>(listed);
        Collections.shuffle(shuffled, random);
        Agreements agreements = Agreements.of(listed);

        if (!agreements
                .select(measure, current.working(), awaiting(current, measure), current)
                .equals(Agreements.of(shuffled)
                        .select(measure, current.working(), awaiting(current, measure), current))) {
            assertThat(agreements.ties(ORGANISATION)).isNotEmpty();
        }
    }

    @Property(tries = 500)
    void what_is_selected_applies_and_no_candidate_that_asks_for_more_does(
            @ForAll("agreements") List<Agreement> listed,
            @ForAll("cases") SupportCase current,
            @ForAll Measure measure) {
        Agreements agreements = Agreements.of(listed);
        ImmutableList<Selected> applying =
                agreements
                        .candidates(measure, Span.whole(), current.working(), awaiting(current, measure), current)
                        .stream()
                        .filter(candidate -> candidate.target().appliesTo().holds(asSeen(candidate, current)))
                        .collect(ImmutableList.toImmutableList());

        assertThat(agreements.select(measure, current.working(), awaiting(current, measure), current))
                .isEqualTo(applying.stream().findFirst());
    }

    private static SupportCase asSeen(Selected candidate, SupportCase current) {
        Optional<PriorityMatrix> matrix = candidate.agreement().priorityMatrix();
        return matrix.isEmpty()
                ? current
                : current.withPriority(matrix.get()
                        .priority(
                                current.impact().orElseThrow(),
                                current.urgency().orElseThrow()));
    }

    @Provide
    Arbitrary<List<Agreement>> agreements() {
        Arbitrary<Party> providers = Arbitraries.of(FIRST, SECOND, BIT_ALONE);
        Arbitrary<Party> consumers = Arbitraries.of(CITIZENS, EVERYBODY, FIRST, SECOND);
        Arbitrary<Condition> conditions = Arbitraries.of(
                Condition.always(),
                URGENT,
                LOW,
                URGENT.negate(),
                URGENT.or(Condition.is(CaseField.TIER, "2nd")),
                Condition.is(CaseField.TIER, "1st"),
                Condition.is(CaseField.TIER, "2nd").and(URGENT));
        Arbitrary<Optional<PriorityMatrix>> matrices =
                Arbitraries.of(Optional.empty(), Optional.of(ALL_LOW), Optional.of(PriorityMatrix.standard()));
        return Combinators.combine(providers, consumers, Arbitraries.of(Measure.values()), conditions, matrices)
                .as((provider, consumer, measure, condition, matrix) -> agreement(
                                "a", provider, consumer, target(measure, condition))
                        .withPriorityMatrix(matrix))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(SelectionTest::named);
    }

    @Provide
    Arbitrary<SupportCase> cases() {
        return Combinators.combine(Arbitraries.of(Priority.P1, Priority.P3), Arbitraries.of(true, false))
                .as((priority, above) -> {
                    Story story = Story.registered("2007-08-01T08:00").prioritised("2007-08-01T08:00", priority);
                    return (above ? story.handedOver("2007-08-01T09:00", Story.BIT) : story).current();
                });
    }

    private static List<Agreement> named(List<Agreement> agreements) {
        List<Agreement> named = new ArrayList<>();
        for (Agreement agreement : agreements) {
            named.add(agreement.withId("agreement-" + named.size()));
        }
        return named;
    }

    private static Optional<Station> awaiting(SupportCase current, Measure measure) {
        return measure == Measure.ANSWER ? current.chain().awaiting().map(link -> link.station()) : Optional.empty();
    }

    private static Optional<String> chosen(Agreements agreements, Measure measure) {
        return agreements
                .select(measure, Optional.of(Story.BIT), Optional.empty(), CASE)
                .map(selected -> selected.agreement().id());
    }

    private static Optional<String> target(Agreements agreements, SupportCase current) {
        return agreements
                .select(Measure.RESOLUTION, Optional.empty(), Optional.empty(), current)
                .map(selected -> selected.target().id());
    }

    private static Target target(Measure measure, Condition condition) {
        return Target.builder()
                .id(measure.name())
                .measure(measure)
                .appliesTo(condition)
                .budget(Budget.of(Duration.ofHours(8)))
                .calendar(ServiceCalendar.always())
                .build();
    }

    private static Agreement agreement(String id, Party provider, Party consumer, Target target) {
        return Agreement.builder()
                .id(id)
                .name(id)
                .kind(AgreementKind.OLA)
                .provider(provider)
                .consumer(consumer)
                .addTarget(target)
                .build();
    }
}
