package dk.sagsflow.verification.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.statistics.Backlog;
import dk.sagsflow.verification.load.GroupWork;
import dk.sagsflow.verification.load.SimulatedLoad;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the model of a backlog says, held against cases that are worked on one by one at a real desk. */
@Tag("R35")
class BacklogAgainstSimulationTest {
    private static final SupportModel MODEL =
            ModelFolder.read(Path.of("../examples/models/ams")).model();
    private static final GroupId SUPERUSERS = GroupId.of("superusers");
    private static final ServiceCalendar OFFICE = ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
            .build();
    private static final int WEEKS = 4;

    /** Superusers answer all that their colleagues ask, in office hours. */
    private static SimulatedLoad load(int casesPerWeek, int people, Duration handling) {
        SimulatedLoad standard = SimulatedLoad.standard(MODEL).withCasesPerWeek(casesPerWeek);
        GroupWork work = Objects.requireNonNull(standard.tiers().get(TierId.of("superusers")))
                .withStaff(people)
                .withEffort(handling)
                .withHours(Optional.of(OFFICE))
                .withAnswered(Optional.of(1.0));
        return standard.withGroup(SUPERUSERS, work)
                .withMix(standard.mix().with(CaseField.CUSTOMER_KIND, ImmutableMap.of("SUPERUSER", 1.0)));
    }

    @ParameterizedTest
    @DisplayName("a backlog grows in a simulation as its model says, within what chance does (R35)")
    @CsvSource({"120, 2, 60", "150, 1, 30", "100, 1, 60"})
    void grows_as_its_model_says(int casesPerWeek, int people, int minutes) {
        Duration handling = Duration.ofMinutes(minutes);
        SimulationReport played = Simulation.builder(MODEL)
                .withLoad(load(casesPerWeek, people, handling))
                .build()
                .run(LocalDate.of(2007, 9, 3), WEEKS, 7);
        double came = (double) played.registered() / WEEKS;

        Backlog backlog = new Backlog(0, came, people, Duration.ofHours(40), handling);
        double said = backlog.after(WEEKS).get(WEEKS - 1);
        double chance = Math.sqrt(WEEKS * backlog.capacity());
        long waiting = played.unanswered().values().stream()
                .mapToLong(SimulationReport.Unanswered::cases)
                .sum();

        assertThat((double) waiting).isCloseTo(said, within(3 * chance));
    }
}
