package dk.sagsflow.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class DeskInAContainerTest {
    private static final Path MODEL = Path.of("../models/ams");
    private static final Registration REGISTRATION = Registration.of("citizen", "I cannot log in");

    @Test
    void spring_makes_one_desk_and_its_work() {
        try (AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext()) {
            spring.registerBean(Path.class, () -> MODEL);
            spring.registerBean(Directory.class, ReferenceOrganisation::people);
            spring.registerBean(CaseRepository.class, () -> CaseRepository.inMemory());
            spring.registerBean(Notifier.class, Notifier::none);
            spring.register(DeskConfiguration.class);
            spring.refresh();

            SupportDesk desk = spring.getBean(SupportDesk.class);
            spring.getBean(DeskConfiguration.DeskWork.class).sweep();
            assertThat(desk.register(ReferenceOrganisation.KAREN, REGISTRATION)
                            .orElseThrow()
                            .number()
                            .value())
                    .isEqualTo("C-0000001");
        }
    }

    @Test
    void what_cdi_calls_makes_a_desk_and_closes_it() {
        DeskProducer producer = new DeskProducer();
        SupportDesk desk = producer.desk(
                ModelFolder.read(MODEL).model(),
                ReferenceOrganisation.people(),
                CaseRepository.inMemory(),
                Notifier.none());

        assertThat(desk.register(ReferenceOrganisation.KAREN, REGISTRATION)
                        .orElseThrow()
                        .number()
                        .value())
                .isEqualTo("C-0000001");
        producer.close(desk);
    }
}
