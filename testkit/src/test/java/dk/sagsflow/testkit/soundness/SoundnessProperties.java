package dk.sagsflow.testkit.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.clock.ExplanationWords;
import dk.sagsflow.testkit.domain.ModelDomain;
import dk.sagsflow.testkit.flow.ChainLaws;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Severity;
import dk.sagsflow.verification.load.Arrivals;
import dk.sagsflow.verification.load.CaseMix;
import dk.sagsflow.verification.load.GroupWork;
import dk.sagsflow.verification.load.SimulatedLoad;
import dk.sagsflow.verification.simulation.EscalationTally;
import dk.sagsflow.verification.simulation.Simulation;
import dk.sagsflow.verification.simulation.SimulationReport;
import dk.sagsflow.verification.simulation.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/**
 * What verification calls clean works: 10,000 cases of every kind, in 25 models made by chance, find their way and come back to
 * their customers, with people who do no more than triage says.
 */
class SoundnessProperties {
    static final LocalDate FROM = LocalDate.of(2007, 9, 3);
    private static final int MODELS = 25;
    private static final int CASES = 400;
    private static final int TIMES = Integer.getInteger("sagsflow.tries", 1);

    /** How many weeks one model is played, of some 400 cases: half a year with more tries. */
    private static final int WEEKS = TIMES > 1 ? 25 : 10;

    /** In how many models a fault is proved to be found: more take time and show no more. */
    private static final int ENOUGH = 3 * TIMES;

    private static final Map<SeededFault, Integer> PROVED = new EnumMap<>(SeededFault.class);

    private static final Duration LONG_ENOUGH = Duration.ofDays(700);

    /** Properties of one seed draw the same models, which need not be verified again for each. */
    private static final Map<SupportModel, Boolean> CLEAN = new ConcurrentHashMap<>();

    @Provide
    Arbitrary<SupportModel> clean() {
        return new ModelDomain().models().filter(SoundnessProperties::clean);
    }

    /** Whether verification finds no error; a model without triage leaves everything to people, so nothing is said of it. */
    static boolean clean(SupportModel model) {
        return CLEAN.computeIfAbsent(model, SoundnessProperties::verifiedClean);
    }

    private static boolean verifiedClean(SupportModel model) {
        return ModelVerification.of(model, FROM).findings().stream()
                .noneMatch(finding -> finding.severity() == Severity.ERROR || finding.code() == FindingCode.NO_TRIAGE);
    }

    @Property(tries = MODELS, seed = "2007", shrinking = ShrinkingMode.OFF)
    @Tag("R01")
    @Tag("R04")
    @Tag("R05")
    @Tag("R06")
    @Tag("R16")
    @Tag("R17")
    void what_verification_calls_clean_answers_every_customer(@ForAll("clean") SupportModel model) {
        CaseRepository repository = CaseRepository.inMemory();

        SimulationReport report = played(model, 1, repository);

        ImmutableList<SupportCase> cases = assertSound(model, report, repository);
        happened(
                "given back",
                report.groups().values().stream().mapToLong(Workload::givenBack).sum());
        happened("reopened", cases.stream().mapToLong(SupportCase::reopenings).sum());
        happened("ways declared", model.routing().handOvers().stream().count());
        Statistics.label("passed a tier by a declared way").collect(passedTiers(model, repository, cases) > 0);
        happened(
                "priority judged by an agreement",
                agreements(model)
                        .filter(agreement -> agreement.priorityMatrix().isPresent())
                        .count());
        happened(
                "part of a measure promised",
                agreements(model)
                        .flatMap(agreement -> agreement.targets().stream())
                        .filter(target -> !target.span().equals(Span.whole()))
                        .count());
        Stream.of(FollowUpOccasion.values())
                .forEach(occasion -> happened("followed up " + occasion, followedUp(repository, cases, occasion)));
        reached("tiers " + model.organisation().tiers().size());
        reached(
                report.escalations().values().stream()
                                        .mapToLong(EscalationTally::handedOver)
                                        .sum()
                                > 0
                        ? "escalated to the next tier"
                        : "not escalated");
    }

