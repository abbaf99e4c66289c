package dk.sagsflow.jdbc;

import com.google.common.collect.ImmutableList;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseDescription;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A process that works on a store until it is killed: registers, takes on, hands over, answers, sweeps, delivers and follows,
 * and writes down what it was told is done. An hour of its clock passes in a second.
 */
final class CrashWorker {
    static final Instant BEGINNING = Instant.parse("2007-08-01T06:00:00Z");
    private static final int FASTER = 3_600;
    private static final SubscriptionName INDEX = SubscriptionName.of("index");

    private final Path written;
    private final InstantSource clock;
    private final SagsflowStore store;
    private final SupportDesk desk;
    private final String run;
    private boolean begun;

    CrashWorker(String url, Path written, Instant begun, String run) throws IOException {
        this.written = written;
        this.run = run;
        clock = () -> BEGINNING.plus(Duration.between(begun, Instant.now()).multipliedBy(FASTER));
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(6);
        config.setInitializationFailTimeout(60_000);
        config.setConnectionTimeout(60_000);
        store = SagsflowStore.open(new HikariDataSource(config));
        desk = SupportDesk.builder(
                        ModelFolder.read(Path.of("../../examples/models/ams")).model(),
                        ReferenceOrganisation.people(),
                        clock)
                .withRepository(store.cases())
                .withSubscriptions(store.subscriptions())
                .withNotifier(mail -> write("N " + mail.id()))
                .withSubscription(INDEX, SubscriptionStart.beginning(), this::follow)
                .build();
    }

    SagsflowStore store() {
        return store;
    }

    SupportDesk desk() {
        return desk;
    }

    /** Url, file to write to, when the first process began, name of the run. */
    public static void main(String[] args) throws IOException {
        CrashWorker worker =
                new CrashWorker(args[0], Path.of(args[1]), Instant.ofEpochMilli(Long.parseLong(args[2])), args[3]);
        worker.start(() -> worker.desk.operations().sweep(20));
        worker.start(() -> worker.desk.operations().deliver(20));
        worker.start(() -> worker.desk.operations().follow(20));
        worker.command();
    }

    private void start(Runnable work) {
        Thread thread = new Thread(() -> repeat(work));
        thread.setDaemon(true);
        thread.start();
    }

    /** A database that goes away and comes back stops nobody. */
    private static void repeat(Runnable work) {
        while (true) {
            try {
                work.run();
                Thread.sleep(5);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                System.err.println(failure);
            }
        }
    }

    private void command() {
        Random random = new Random(run.hashCode());
        List<CaseNumber> known = new ArrayList<>();
        repeat(() -> {
            RequestKey key = RequestKey.of(run + ":" + random.nextLong());
            if (random.nextInt(6) == 0) {
                bringAlong(key);
            }
            if (known.size() < 3 || random.nextInt(3) == 0) {
                CaseView registered = desk.register(
                                ReferenceOrganisation.KAREN,
                                Registration.builder()
                                        .customer(ReferenceOrganisation.CITIZEN_CARL)
                                        .subject("Amanda er nede")
                                        .system(ReferenceOrganisation.AMANDA)
                                        .build(),
                                key)
                        .orElseThrow();
                known.add(registered.number());
                acknowledged(registered);
            } else {
                CaseNumber number = known.get(random.nextInt(known.size()));
                Outcome<CaseView> outcome =
                        desk.submit(ReferenceOrganisation.KAREN, number, command(random.nextInt(4)), key);
                if (outcome.wasAccepted()) {
                    acknowledged(outcome.orElseThrow());
                }
            }
        });
    }

    /** Several at once. */
    private void bringAlong(RequestKey key) {
        ImmutableList.Builder<CaseImport> imports = ImmutableList.builder();
        for (int place = 0; place < 5; place++) {
            imports.add(new CaseImport("Cerberus", description(CaseNumber.of(key.value() + ":" + place))));
        }
        for (Outcome<SupportCase> brought : desk.operations().importCases(imports.build())) {
            SupportCase supportCase = brought.orElseThrow();
            write("A " + supportCase.number() + " " + supportCase.version() + " " + run);
        }
    }

    static CaseDescription description(CaseNumber number) {
        return CaseDescription.builder()
                .number(number)
                .customer(ReferenceOrganisation.CITIZEN_CARL)
                .subject("Amanda er nede")
                .system(ReferenceOrganisation.AMANDA)
                .registeredAt(BEGINNING)
                .addHolder(CaseDescription.Holder.of(ReferenceOrganisation.SUPPORT_CENTRE, BEGINNING))
                .build();
    }

    private static CaseCommand command(int choice) {
        return switch (choice) {
            case 0 -> new CaseCommand.Accept();
            case 1 -> new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown error");
            case 2 -> new CaseCommand.LinkKnowledge("FAQ 7");
            default -> new CaseCommand.Answer("try again");
        };
    }

    private void acknowledged(CaseView view) {
        write("A " + view.number() + " " + view.version() + " " + run);
        if (!begun) {
            begun = true;
            System.out.println("begun");
        }
    }

    private void follow(ImmutableList<LoggedStep> steps) {
        StringBuilder lines = new StringBuilder();
        steps.forEach(step -> step.events()
                .forEach(event -> lines.append(lines.isEmpty() ? "E " : "\nE ")
                        .append(event.caseNumber())
                        .append(' ')
                        .append(event.sequence())));
        write(lines.toString());
    }

    /** With the system, and so beyond the end of the process, when it returns. */
    private void write(String line) {
        try {
            Files.write(
                    written,
                    (line + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
