package dk.sagsflow.examples.embed;

import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.desk.SupportDesk;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** A desk for Spring, which closes it, and whose scheduler runs it. */
// sample
@Configuration
@EnableScheduling
class DeskConfiguration {
    @Bean(destroyMethod = "close")
    SupportDesk desk(Path model, Directory people, CaseRepository store, Notifier mail) {
        return SupportDesk.builder(ModelFolder.read(model).model(), people, InstantSource.system())
                .withRepository(store)
                .withNotifier(mail)
                .build();
    }

    @Bean
    DeskWork work(SupportDesk desk) {
        return new DeskWork(desk);
    }

    record DeskWork(SupportDesk desk) {
        @Scheduled(fixedDelay = 10_000)
        void sweep() {
            var unused = desk.operations().sweep(200);
        }

        @Scheduled(fixedDelay = 5_000)
        void deliver() {
            var unused = desk.operations().deliver(200);
        }

        @Scheduled(fixedDelay = 1_000)
        void follow() {
            var unused = desk.operations().follow(200);
        }
    }
}
// end
