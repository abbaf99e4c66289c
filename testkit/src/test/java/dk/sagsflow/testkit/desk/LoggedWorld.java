package dk.sagsflow.testkit.desk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.CaseListener;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A world in which names, addresses and texts of people are secrets, whatever can fail fails now and then, and what fails says
 * the secrets. To be loaded where a logging backend is.
 */
public final class LoggedWorld {
    private static final SupportModel MODEL =
            ModelFolder.read(Path.of("../examples/models/ams")).model();
    private static final Patience SHORT = Patience.builder().attempts(2).build();

    private final Random dice;
    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    private final CaseRepository repository = CaseRepository.inMemory();
    private final List<CaseNumber> cases = new ArrayList<>();
    private final SupportDesk desk;
    private boolean down;

    private LoggedWorld(long seed) {
        dice = new Random(seed);
        desk = SupportDesk.builder(MODEL, new Forgetful(), clock)
                .withRepository(repository)
                .withNotifier(this::send)
                .withSubscription(SubscriptionName.of("index"), SubscriptionStart.beginning(), this::index)
                .withListener(new CaseListener() {
                    @Override
                    public void changed(SupportCase after, ImmutableList<CaseEvent> events) {
                        failNowAndThen(after.subject());
                    }
                })
                .withSuggestions(current -> {
                    failNowAndThen(current.description());
                    return ImmutableList.of();
                })
                .withSweeping(SHORT)
                .withDelivery(SHORT)
                .withFollowing(SHORT)
                .build();
    }

    /** Plays so many worlds. */
    public static void play(int worlds) {
        for (int seed = 0; seed < worlds; seed++) {
            LoggedWorld world = new LoggedWorld(seed);
            for (int step = 0; step < 60; step++) {
                world.happens();
            }
        }
    }

    private void happens() {
        clock.advance(Duration.ofMinutes(dice.nextInt(600)));
        down = false;
        if (cases.size() < 5) {
            register();
        }
        CaseNumber number = cases.get(dice.nextInt(cases.size()));
        ActorId by = worker(number);
        var unused = desk.submit(by, number, command()).flatMap(done -> desk.suggestions(by, number));
        down = dice.nextInt(4) == 0;
        desk.operations().sweep(10);
        desk.operations().deliver(10);
        desk.operations().follow(10);
    }

    private void register() {
        Registration help = Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), secret("subject"))
                .withDescription(secret("description"));
        cases.add(desk.register(ReferenceOrganisation.KAREN, help).orElseThrow().number());
    }

    private ActorId worker(CaseNumber number) {
        ImmutableMap<GroupId, ActorId> members = ImmutableMap.of(
                ReferenceOrganisation.BIT, ReferenceOrganisation.BO,
                ReferenceOrganisation.KMD, ReferenceOrganisation.KIM,
                ReferenceOrganisation.SPECIALISTS, ReferenceOrganisation.BIRGIT);
        return repository
                .find(number)
                .flatMap(SupportCase::working)
                .flatMap(at -> Optional.ofNullable(members.get(at.group())))
                .orElse(ReferenceOrganisation.KAREN);
    }

    private CaseCommand command() {
        return switch (dice.nextInt(9)) {
            case 0 -> new CaseCommand.Accept();
            case 1, 2 ->
                new CaseCommand.HandOver(
                        dice.nextBoolean() ? ReferenceOrganisation.BIT : ReferenceOrganisation.KMD, secret("reason"));
            case 3 -> new CaseCommand.Answer(secret("answer"));
            case 4 -> new CaseCommand.GiveBack(GiveBackReason.MISROUTED, secret("explanation"));
            case 5 -> new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), secret("question"));
            case 6 -> new CaseCommand.AddNote(Visibility.CUSTOMER, secret("note"));
            case 7 ->
                new CaseCommand.Classify(
                        CaseKind.INCIDENT, Optional.empty(), Optional.of(secret("category")), Cause.SYSTEM);
            default -> new CaseCommand.Prioritise(Impact.HIGH, Urgency.HIGH);
        };
    }

    private static String secret(String of) {
        return "CONFIDENTIAL " + of + " of 010170-1234";
    }

    private void failNowAndThen(String text) {
        if (dice.nextInt(3) == 0) {
            throw new IllegalStateException(text, new IllegalArgumentException("cannot use " + text));
        }
    }

    private void send(Notification notification) {
        failNowAndThen(notification.address() + " does not take " + notification.text());
    }

    private void index(ImmutableList<LoggedStep> steps) {
        failNowAndThen(steps.toString());
    }

    /** Does not answer now and then. */
    private final class Forgetful implements Directory {
        @Override
        public Optional<Actor> actor(ActorId id) {
            return ReferenceOrganisation.people()
                    .actor(id)
                    .map(actor -> actor.withName("CONFIDENTIAL " + actor.name()));
        }

        @Override
        public Optional<Customer> customer(CustomerId id) {
            if (down) {
                failNowAndThen("no answer about CONFIDENTIAL customer " + id);
            }
            return ReferenceOrganisation.people()
                    .customer(id)
                    .map(customer -> customer.withName("CONFIDENTIAL " + customer.name())
                            .withMailAddress("confidential." + id + "@example.dk"));
        }
    }
}
