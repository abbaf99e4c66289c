package dk.sagsflow.verification.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.load.GroupWork;
import dk.sagsflow.verification.load.SimulatedLoad;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Whatever the load and chance: the books of a simulation balance, and reports of parts are that of the whole. */
class SimulationProperties {
    private static final SupportModel MODEL =
            ModelFolder.read(Path.of("../examples/models/ams")).model();
    private static final LocalDate MONDAY = LocalDate.of(2007, 9, 3);
    /** Few cases show as much as many. */
    private static final SimulatedLoad QUIET = SimulatedLoad.standard(MODEL).withCasesPerWeek(100);

    @Property(tries = 12)
    void the_books_balance(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int staff,
            @ForAll @DoubleRange(min = 0, max = 1) double waits) {
        GroupWork centre = GroupWork.of(staff, Duration.ofMinutes(30))
                .withWaitsForCustomer(waits)
                .withGivesBack(1 - waits);
        CaseRepository repository = CaseRepository.inMemory();

        SimulationReport report = Simulation.builder(MODEL)
                .withLoad(QUIET.withGroup(GroupId.of("support-centre"), centre).withReopened(waits))
                .build()
                .run(MONDAY, 1, seed, repository);

        var cases = repository
                .query(CaseQuery.builder().pageSize(Integer.MAX_VALUE).build())
                .cases();
        long unanswered = report.unanswered().values().stream()
                .mapToLong(SimulationReport.Unanswered::cases)
                .sum();
        assertThat(cases).hasSize(Math.toIntExact(report.registered()));
        assertThat(report.answered() + unanswered).isEqualTo(report.registered());
        assertThat(cases.stream().filter(one -> one.working().isPresent())).hasSize(Math.toIntExact(unanswered));
        assertThat(cases.stream()
                        .filter(one -> one.status() == CaseStatus.ANSWERED || one.status() == CaseStatus.CLOSED))
                .hasSize(Math.toIntExact(report.answered()));
        report.groups().forEach((group, workload) -> {
            long still = cases.stream()
                    .filter(one ->
                            one.working().filter(at -> at.group().equals(group)).isPresent())
                    .count();
            assertThat(workload.answers() + workload.handOvers() + workload.givenBack() + workload.takenAway() + still)
                    .as("what came to %s is what left it and what is there", group)
                    .isEqualTo(workload.arrivals());
            assertThat(workload.waited()).isLessThanOrEqualTo(workload.present());
        });
    }

    @Property(tries = 5)
    void reports_merge_in_any_order_and_grouping(@ForAll long seed) {
        List<SimulationReport> parts = LongStream.of(seed, ~seed, seed / 2 + 1)
                .mapToObj(each ->
                        Simulation.builder(MODEL).withLoad(QUIET).build().run(MONDAY, 1, each))
                .toList();
        SimulationReport a = parts.get(0);
        SimulationReport b = parts.get(1);
        SimulationReport c = parts.get(2);

        assertThat(a.merge(b).merge(c))
                .isEqualTo(a.merge(b.merge(c)))
                .isEqualTo(c.merge(a).merge(b));
        assertThat(a.merge(SimulationReport.none())).isEqualTo(a);
        assertThat(a.merge(b).registered()).isEqualTo(a.registered() + b.registered());
    }
}
