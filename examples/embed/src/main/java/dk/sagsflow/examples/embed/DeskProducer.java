package dk.sagsflow.examples.embed;

import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.operation.Scheduling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** A desk for CDI, in Quarkus or a server of Jakarta EE, which runs by its own scheduler. */
// sample
@ApplicationScoped
class DeskProducer {
    @Produces
    @Singleton
    SupportDesk desk(SupportModel model, Directory people, CaseRepository store, Notifier mail) {
        return SupportDesk.builder(model, people, InstantSource.system())
                .withRepository(store)
                .withNotifier(mail)
                .withScheduler(Scheduling.standard())
                .build();
    }

    void close(@Disposes SupportDesk desk) {
        desk.close();
    }
}
// end
