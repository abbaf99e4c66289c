package dk.sagsflow.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.command.CaseCommand.Answer;
import dk.sagsflow.core.command.CaseCommand.HandOver;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.clock.ExplanationWords;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReadmeProgramsTest {
    @Test
    void the_program_of_the_readme_runs() {
        // sample
        SupportOrganisation organisation = SupportOrganisation.builder()
                .name("Support")
                .addTiers(Tier.of("1st", "Support centre"), Tier.of("2nd", "BIT"))
                .contactTier(TierId.of("1st"))
                .addGroups(SupportGroup.of("centre", "Support centre", "1st"), SupportGroup.of("bit", "BIT", "2nd"))
                .build();
        Customer anna = Customer.of("anna", "Anna", CustomerKind.CITIZEN);
        Actor karen = Actor.supporter("karen", "Karen", "centre");
        Actor bo = Actor.supporter("bo", "Bo", "bit");
        Directory people = Directory.of(List.of(karen, bo), List.of(anna));
        SupportDesk desk = SupportDesk.builder(SupportModel.of(organisation), people, InstantSource.system())
                .build();

        CaseView registered = desk.register(karen.id(), Registration.of("anna", "I cannot log in"))
                .orElseThrow();
        CaseNumber number = registered.number();
        desk.submit(karen.id(), number, new HandOver(GroupId.of("bit"), "unknown error"))
                .orElseThrow();
        desk.submit(bo.id(), number, new Answer("The certificate was renewed")).orElseThrow();
        CaseView answered =
                desk.submit(karen.id(), number, new Answer("Please try again")).orElseThrow();
        System.out.println(answered.status()); // ANSWERED
        // end

        assertThat(answered.status()).isEqualTo(CaseStatus.ANSWERED);
    }

    @Test
    void the_clocks_of_the_readme_are_explained() {
        Path folder = Path.of("../examples/models/ams");
        Instant morning = Instant.parse("2007-08-01T08:00:00Z");
        InstantSource clock = InstantSource.fixed(morning);
        Actor karen = Actor.supporter("karen", "Karen", "support-centre");
        Directory people = Directory.of(List.of(karen), List.of(Customer.of("anna", "Anna", CustomerKind.CITIZEN)));
        Registration registration = Registration.of("anna", "I cannot log in");

        // sample
        SupportModel model = ModelFolder.read(folder).model();
        SupportDesk desk = SupportDesk.builder(model, people, clock).build();
        CaseNumber number =
                desk.register(karen.id(), registration).orElseThrow().number();
        for (Explanation clockOfCase : desk.clocks(karen.id(), number).orElseThrow()) {
            ClockReading reading = clockOfCase.reading();
            System.out.println(reading.measure() + " " + reading.state() + ", due " + reading.due());
            ExplanationWords.in(Locale.ENGLISH).of(clockOfCase).forEach(System.out::println);
        }
        // end

        assertThat(desk.clocks(karen.id(), number).orElseThrow())
                .isNotEmpty()
                .allSatisfy(explained -> assertThat(explained.reading().began()).isEqualTo(morning));
    }
}
