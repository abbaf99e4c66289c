package dk.sagsflow.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.SupportPeople;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.mailing.MailingListId;
import dk.sagsflow.knowledge.mailing.Recipients;
import dk.sagsflow.knowledge.people.AddressReport;
import dk.sagsflow.knowledge.people.ListedPerson;
import dk.sagsflow.knowledge.people.Unit;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The books about people beside a desk of the reference organisation. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleDeskTest {
    private static final Path SOURCE =
            Path.of("src", "test", "java", "dk", "sagsflow", "testkit", "knowledge", "PeopleDeskTest.java");

    private final SettableClock clock = SettableClock.at("2007-09-03T08:00:00Z");
    private final SupportOrganisation organisation = ReferenceOrganisation.organisation();
    private final SupportModel model =
            ModelFolder.read(Path.of("..", "examples", "models", "ams")).model();
    private final Directory programs =
            Directory.of(ImmutableList.of(Actor.program("bridge", "Bridge")), ImmutableList.<Customer>of());

    @Test
    void the_program_of_the_page_on_people_runs() throws IOException {
        // begin people.md
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
        Recipients superusers =
                people.mailingLists().recipients(MailingListId.of("superusers")).orElseThrow();
        System.out.println(superusers.addresses());
        // end people.md
        assertThat(superusers.addresses()).containsExactly("astrid@example.dk");
        assertThat(desk.register(ActorId.of("astrid"), Registration.of("astrid", "Amanda er langsom"))
                        .wasAccepted())
                .isTrue();
        standsOn("people.md");
    }

    private static void standsOn(String page) throws IOException {
        List<String> source = Files.readAllLines(SOURCE);
        String program = source
                .subList(source.indexOf("        // begin " + page) + 1, source.indexOf("        // end " + page))
                .stream()
                .map(line -> line.isEmpty() ? line : line.substring(8))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("..", "docs", page))).contains(program);
    }
}
