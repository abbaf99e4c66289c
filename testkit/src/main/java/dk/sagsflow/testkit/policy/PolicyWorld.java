package dk.sagsflow.testkit.policy;

import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.SettableClock;
import dk.sagsflow.verification.script.SubjectModel;
import dk.sagsflow.verification.script.Values;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What one test is about. */
final class PolicyWorld {
    private static final ThreadLocal<PolicyWorld> CURRENT = new ThreadLocal<>();

    final Path path;
    final ModelFolder folder;
    final SubjectModel subject;
    final Optional<PeopleFile> people;
    final Values values;
    final Instant start;
    final SettableClock clock;
    final Mailbox mailbox = new Mailbox();
    final SupportDesk desk;

    PolicyWorld(TestedFolder tested, String at) {
        this.path = tested.path();
        this.folder = tested.folder();
        this.people = tested.people();
        this.subject = SubjectModel.of(path, folder, people);
        this.values = new Values(Values.zoneOf(folder.model()));
        this.start = values.time(at);
        this.clock = SettableClock.at(start);
        this.desk = SupportDesk.builder(folder.model(), subject.people().directory(), clock)
                .withNotifier(mailbox)
                .build();
    }

    static PolicyWorld current() {
        PolicyWorld current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("no model is put to the test; annotate the class with @SupportModelTest");
        }
        return current;
    }

    void begin() {
        CURRENT.set(this);
    }

    static void end() {
        CURRENT.remove();
    }
}
