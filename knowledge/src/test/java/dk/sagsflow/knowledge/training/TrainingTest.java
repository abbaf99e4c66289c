package dk.sagsflow.knowledge.training;

import static dk.sagsflow.knowledge.Folk.ASTRID;
import static dk.sagsflow.knowledge.Folk.BO;
import static dk.sagsflow.knowledge.Folk.KEEPER;
import static dk.sagsflow.knowledge.Folk.OLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.CompetenceState;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.Folk;
import dk.sagsflow.knowledge.people.ListedPerson;
import dk.sagsflow.knowledge.people.PeopleFinding;
import dk.sagsflow.knowledge.people.PersonEntry;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.release.Release;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainingTest {
    private static final CompetenceId BASIC = CompetenceId.of("basic");
    private static final CompetenceId AMANDA = CompetenceId.of("amanda-module");
    private static final CourseDateId FIRST = CourseDateId.of("d1");

    private final Folk folk = new Folk();
    private final Training training = folk.people.training();

    TrainingTest() {
        training.offer(
                        KEEPER,
                        Course.of("basic-module", "Grundmodul", "basic", "Roller")
                                .validFor(Period.ofYears(2)))
                .orElseThrow();
        training.offer(
                        KEEPER,
                        Course.of("amanda-course", "Amanda", "amanda-module").requiring("basic"))
                .orElseThrow();
        hold("d1", "basic-module", "2007-09-10T07:00:00Z");
    }

    private void hold(String id, String course, String begins) {
        Instant from = Instant.parse(begins);
        training.hold(KEEPER, CourseDate.of(id, course, from, from.plus(Duration.ofHours(6)), "Aarhus"))
                .orElseThrow();
    }

    private void certified() {
        training.enrol(ASTRID, FIRST, ASTRID).orElseThrow();
        folk.at("2007-09-11T08:00:00Z");
        training.takeAttendance(KEEPER, FIRST, ImmutableSet.of(ASTRID)).orElseThrow();
        training.certify(KEEPER, FIRST, ASTRID).orElseThrow();
    }

    private Optional<CompetenceState> state(CompetenceId competence, String day) {
        return training.now().state(ASTRID, competence, LocalDate.parse(day));
    }

    @Test
    @Tag("R29")
    void who_enrols_is_under_way_and_who_attended_is_certified_until_it_is_due() {
        assertThat(state(BASIC, "2007-09-10")).isEmpty();
        training.enrol(ASTRID, FIRST, ASTRID).orElseThrow();
        assertThat(state(BASIC, "2007-09-10")).contains(CompetenceState.UNDER_WAY);
        assertThat(training.takeAttendance(KEEPER, FIRST, ImmutableSet.of(ASTRID))
                        .refusal()
                        .orElseThrow())
                .isInstanceOf(TrainingRefusal.CourseDateToCome.class);

        certified();
        assertThat(state(BASIC, "2007-09-10")).contains(CompetenceState.CERTIFIED);
        assertThat(state(BASIC, "2009-09-09")).contains(CompetenceState.CERTIFIED);
        assertThat(state(BASIC, "2009-09-10")).contains(CompetenceState.DUE);
        assertThat(training.now().register(folk.people.book().now().people(), LocalDate.parse("2008-01-01")))
                .containsExactly(new RegisterLine(
                        ASTRID, BASIC, CompetenceState.CERTIFIED, Optional.of(LocalDate.parse("2009-09-10"))));
        assertThat(training.attended(ASTRID, Instant.EPOCH, folk.now())).isEqualTo(Duration.ofHours(6));
    }

    @Test
    @Tag("R29")
    void an_extended_module_takes_the_basic_one_and_who_did_not_attend_is_not_certified() {
        hold("d2", "amanda-course", "2007-09-12T07:00:00Z");
        folk.at("2007-09-14T08:00:00Z");
        training.takeAttendance(KEEPER, CourseDateId.of("d2"), ImmutableSet.of(ASTRID, OLE))
                .orElseThrow();

        assertThat(training.certify(KEEPER, CourseDateId.of("d2"), ASTRID).refusal())
                .contains(new TrainingRefusal.CompetencesMissing(ASTRID, ImmutableSet.of(BASIC)));
        assertThat(training.certify(KEEPER, FIRST, OLE).refusal())
                .contains(new TrainingRefusal.NotAttended(FIRST, OLE));
        training.recognise(KEEPER, ASTRID, held("basic", "2006-03-12", "2008-03-12"), "bevis fra 2006")
                .orElseThrow();
        training.certify(KEEPER, CourseDateId.of("d2"), ASTRID).orElseThrow();
        assertThat(state(AMANDA, "2007-09-12")).contains(CompetenceState.CERTIFIED);
        assertThat(training.certify(ASTRID, CourseDateId.of("d2"), ASTRID).wasAccepted())
                .isFalse();
    }

    private static HeldCompetence held(String competence, String from, String due) {
        return new HeldCompetence(
                CompetenceId.of(competence), Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(due)));
    }

    @Test
    @Tag("R29")
    void a_release_ends_older_certificates_about_its_system_until_they_are_renewed() {
        training.recognise(KEEPER, ASTRID, held("amanda-module", "2007-01-01", "2010-01-01"), "bevis")
                .orElseThrow();
        training.recognise(KEEPER, ASTRID, held("basic", "2007-01-01", "2010-01-01"), "bevis")
                .orElseThrow();
        Release release = Release.of("a8", "amanda", "Amanda 8", LocalDate.parse("2007-11-01"))
                .renewedWithin(Period.ofMonths(3));
        folk.people.releases().plan(KEEPER, release).orElseThrow();

        assertThat(state(AMANDA, "2008-01-31")).contains(CompetenceState.CERTIFIED);
        assertThat(state(AMANDA, "2008-02-01")).contains(CompetenceState.DUE);
        assertThat(state(BASIC, "2008-02-01")).contains(CompetenceState.CERTIFIED);
        folk.people
                .releases()
                .plan(KEEPER, release.movedTo(LocalDate.parse("2007-12-01")))
                .orElseThrow();
        assertThat(state(AMANDA, "2008-02-01")).contains(CompetenceState.CERTIFIED);
        training.recognise(KEEPER, ASTRID, held("amanda-module", "2007-12-10", "2010-01-01"), "opfølgning")
                .orElseThrow();
        assertThat(state(AMANDA, "2008-06-01")).contains(CompetenceState.CERTIFIED);
        assertThat(training.now().held(ASTRID, LocalDate.parse("2008-06-01")))
                .contains(held("amanda-module", "2007-12-10", "2010-01-01"));
    }

    @Test
    @Tag("R29")
    void what_was_so_stays_so_and_a_correction_counts_from_when_it_is_made() {
        certified();
        Instant before = folk.now();
        folk.at("2007-10-01T08:00:00Z");
        assertThat(training.certified(ASTRID, BASIC, before)).isTrue();
        assertThat(training.certified(ASTRID, BASIC, Instant.parse("2007-09-10T20:00:00Z")))
                .isFalse();
        assertThat(training.certified(ASTRID, BASIC, Instant.parse("2007-09-10T20:00:00Z"), folk.now()))
                .isTrue();

        training.withdraw(KEEPER, ASTRID, BASIC, "forvekslet med en anden Astrid")
                .orElseThrow();
        Instant corrected = folk.now();
        folk.at("2007-10-02T08:00:00Z");
        assertThat(training.certified(ASTRID, BASIC, before)).isTrue();
        assertThat(training.certified(ASTRID, BASIC, before, folk.now())).isFalse();
        assertThat(training.certified(ASTRID, BASIC, corrected)).isFalse();
        assertThat(training.withdraw(KEEPER, ASTRID, BASIC, "igen").refusal())
                .contains(new TrainingRefusal.NoCertificate(ASTRID, BASIC));
        assertThat(training.now().certificates(ASTRID))
                .singleElement()
                .satisfies(one -> assertThat(one.withdrawn()).contains("forvekslet med en anden Astrid"));
    }

    @Test
    @Tag("R31")
    void what_supporters_must_know_is_written_down_and_what_they_lack_is_told() {
        training.write(KEEPER, CompetenceProfile.ofGroup("second", "2. niveau", "bit", "amanda-support"))
                .orElseThrow();
        PersonEntry bo = folk.people.book().now().person(BO).orElseThrow();
        assertThat(training.now().missing(bo, LocalDate.parse("2007-09-03")))
                .containsExactly(CompetenceId.of("amanda-support"));
        assertThat(findings())
                .containsExactlyInAnyOrder(
                        "bo: SK213 is not certified in amanda-support",
                        "astrid: SK211 is not certified in basic",
                        "ole: SK211 is not certified in basic");

        training.recognise(KEEPER, BO, held("amanda-support", "2007-01-01", "2007-10-01"), "oplært")
                .orElseThrow();
        training.recognise(KEEPER, OLE, HeldCompetence.of("basic"), "bevis").orElseThrow();
        training.enrol(ASTRID, FIRST, ASTRID).orElseThrow();
        assertThat(findings())
                .containsExactlyInAnyOrder(
                        "bo: SK212 is due in amanda-support on 2007-10-01", "astrid: SK211 is not certified in basic");
        training.drop(KEEPER, ProfileId.of("second")).orElseThrow();
        assertThat(training.now().required(bo)).isEmpty();
    }

    private List<String> findings() {
        return training.findings(folk.people.book().now(), Period.ofDays(30)).stream()
                .map(PeopleFinding::describe)
                .toList();
    }

    @Test
    void places_are_taken_once_and_given_back() {
        training.hold(KEEPER, training.now().date(FIRST).orElseThrow().date().withPlaces(1))
                .orElseThrow();
        training.enrol(OLE, FIRST, OLE).orElseThrow();
        training.enrol(OLE, FIRST, OLE).orElseThrow();

        assertThat(training.enrol(ASTRID, FIRST, ASTRID).refusal())
                .contains(new TrainingRefusal.CourseDateFull(FIRST, 1));
        assertThat(training.disenrol(ASTRID, FIRST, OLE).wasAccepted()).isFalse();
        assertThat(training.disenrol(OLE, FIRST, OLE).orElseThrow().enrolled()).isEmpty();
        assertThat(training.enrol(ASTRID, FIRST, ASTRID).orElseThrow().enrolled())
                .containsExactly(ASTRID);
        training.cancel(KEEPER, FIRST, "sne").orElseThrow();
        assertThat(training.enrol(ASTRID, FIRST, ASTRID).refusal())
                .contains(new TrainingRefusal.CourseDateNotThere(FIRST));
    }

    @Test
    void of_many_who_enrol_at_once_at_two_nodes_as_many_do_as_there_are_places() {
        training.hold(KEEPER, training.now().date(FIRST).orElseThrow().date().withPlaces(3))
                .orElseThrow();
        Training other = folk.another().training();
        List<ActorId> people = IntStream.range(0, 12)
                .mapToObj(number -> ActorId.of("superuser-" + number))
                .toList();
        people.forEach(
                person -> folk.enter(ListedPerson.superuser(person.value(), person.value(), "odense", "superusers")));

        long enrolled = people.parallelStream()
                .map(person -> (person.hashCode() % 2 == 0 ? training : other).enrol(person, FIRST, person))
                .filter(KnowledgeOutcome::wasAccepted)
                .count();
        assertThat(enrolled).isEqualTo(3);
        assertThat(other.now().date(FIRST).orElseThrow().enrolled()).hasSize(3);
    }

    @Test
    void what_there_is_not_is_refused_with_what_there_is() {
        assertThat(training.offer(KEEPER, Course.of("c", "C", "cobol"))
                        .refusal()
                        .orElseThrow()
                        .describe())
                .contains("cobol")
                .contains("amanda-module");
        assertThat(training.withdraw(KEEPER, CourseId.of("c"))
                        .refusal()
                        .orElseThrow()
                        .describe())
                .contains("basic-module");
        assertThat(training.drop(KEEPER, ProfileId.of("p")).wasAccepted()).isFalse();
        assertThat(training.takeAttendance(KEEPER, FIRST, ImmutableSet.of(ActorId.of("x")))
                        .wasAccepted())
                .isFalse();
    }

    @Test
    void a_plan_that_is_wrong_is_told_with_every_place() {
        assertThatThrownBy(() -> TrainingPlanJson.read("plan.json", """
                        {"format": 1, "courses": [{"id": "a", "title": "A", "competence": "x", "validFor": "two years"},
                          {"id": "a", "contents": [""], "extra": 1}], "profiles": [{"id": "p", "name": "P"}]}
                        """))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("/courses/0/validFor")
                .hasMessageContaining("/courses/1/extra")
                .hasMessageContaining("/profiles/0");
    }
}
