package dk.sagsflow.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long verification takes: the figures of docs/verification.md, with room for a busy machine. */
class LargeModelTest {
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);
    private static final int SYSTEMS = 20;
    private static final int CATEGORIES = 200;
    private static final int RULES = 60;
    private static final int PAIRS = 22;

    @Test
    @Timeout(30)
    void twenty_systems_two_hundred_categories_and_sixty_rules() {
        for (int seed = 1; seed <= 3; seed++) {
            SupportModel model = large(new Random(seed));
            long started = System.nanoTime();
            List<Finding> findings = ModelVerification.of(model, FROM).findings();
            System.out.printf(
                    "large model %d: %d ms, %d findings%n",
                    seed, (System.nanoTime() - started) / 1_000_000, findings.size());

            assertThat(findings).isNotEmpty();
        }
    }

    @Test
    void the_reference_model() {
        ModelFolder folder = ModelFolder.read(Path.of("../examples/models/ams"));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20 && best > Duration.ofMillis(500).toNanos(); i++) {
            long started = System.nanoTime();
            assertThatCode(() -> ModelVerification.of(folder, FROM)).doesNotThrowAnyException();
            best = Math.min(best, System.nanoTime() - started);
        }
        System.out.printf("reference model: %d ms%n", best / 1_000_000);

        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    @Timeout(120)
    void three_thousand_suppliers_with_a_contract_each() {
        SupportOrganisation.Builder organisation = threeTiers();
        ImmutableList.Builder<Agreement> agreements = ImmutableList.builder();
        for (int i = 0; i < 3000; i++) {
            String id = "supplier-" + i;
            organisation.addGroup(SupportGroup.of(id, id, "3rd")
                    .withKind(GroupKind.SUPPLIER)
                    .withSystems(SystemId.of("system-" + i % SYSTEMS)));
            agreements.add(contract(id));
        }
        agreements.addAll(agreements(new Random(1)).all());
        SupportModel model = SupportModel.of(organisation.build()).withAgreements(Agreements.of(agreements.build()));

        assertThat(ModelVerification.of(model, FROM).findings())
                .extracting(Finding::code)
                .contains(FindingCode.NO_TRIAGE)
                .doesNotContain(FindingCode.MODEL_TOO_LARGE);
    }

    @Test
    @Timeout(60)
    void nine_groups_of_a_tier_that_hand_cases_to_one_another_by_the_time_of_day() {
        SupportOrganisation.Builder organisation = threeTiers();
        IntStream.range(0, 9).forEach(i -> organisation.addGroup(SupportGroup.of("desk-" + i, "Desk " + i, "1st")));
        ImmutableList.Builder<TriageRule> rules = ImmutableList.builder();
        for (int from = 0; from < 9; from++) {
            for (int to = 0; to < 9; to++) {
                int hour = 3 + to * 2;
                ServiceCalendar hours = ServiceCalendar.in(ZoneOffset.UTC)
                        .open(
                                DayOfWeek.MONDAY,
                                DayOfWeek.SUNDAY,
                                String.format("%02d:00", hour),
                                String.format("%02d:00", hour + 1))
                        .build();
                rules.add(new TriageRule(
                                from + " to " + to,
                                Condition.is(CaseField.GROUP, "desk-" + from),
                                GroupId.of("desk-" + to))
                        .during(new CalendarState("hours " + to, hours, true)));
            }
        }
        SupportModel model = SupportModel.of(organisation.build()).withRouting(Routing.of(new Triage(rules.build())));

        List<Finding> findings = ModelVerification.of(model, FROM).findings();

        assertThat(findings).extracting(Finding::code).doesNotContain(FindingCode.MODEL_TOO_LARGE);
        assertThat(findings)
                .filteredOn(finding -> finding.code() == FindingCode.ROUTE_LOOPS)
                .extracting(Finding::message)
                .contains(
                        "cases go round in a circle from desk-0 by desk-1 back to desk-0: \"0 to 1\", then \"1 to 0\";"
                                + " the last step is refused");
    }

    @Test
    @Timeout(60)
    void any_of_22_pairs_of_attributes_that_are_asked_for_together_is_proved() {
        assertThat(ModelVerification.of(paired(ImmutableList.of()), FROM).findings())
                .extracting(Finding::code)
                .doesNotContain(FindingCode.MODEL_TOO_LARGE);
    }

    @Test
    @Timeout(60)
    void what_cannot_be_held_is_refused_with_a_figure() {
        ImmutableList<Condition> alone =
                IntStream.range(0, PAIRS).mapToObj(i -> yes("left-" + i)).collect(ImmutableList.toImmutableList());

        assertThat(ModelVerification.of(paired(alone), FROM).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.MODEL_TOO_LARGE);
                    assertThat(finding.message())
                            .startsWith("more than 500,000 questions are needed to tell cases apart by ");
                });
    }

    private static Agreement contract(String supplier) {
        return Agreement.builder()
                .id(supplier)
                .name(supplier)
                .kind(AgreementKind.UNDERPINNING_CONTRACT)
                .provider(new Party.OfGroup(GroupId.of(supplier)))
                .consumer(new Party.OfTier(TierId.of("2nd")))
                .addTarget(target("residence", Measure.RESIDENCE, new Random(1)).build())
                .addTarget(target("answer", Measure.ANSWER, new Random(1)).build())
                .build();
    }

    /** A rule for any of some pairs of attributes, and rules before it that ask for some attributes alone. */
    private static SupportModel paired(ImmutableList<Condition> before) {
        SupportOrganisation.Builder organisation = threeTiers();
        Condition any = Condition.always().negate();
        for (int i = 0; i < PAIRS; i++) {
            organisation.addAttributes(attribute("left-" + i));
        }
        for (int i = 0; i < PAIRS; i++) {
            organisation.addAttributes(attribute("right-" + i));
            Condition both = yes("left-" + i).and(yes("right-" + i));
            any = any.or(both);
        }
        ImmutableList.Builder<TriageRule> rules = ImmutableList.builder();
        before.forEach(when -> rules.add(new TriageRule("alone", when, GroupId.of("bit"))));
        rules.add(new TriageRule("any", any, GroupId.of("bit")));
        return SupportModel.of(organisation.build()).withRouting(Routing.of(new Triage(rules.build())));
    }

    private static Condition yes(String attribute) {
        return Condition.has(AttributeId.of(attribute), new AttributeValue.YesNo(true));
    }

    private static AttributeDefinition attribute(String id) {
        return AttributeDefinition.builder()
                .id(AttributeId.of(id))
                .name(id)
                .type(AttributeType.YES_NO)
                .build();
    }

    private static SupportOrganisation.Builder threeTiers() {
        SupportOrganisation.Builder organisation = SupportOrganisation.builder()
                .name("Large")
                .contactTier(TierId.of("1st"))
                .addTiers(Tier.of("1st", "1st"), Tier.of("2nd", "2nd"), Tier.of("3rd", "3rd"))
                .addGroups(SupportGroup.of("centre", "Centre", "1st"), SupportGroup.of("bit", "BIT", "2nd"));
        for (int i = 0; i < SYSTEMS; i++) {
            organisation.addSystem(new SupportedSystem(SystemId.of("system-" + i), "System " + i));
        }
        return organisation;
    }

    private static SupportModel large(Random random) {
        SupportOrganisation.Builder organisation = SupportOrganisation.builder()
                .name("Large")
                .contactTier(TierId.of("1st"))
                .addTiers(Tier.of("1st", "1st"), Tier.of("2nd", "2nd"), Tier.of("3rd", "3rd"))
                .addGroup(SupportGroup.of("centre", "Centre", "1st"));
        for (int i = 0; i < SYSTEMS; i++) {
            SystemId system = SystemId.of("system-" + i);
            organisation
                    .addSystem(new SupportedSystem(system, "System " + i))
                    .addGroup(
                            SupportGroup.of("second-" + i, "Second " + i, "2nd").withSystems(system))
                    .addGroup(SupportGroup.of("third-" + i, "Third " + i, "3rd").withSystems(system));
        }
        ImmutableList<TriageRule> rules =
                IntStream.range(0, RULES).mapToObj(i -> rule(i, random)).collect(ImmutableList.toImmutableList());
        return SupportModel.builder()
                .organisation(organisation.build())
                .agreements(agreements(random))
                .routing(Routing.of(new Triage(rules)))
                .build();
    }

    /** Each rule asks for a system, a few of the categories, and now and then for something else. */
    private static TriageRule rule(int number, Random random) {
        int system = random.nextInt(SYSTEMS);
        boolean first = random.nextBoolean();
        Condition when = Condition.is(CaseField.TIER, first ? "1st" : "2nd")
                .and(Condition.is(CaseField.SYSTEM, "system-" + system))
                .and(some(random, CaseField.CATEGORY, CATEGORIES));
        if (random.nextBoolean()) {
            when = when.and(Condition.is(CaseField.PRIORITY, "P" + (1 + random.nextInt(5))));
        }
        if (random.nextBoolean()) {
            when = when.and(Condition.is(CaseField.KIND, "INCIDENT").negate());
        }
        if (random.nextBoolean()) {
            when = when.or(Condition.is(
                            CaseField.CUSTOMER_KIND,
                            List.of("SUPERUSER", "CITIZEN", "COMPANY", "OTHER").get(random.nextInt(4)))
                    .and(Condition.is(CaseField.SYSTEM, "system-" + system)));
        }
        return new TriageRule("rule " + number, when, GroupId.of((first ? "second-" : "third-") + system));
    }

    private static Condition some(Random random, CaseField field, int values) {
        return new Condition.Is(
                field,
                IntStream.range(0, 40)
                        .mapToObj(i -> "category-" + random.nextInt(values))
                        .collect(ImmutableSet.toImmutableSet()));
    }

    private static Agreements agreements(Random random) {
        ImmutableList.Builder<Agreement> agreements = ImmutableList.builder();
        agreements.add(agreement("customers", new Party.OfTier(TierId.of("1st")), new Party.EveryCustomer(), random));
        agreements.add(
                agreement("second", new Party.OfTier(TierId.of("2nd")), new Party.OfTier(TierId.of("1st")), random));
        for (int i = 0; i < SYSTEMS; i++) {
            agreements.add(agreement(
                    "third-" + i,
                    new Party.OfGroup(GroupId.of("third-" + i)),
                    new Party.OfTier(TierId.of("2nd")),
                    random));
        }
        return Agreements.of(agreements.build());
    }

    private static Agreement agreement(String id, Party provider, Party consumer, Random random) {
        Agreement.Builder agreement = Agreement.builder()
                .id(id)
                .name(id)
                .kind(AgreementKind.OLA)
                .provider(provider)
                .consumer(consumer);
        for (Measure measure : Measure.values()) {
            agreement.addTarget(target(measure.name(), measure, random).build());
            agreement.addTarget(target(measure + " of some", measure, random)
                    .appliesTo(some(random, CaseField.CATEGORY, CATEGORIES))
                    .build());
        }
        return agreement.build();
    }

    private static Target.Builder target(String id, Measure measure, Random random) {
        return Target.builder()
                .id(id)
                .measure(measure)
                .budget(Budget.of(Duration.ofHours(1 + random.nextInt(100))))
                .calendar(ServiceCalendar.always());
    }
}