    @Property(tries = 1, seed = "2008", shrinking = ShrinkingMode.OFF)
    void what_verification_calls_clean_does_so_for_many_weeks(@ForAll("clean") SupportModel model) {
        CaseRepository repository = CaseRepository.inMemory();

        SimulationReport report = played(model, WEEKS, repository);

        assertThat(assertSound(model, report, repository)).hasSizeGreaterThan(360 * WEEKS);
    }

    private static SimulationReport played(SupportModel model, int weeks, CaseRepository repository) {
        return Simulation.builder(model)
                .withLoad(everything(model))
                .withRunOut(LONG_ENOUGH)
                .build()
                .run(FROM, weeks, model.organisation().groups().size(), repository);
    }

    private static ImmutableList<SupportCase> assertSound(
            SupportModel model, SimulationReport report, CaseRepository repository) {
        assertThat(report.refusals()).as("nothing that triage says is refused").isEmpty();
        assertThat(report.unanswered()).as("nobody is left without an answer").isEmpty();
        assertThat(report.escalations())
                .allSatisfy((target, tally) -> assertThat(tally.untold()).isZero());
        Instant end = FROM.plusYears(3).atStartOfDay(ZoneId.of("UTC")).toInstant();
        assertThat(repository.due(end, 1)).isEmpty();
        ImmutableList<SupportCase> cases = repository
                .query(CaseQuery.builder().pageSize(Integer.MAX_VALUE).build())
                .cases();
        assertThat(cases).hasSize(Math.toIntExact(report.registered()));
        Clocks clocks = new Clocks(model.agreements());
        cases.forEach(one -> assertSound(model, clocks, repository.history(one.number()), end));
        cases.stream()
                .limit(CASES)
                .forEach(one -> assertExplained(clocks, CaseHistory.of(repository.history(one.number())), end));
        return cases;
    }

    private static Stream<Agreement> agreements(SupportModel model) {
        return model.agreements().all().stream();
    }

    /** Rules that lead upwards pass a tier only where a way is declared as direct; those for business questions need none. */
    private static long passedTiers(SupportModel model, CaseRepository repository, ImmutableList<SupportCase> cases) {
        SupportOrganisation organisation = model.organisation();
        return cases.stream()
                .flatMap(one -> repository.history(one.number()).stream())
                .filter(event -> event instanceof CaseEvent.HandedOver moved
                        && moved.reason().startsWith("rule \"up")
                        && organisation.rank(moved.to().tier())
                                > organisation.rank(moved.from().tier()) + 1)
                .count();
    }

    private static long followedUp(
            CaseRepository repository, ImmutableList<SupportCase> cases, FollowUpOccasion occasion) {
        return cases.stream()
                .flatMap(one -> repository.history(one.number()).stream())
                .filter(event -> event instanceof CaseEvent.FollowedUp followed
                        && followed.followUp().occasion() == occasion)
                .count();
    }

