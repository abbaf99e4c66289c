package dk.sagsflow.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseCommand;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Registration;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.sla.agreement.Agreements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FirstProgramTest {
    @Test
    void the_program_of_the_readme_runs() {
        // first-program
        SupportOrganisation organisation = SupportOrganisation.builder()
                .name("Support")
                .addTiers(Tier.of("1st", "Support centre"), Tier.of("2nd", "BIT"))
                .contactTier(TierId.of("1st"))
                .addGroups(SupportGroup.of("centre", "Support centre", "1st"), SupportGroup.of("bit", "BIT", "2nd"))
                .build();
        Customer anna = Customer.builder()
                .id(CustomerId.of("anna"))
                .name("Anna")
                .kind(CustomerKind.CITIZEN)
                .build();
        Actor karen = Actor.supporter("karen", "Karen", "centre");
        Actor bo = Actor.supporter("bo", "Bo", "bit");
        Directory people = Directory.of(ImmutableList.of(karen, bo), ImmutableList.of(anna));
        SupportModel model = new SupportModel(organisation, Agreements.none(), new Triage(ImmutableList.of()));
        SupportDesk desk =
                SupportDesk.builder(model, people, InstantSource.system()).build();

        CaseNumber number = desk.register(karen.id(), Registration.of("anna", "I cannot log in"))
                .orElseThrow()
                .number();
        desk.submit(karen.id(), number, new CaseCommand.HandOver(GroupId.of("bit"), "unknown error"))
                .orElseThrow();
        desk.submit(bo.id(), number, new CaseCommand.Answer("The certificate was renewed"))
                .orElseThrow();
        desk.submit(karen.id(), number, new CaseCommand.Answer("Please try again"))
                .orElseThrow();
        System.out.println(desk.view(karen.id(), number).orElseThrow().current().status()); // ANSWERED
        // end

        assertThat(desk.view(karen.id(), number).orElseThrow().current().status())
                .isEqualTo(CaseStatus.ANSWERED);
    }

    @Test
    void the_readme_shows_the_program_that_runs() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String source = Files.readString(Path.of("src/test/java/dk/sagsflow/routing/desk/FirstProgramTest.java"));

        assertThat(unindented(between(readme, "```java\n", "```")))
                .isEqualTo(unindented(between(source, "// first-program\n", "// end\n")));
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String unindented(String text) {
        return Arrays.stream(text.strip().split("\n", -1)).map(String::strip).collect(Collectors.joining("\n"));
    }
}
