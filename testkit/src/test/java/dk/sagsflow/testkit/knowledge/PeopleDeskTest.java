package dk.sagsflow.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.InMemoryStore;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.knowledge.SupportPeople;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.mailing.MailingListId;
import dk.sagsflow.knowledge.mailing.PeopleOnList;
import dk.sagsflow.knowledge.people.AddressReport;
import dk.sagsflow.knowledge.people.DirectoryChanges;
import dk.sagsflow.knowledge.people.ListedPerson;
import dk.sagsflow.knowledge.people.PeopleExport;
import dk.sagsflow.knowledge.people.Unit;
import dk.sagsflow.knowledge.release.Release;
import dk.sagsflow.knowledge.training.CourseDate;
import dk.sagsflow.knowledge.training.RegisterLine;
import dk.sagsflow.knowledge.training.Training;
import dk.sagsflow.knowledge.training.TrainingPlanJson;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The books about people beside a desk of the reference organisation. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleDeskTest {
    private static final ActorId HANNE = ActorId.of("hanne");
    private static final CompetenceId SUPPORT = CompetenceId.of("amanda-support");

    private final SettableClock clock = SettableClock.at("2007-09-03T08:00:00Z");
    private final SupportOrganisation organisation = ReferenceOrganisation.organisation();
    private final SupportModel model =
            ModelFolder.read(Path.of("..", "examples", "models", "ams")).model();
    private final Directory programs =
            Directory.of(ImmutableList.of(Actor.program("bridge", "Bridge")), ImmutableList.<Customer>of());

    @Test
    void the_program_of_the_page_on_people_runs() {
        // sample
        SupportPeople people = SupportPeople.builder(organisation, ZoneId.of("Europe/Copenhagen"), clock)
                .withKeeper(RightHolder.person("hanne"))
                .withOthers(programs)
                .build();
        ActorId hanne = ActorId.of("hanne");
        people.book().open(hanne, Unit.jobCentre("aarhus", "Jobcenter Aarhus")).orElseThrow();
        people.book()
                .enter(hanne, ListedPerson.superuser("astrid", "Astrid", "aarhus", "superusers"))
                .orElseThrow();
        SupportDesk desk = SupportDesk.builder(model, people.directory(), clock).build();

        AddressReport report = people.book()
                .reportAddress(ActorId.of("astrid"), "astrid@example.dk")
                .orElseThrow();
        people.book().confirmAddress(report.person(), report.token()).orElseThrow();
        PeopleOnList superusers =
                people.mailingLists().recipients(MailingListId.of("superusers")).orElseThrow();
        System.out.println(superusers.addresses());
        // end
        assertThat(superusers.addresses()).containsExactly("astrid@example.dk");
        assertThat(desk.register(ActorId.of("astrid"), Registration.of("astrid", "Amanda er langsom"))
                        .wasAccepted())
                .isTrue();
    }

    @Test
    void what_lies_with_somebody_who_says_later_to_be_away_is_looked_at_without_a_word_of_the_host() {
        CaseRepository repository = CaseRepository.inMemory();
        List<SupportDesk> desks = new ArrayList<>();
        SupportPeople people = SupportPeople.builder(organisation, ZoneId.of("Europe/Copenhagen"), clock)
                .withKeeper(RightHolder.person("hanne"))
                .withOthers(ReferenceOrganisation.people())
                .withAbsenceNews(person -> desks.get(0).operations().renewAgendasOf(person))
                .build();
        ActorId pia = ActorId.of("pia");
        people.book()
                .enter(HANNE, ListedPerson.supporter("pia", "Pia", ReferenceOrganisation.SUPPORT_CENTRE.value()))
                .orElseThrow();
        SupportDesk desk = SupportDesk.builder(model, people.directory(), clock)
                .withRepository(repository)
                .build();
        desks.add(desk);
        CaseNumber number = desk.register(pia, Registration.of("caseworker", "help"))
                .orElseThrow()
                .number();
        desk.submit(pia, number, new CaseCommand.Accept()).orElseThrow();
        Absence absence = Absence.of(clock.instant(), clock.instant().plus(Duration.ofDays(1)));

        people.book().planAbsence(pia, pia, absence).orElseThrow();
        clock.advance(Duration.ofMinutes(1));
        desk.operations().sweep(10);

        assertThat(escalations(repository, number)).containsExactly(ReferenceOrganisation.HEAD);
        people.book().cancelAbsence(pia, pia, absence).orElseThrow();
        people.book()
                .planAbsence(pia, pia, Absence.of(clock.instant().plusSeconds(7_200), absence.until()))
                .orElseThrow();
        clock.advance(Duration.ofHours(2));
        desk.operations().sweep(10);
        assertThat(escalations(repository, number)).hasSize(2);
    }

    private static List<ActorId> escalations(CaseRepository repository, CaseNumber number) {
        return repository.history(number).stream()
                .filter(event -> event instanceof CaseEvent.Escalated told
                        && told.occasion()
                                .filter(why -> why.startsWith("absence/"))
                                .isPresent())
                .map(event -> ((CaseEvent.Escalated) event).to())
                .toList();
    }

    @Test
    void an_absence_is_in_the_book_even_if_the_news_of_it_is_not_taken() {
        SupportPeople people = SupportPeople.builder(organisation, ZoneId.of("Europe/Copenhagen"), clock)
                .withKeeper(RightHolder.person("hanne"))
                .withAbsenceNews(person -> {
                    throw new IllegalStateException("no desk yet");
                })
                .build();
        people.book()
                .enter(HANNE, ListedPerson.supporter("pia", "Pia", ReferenceOrganisation.SUPPORT_CENTRE.value()))
                .orElseThrow();
        Absence absence = Absence.of(clock.instant(), clock.instant().plus(Duration.ofDays(1)));

        people.book().planAbsence(HANNE, ActorId.of("pia"), absence).orElseThrow();

        assertThat(people.directory().actor(ActorId.of("pia")).orElseThrow().absences())
                .containsExactly(absence);
    }

    private SupportPeople books() {
        SupportPeople people = SupportPeople.builder(organisation, ZoneId.of("Europe/Copenhagen"), clock)
                .withKeeper(RightHolder.person("hanne"))
                .withOthers(ReferenceOrganisation.people())
                .build();
        people.book().open(HANNE, Unit.jobCentre("aarhus", "Jobcenter Aarhus")).orElseThrow();
        people.book()
                .enter(HANNE, ListedPerson.superuser("astrid", "Astrid", "aarhus", "superusers"))
                .orElseThrow();
        people.book().enter(HANNE, ListedPerson.supporter("bo", "Bo", "bit")).orElseThrow();
        people.book()
                .enter(HANNE, ListedPerson.supporter("ingrid", "Ingrid", "bit"))
                .orElseThrow();
        return people;
    }

    @Test
    @Tag("R29")
    void the_program_of_the_page_on_training_runs() throws IOException {
        SupportPeople people = books();
        ActorId hanne = HANNE;
        ActorId astrid = ActorId.of("astrid");
        String json = Files.readString(Path.of("..", "examples", "knowledge", "ams", "training.json"));
        // sample
        Training training = people.training();
        training.adopt(hanne, TrainingPlanJson.read("training.json", json)).orElseThrow();

        Instant nine = Instant.parse("2007-09-03T07:00:00Z");
        CourseDate date = CourseDate.of("basic-1", "basic-module", nine, nine.plus(Duration.ofHours(6)), "Aarhus");
        training.hold(hanne, date).orElseThrow();
        training.enrol(astrid, date.id(), astrid).orElseThrow();
        training.takeAttendance(hanne, date.id(), ImmutableSet.of(astrid)).orElseThrow();
        training.certify(hanne, date.id(), astrid).orElseThrow();

        boolean certified = training.certified(astrid, CompetenceId.of("basic"), clock.instant());
        for (RegisterLine line : training.now().register(people.book().now().people(), LocalDate.of(2007, 9, 4))) {
            System.out.println(line.person() + ": " + line.competence() + " " + line.state());
        }
        // end
        assertThat(certified).isTrue();
        assertThat(training.now().courses()).hasSize(7);
        assertThat(people.directory()
                        .actor(astrid)
                        .orElseThrow()
                        .certified(CompetenceId.of("basic"), LocalDate.of(2008, 1, 1)))
                .isTrue();
    }

    @Test
    @Tag("R29")
    @Tag("R31")
    void a_case_goes_to_whom_the_books_certify_and_not_when_a_release_has_ended_the_certificate() {
        SupportPeople people = books();
        certify(people, "bo");
        InMemoryStore store = CaseRepository.inMemory();
        SupportDesk desk = SupportDesk.builder(model, people.directory(), clock)
                .withRepository(store)
                .build();
        assertThat(assignee(desk)).isEqualTo("bo");

        Release release = Release.of("a8", "amanda", "Amanda 8", LocalDate.parse("2007-10-01"));
        people.releases().plan(HANNE, release.renewedWithin(Period.ofWeeks(2))).orElseThrow();
        clock.moveTo(Instant.parse("2007-10-16T08:00:00Z"));
        certify(people, "ingrid");
        assertThat(assignee(desk)).isEqualTo("ingrid");
        assertThat(people.training().certified(ActorId.of("bo"), SUPPORT, Instant.parse("2007-10-01T08:00:00Z")))
                .isTrue();

        // What statistics ask of everything that was assigned: was it given to somebody who was certified then?
        List<CaseEvent.Assigned> assigned = store.log().after(store.log().beginning(), 100).stream()
                .flatMap(step -> step.events().stream())
                .filter(CaseEvent.Assigned.class::isInstance)
                .map(CaseEvent.Assigned.class::cast)
                .toList();
        assertThat(assigned)
                .hasSize(2)
                .allMatch(event -> people.training().certified(event.assignee(), SUPPORT, event.occurredAt()));
    }

    @Test
    void what_the_file_of_people_says_is_what_the_book_says_then() {
        SupportPeople people = SupportPeople.builder(organisation, ZoneId.of("Europe/Copenhagen"), clock)
                .withKeeper(RightHolder.person("hanne"))
                .build();
        People file = PeopleFile.beside(Path.of("..", "examples", "models", "ams"), organisation)
                .orElseThrow()
                .people();
        for (UnitId unit : file.units()) {
            people.book()
                    .open(HANNE, Unit.jobCentre(unit.value(), unit.value()))
                    .orElseThrow();
        }
        DirectoryChanges changes = people.book().compare(PeopleExport.of(file, PeopleExport.Scope.EVERYBODY));
        people.book().apply(HANNE, changes).orElseThrow();

        assertThat(file.actors())
                .allSatisfy(
                        actor -> assertThat(people.directory().actor(actor.id()).map(known -> known.withCompetences()))
                                .contains(actor.withCompetences()));
        assertThat(file.actors().stream().flatMap(actor -> actor.customer().stream()))
                .allSatisfy(customer -> assertThat(people.directory().customer(customer))
                        .isEqualTo(file.directory().customer(customer)));
    }

    private static void certify(SupportPeople people, String person) {
        people.training()
                .recognise(
                        HANNE,
                        ActorId.of(person),
                        new HeldCompetence(SUPPORT, Optional.empty(), Optional.empty()),
                        "oplært")
                .orElseThrow();
    }

    private static String assignee(SupportDesk desk) {
        ActorId karen = ReferenceOrganisation.KAREN;
        CaseNumber number = desk.register(
                        karen, Registration.of("astrid", "Amanda fryser").withSystem(ReferenceOrganisation.AMANDA))
                .orElseThrow()
                .number();
        desk.submit(karen, number, new CaseCommand.HandOver(ReferenceOrganisation.BIT, "ukendt fejl"))
                .orElseThrow();
        return ((CaseFile.ForOperator) desk.view(karen, number).orElseThrow())
                .whole()
                .chain()
                .working()
                .flatMap(Link::assignee)
                .map(ActorId::value)
                .orElse("nobody");
    }
}