    @Property(tries = 60, seed = "2007", shrinking = ShrinkingMode.OFF)
    void a_fair_share_of_the_models_made_by_chance_is_clean(@ForAll("any") SupportModel model) {
        Statistics.label("clean")
                .collect(clean(model))
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 15));
    }

    @Provide
    Arbitrary<SupportModel> any() {
        return new ModelDomain().models();
    }

    @Property(tries = 40, seed = "2007", shrinking = ShrinkingMode.OFF)
    @Tag("R16")
    @Tag("R18")
    void every_fault_that_is_seeded_into_a_sound_model_is_found(@ForAll("clean") SupportModel model) {
        ImmutableSet<String> before = said(ModelVerification.of(model, FROM).findings());
        for (SeededFault fault : SeededFault.values()) {
            Optional<SupportModel> faulty = fault.in(model);
            if (faulty.isPresent() && PROVED.merge(fault, 1, Integer::sum) <= ENOUGH) {
                assertFound(fault, faulty.get(), before);
            }
            Statistics.label(fault.name())
                    .collect(faulty.isPresent())
                    .coverage(coverage -> coverage.check(true).count(count -> count >= 1));
        }
    }

    /** A sound model has no errors, and of what it had to be warned of before nothing is the fault. */
    private static void assertFound(SeededFault fault, SupportModel faulty, ImmutableSet<String> before) {
        assertThat(fault.found(faulty, FROM))
                .as("%s in %s", fault, faulty)
                .filteredOn(finding -> fault.codes().contains(finding.code()))
                .anyMatch(finding -> finding.severity() == Severity.ERROR || !before.contains(said(finding)));
    }

    private static ImmutableSet<String> said(ImmutableList<Finding> findings) {
        return findings.stream().map(SoundnessProperties::said).collect(ImmutableSet.toImmutableSet());
    }

    private static String said(Finding finding) {
        return finding.code() + finding.place().pointer() + finding.message();
    }

    @Property(tries = 2, seed = "2007", shrinking = ShrinkingMode.OFF)
    @Tag("R04")
    @Tag("R05")
    @Tag("R06")
    @Tag("R07")
    @Tag("R16")
    @Tag("R17")
    @Tag("R18")
    void the_reference_model_answers_every_customer(@ForAll long seed) {
        SupportModel model = ModelFolder.read(Path.of("../examples/models/ams")).model();
        CaseRepository repository = CaseRepository.inMemory();

        SimulationReport report = Simulation.builder(model)
                .withLoad(everything(model).withCasesPerWeek(100))
                .withRunOut(LONG_ENOUGH)
                .build()
                .run(FROM, 1, seed, repository);

        assertThat(report.refusals()).isEmpty();
        assertThat(report.unanswered()).isEmpty();
        repository
                .query(CaseQuery.builder().pageSize(Integer.MAX_VALUE).build())
                .cases()
                .forEach(one -> assertContracts(model, CaseHistory.of(repository.history(one.number()))));
    }

    /** Whichever supplier had the case, its contract says how long (R18), and so does an agreement of every other group. */
    private static void assertContracts(SupportModel model, CaseHistory history) {
        SupportCase ended = history.latest();
        ImmutableList<ClockReading> clocks = new Clocks(model.agreements()).read(history, ended.changedAt());
        for (GroupId group : ended.involvedGroups()) {
            boolean supplier = model.organisation()
                    .group(group)
                    .filter(known -> known.kind() == GroupKind.SUPPLIER)
                    .isPresent();
            assertThat(clocks)
                    .filteredOn(clock -> clock.station()
                            .filter(at -> at.group().equals(group))
                            .isPresent())
                    .filteredOn(clock -> clock.measure() == Measure.RESIDENCE)
                    .isNotEmpty()
                    .allSatisfy(clock -> assertThat(
                                    clock.selected().agreement().kind() == AgreementKind.UNDERPINNING_CONTRACT)
                            .isEqualTo(supplier));
        }
    }

    private static void assertSound(SupportModel model, Clocks reading, ImmutableList<CaseEvent> history, Instant end) {
        SupportOrganisation organisation = model.organisation();
        ChainLaws.assertKept(organisation, history);
        SupportCase ended = SupportCase.of(history);
        assertThat(ended.closingReason())
                .hasValueSatisfying(reason -> assertThat(endings(model)).contains(reason));
        ImmutableList<ClockReading> clocks = reading.read(CaseHistory.of(history), end);
        for (GroupId group : ended.involvedGroups()) {
            TierId tier = organisation.group(group).orElseThrow().tier();
            assertThat(clocks)
                    .as("a limit at every group that had it (R16), or one of its tier together: %s", group)
                    .anyMatch(clock -> limits(clock, new Station(group, tier)));
        }
        assertThat(clocks)
                .as("a time for the answer to the customer")
                .anyMatch(clock -> clock.measure() == Measure.RESOLUTION);
    }

    private static void assertExplained(Clocks clocks, CaseHistory history, Instant end) {
        for (Explanation clock : clocks.explain(history, end)) {
            assertThat(clock.counted()).isEqualTo(clock.reading().consumed());
            Stream.of(Locale.ENGLISH, Locale.forLanguageTag("da"))
                    .forEach(
                            language -> assertThat(ExplanationWords.in(language).of(clock))
                                    .isNotEmpty()
                                    .noneMatch(String::isBlank));
        }
    }

    /** Only where a rule closes may a case end because its customer says no more, after the answer or when asked. */
    private static ImmutableSet<ClosingReason> endings(SupportModel model) {
        ImmutableSet.Builder<ClosingReason> endings = ImmutableSet.builder();
        endings.add(ClosingReason.CONFIRMED, ClosingReason.REFERRED);
        if (closes(model, FollowUpOccasion.ANSWERED)) {
            endings.add(ClosingReason.UNANSWERED);
        }
        if (closes(model, FollowUpOccasion.WAITING_FOR_CUSTOMER)) {
            endings.add(ClosingReason.WITHDRAWN);
        }
        return endings.build();
    }

    private static boolean closes(SupportModel model, FollowUpOccasion occasion) {
        return model.routing().followUps().stream().anyMatch(rule -> rule.occasion() == occasion);
    }

    /** A cumulative clock is that of the tier, whichever group there it began at. */
    private static boolean limits(ClockReading reading, Station station) {
        return switch (reading.measure()) {
            case RESIDENCE -> reading.station().equals(Optional.of(station));
            case CUMULATIVE_RESIDENCE -> reading.station().map(Station::tier).equals(Optional.of(station.tier()));
            default -> false;
        };
    }

    /** Cases of every value of every field, at every entrance, in a week; people enough, and too few now and then. */
    private static SimulatedLoad everything(SupportModel model) {
        SupportOrganisation organisation = model.organisation();
        int contact = organisation.rank(organisation.contactTier());
        return SimulatedLoad.builder()
                .arrivals(Arrivals.weekly(ZoneId.of("Europe/Copenhagen"), CASES))
                .mix(new CaseMix(ImmutableMap.of(
                        CaseField.KIND, evenly(CaseKind.values()),
                        CaseField.CAUSE, evenly(Cause.values()),
                        CaseField.IMPACT, orNone(evenly(Impact.values())),
                        CaseField.URGENCY, evenly(Urgency.values()),
                        CaseField.CUSTOMER_KIND, evenly(CustomerKind.values()),
                        CaseField.CATEGORY, ImmutableMap.of("", 1.0, "login", 1.0, "printer", 1.0),
                        CaseField.SYSTEM,
                                orNone(organisation.systems().stream()
                                        .collect(ImmutableMap.toImmutableMap(
                                                system -> system.id().value(), system -> 1.0))))))
                .putAllEntrances(organisation.groups().stream()
                        .filter(group -> organisation.rank(group.tier()) <= contact)
                        .filter(group -> organisation
                                .tier(group.tier())
                                .flatMap(Tier::entrance)
                                .map(group.id()::equals)
                                .orElse(true))
                        .collect(ImmutableMap.toImmutableMap(SupportGroup::id, group -> 1.0)))
                .putAllTiers(Maps.toMap(
                        organisation.tiers().stream().map(Tier::id).toList(),
                        tier -> GroupWork.of(3, Duration.ofMinutes(40))
                                .withWaitsForCustomer(0.2)
                                .withGivesBack(0.1)))
                .reopened(0.1)
                .putAllWords(ImmutableMap.of("log", 0.3, "log ind", 0.2, "printer", 0.3))
                .putAllAttributes(organisation.attributes().stream()
                        .filter(attribute -> attribute.id().value().equals("severity"))
                        .collect(ImmutableMap.toImmutableMap(
                                AttributeDefinition::id,
                                attribute -> ImmutableMap.of(
                                        new AttributeValue.Choice("A"), 0.3, new AttributeValue.Choice("B"), 0.3))))
                .build();
    }

    private static ImmutableMap<String, Double> evenly(Enum<?>[] constants) {
        return Arrays.stream(constants).collect(ImmutableMap.toImmutableMap(Enum::name, constant -> 1.0));
    }

    private static ImmutableMap<String, Double> orNone(ImmutableMap<String, Double> weights) {
        return ImmutableMap.<String, Double>builder()
                .putAll(weights)
                .put("", 1.0)
                .buildOrThrow();
    }

    /** In some model at least, and the count is told. */
    private static void happened(String what, long times) {
        Statistics.label(what)
                .collect(times > 0)
                .coverage(coverage -> coverage.check(true).count(count -> count >= 1));
    }

    private static void reached(String what) {
        Statistics.collect(what);
    }
}
