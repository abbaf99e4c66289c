package outside;

import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.desk.SupportDesk;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Registers one case at a desk of the model in a folder, and tells what is promised. */
public final class FirstCase {
    private FirstCase() {}

    public static void main(String[] args) {
        System.out.println(in(Path.of(args[0])));
    }

    static String in(Path model) {
        Actor karen = Actor.supporter("karen", "Karen", "support-centre");
        Customer anna = Customer.of("anna", "Anna", CustomerKind.CITIZEN);
        Directory people = Directory.of(List.of(karen), List.of(anna));
        try (SupportDesk desk = SupportDesk.builder(ModelFolder.read(model).model(), people, InstantSource.system())
                .build()) {
            CaseView registered = desk.register(karen.id(), Registration.of("anna", "I cannot log in"))
                    .orElseThrow();
            int clocks = desk.clocks(karen.id(), registered.number()).orElseThrow().size();
            return registered.number() + " is " + registered.status() + ", with " + clocks + " clocks";
        }
    }
}
