package dk.sagsflow.knowledge.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.Folk;
import dk.sagsflow.knowledge.SupportPeople;
import dk.sagsflow.knowledge.release.Release;
import dk.sagsflow.knowledge.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever is written into the books, whether somebody was certified at a past time stays what it was. */
class CertificationProperties {
    private static final List<ActorId> PEOPLE = List.of(Folk.ASTRID, Folk.OLE);
    private static final List<CompetenceId> COMPETENCES =
            List.of(CompetenceId.of("basic"), CompetenceId.of("amanda-module"));

    /** What is written next: about whom, about a day so far away, after so many hours (back if the clock is set back). */
    record Entry(int action, int person, int competence, int days, int hours) {}

    /** Of whom it was asked, for what, and for when. */
    record Question(ActorId person, CompetenceId competence, Instant at) {}

    @Provide
    Arbitrary<List<Entry>> entries() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(-60, 60),
                        Arbitraries.integers().between(-3, 400))
                .as(Entry::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(25);
    }

    @Tag("R29")
    @Property(tries = 60)
    void certification_at_a_past_time_never_changes(@ForAll("entries") List<Entry> entries) {
        Folk folk = new Folk();
        Course basic = Course.of("c0", "Grundmodul", "basic").validFor(Period.ofDays(40));
        folk.people.training().offer(Folk.KEEPER, basic).orElseThrow();
        Course amanda = Course.of("c1", "Amanda", "amanda-module").requiring("basic");
        folk.people.training().offer(Folk.KEEPER, amanda).orElseThrow();
        Map<Question, Boolean> answers = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Instant next = folk.now().plus(Duration.ofHours(entry.hours()));
            ask(folk.people.training(), folk.now(), answers);
            folk.at(next.toString());
            Object unused = write(folk, entry);
            stillSo(folk.people.training(), answers);
        }
        stillSo(folk.another().training(), answers);
    }

    /** Asks about the past. */
    private static void ask(Training training, Instant now, Map<Question, Boolean> answers) {
        for (ActorId person : PEOPLE) {
            for (CompetenceId competence : COMPETENCES) {
                for (int days : new int[] {0, 10, 35}) {
                    Instant past = now.minusNanos(1_000).minus(Duration.ofDays(days));
                    Question asked = new Question(person, competence, past);
                    answers.putIfAbsent(asked, training.certified(person, competence, past));
                }
            }
        }
    }

    private static void stillSo(Training training, Map<Question, Boolean> answers) {
        answers.forEach(
                (asked, answer) -> assertThat(training.certified(asked.person(), asked.competence(), asked.at()))
                        .as("%s", asked)
                        .isEqualTo(answer));
    }

    private static Object write(Folk folk, Entry entry) {
        SupportPeople books = folk.people;
        Training training = books.training();
        ActorId person = PEOPLE.get(entry.person());
        CompetenceId competence = COMPETENCES.get(entry.competence());
        Instant when = folk.now().plus(Duration.ofDays(entry.days()));
        LocalDate day = LocalDate.ofInstant(when, Folk.COPENHAGEN);
        CourseDateId date = CourseDateId.of("d" + entry.competence());
        CourseDate held =
                CourseDate.of(date.value(), "c" + entry.competence(), when, when.plusSeconds(3_600), "Aarhus");
        return switch (entry.action()) {
            case 0 -> training.hold(Folk.KEEPER, held);
            case 1 -> training.enrol(person, date, person);
            case 2 -> training.takeAttendance(Folk.KEEPER, date, ImmutableSet.of(person));
            case 3, 4 -> training.certify(Folk.KEEPER, date, person);
            case 5, 6 ->
                training.recognise(
                        Folk.KEEPER,
                        person,
                        new HeldCompetence(competence, Optional.of(day), Optional.of(day.plusDays(30))),
                        "bevis");
            case 7 -> training.withdraw(Folk.KEEPER, person, competence, "fejl");
            case 8 ->
                books.releases()
                        .plan(
                                Folk.KEEPER,
                                Release.of("r" + entry.person(), "amanda", "Amanda", day)
                                        .renewedWithin(Period.ofDays(5)));
            default -> books.releases().drop(Folk.KEEPER, ReleaseId.of("r" + entry.person()));
        };
    }
}
