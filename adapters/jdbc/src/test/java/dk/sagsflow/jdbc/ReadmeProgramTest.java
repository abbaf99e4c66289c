package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeProgramTest {
    private final SupportOrganisation organisation = ReferenceOrganisation.organisation();
    private final Directory people = ReferenceOrganisation.people();

    @TempDir
    Path folder;

    @Test
    void the_program_of_the_readme_keeps_its_cases() throws IOException {
        Path file = folder.resolve("desk");
        ActorId karen = ReferenceOrganisation.KAREN;
        Registration registration = Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "I cannot log in");

        var number = desk(file).register(karen, registration).orElseThrow().number();

        assertThat(desk(file).view(karen, number).orElseThrow().view().number()).isEqualTo(number);
        assertThat(stripped("../../README.md"))
                .contains(stripped("src/test/java/dk/sagsflow/jdbc/ReadmeProgramTest.java")
                        .replaceAll("(?s).*// program\n|\n// end\n.*", "")
                        .replace("SagsflowStore.inFile(file)", "SagsflowStore.inFile(Path.of(\"desk\"))"));
    }

    private SupportDesk desk(Path file) {
        // program
        SagsflowStore store = SagsflowStore.inFile(file);
        SupportDesk desk = SupportDesk.builder(SupportModel.of(organisation), people, InstantSource.system())
                .withRepository(store.cases())
                .withSubscriptions(store.subscriptions())
                .build();
        // end
        return desk;
    }

    private static String stripped(String file) throws IOException {
        return Files.readString(Path.of(file)).lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
