package dk.sagsflow.testkit.desk;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.assignment.AssignmentMethod;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.desk.SupportDeskBuilder;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reference organisation with three more supporters at its centre, one of whom knows Amanda. */
final class Staff {
    static final ActorId ANNA = ActorId.of("anna");
    static final ActorId IB = ActorId.of("ib");
    static final ActorId LIS = ActorId.of("lis");
    static final ActorId BOSS = ActorId.of("head-of-bit");
    static final CompetenceId AMANDA = CompetenceId.of("amanda-support");
    static final ImmutableList<ActorId> CENTRE = ImmutableList.of(ANNA, IB, LIS);

    private static final String GROUP = ReferenceOrganisation.SUPPORT_CENTRE.value();
    private static final SupportOrganisation ORGANISATION =
            ReferenceOrganisation.organisation().withCompetences(Competence.skill(AMANDA.value(), "Amanda"));

    final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    final Mailbox mailbox = new Mailbox();
    private final Map<ActorId, Actor> away = new HashMap<>();
    final CaseRepository repository = CaseRepository.inMemory();
    private final CaseNumbers numbers = CaseNumbers.counting("S-");
    private final SupportModel model;
    final SupportDesk desk;

    Staff(Routing routing) {
        this(SupportModel.of(ORGANISATION).withRouting(routing));
    }

    Staff(SupportModel model) {
        this.model = model;
        this.desk = builder().build();
    }

    static SupportOrganisation organisation() {
        return ORGANISATION;
    }

    static AssignmentRule centre(AssignmentMethod method) {
        return AssignmentRule.builder()
                .group(ReferenceOrganisation.SUPPORT_CENTRE)
                .method(method)
                .putCapacity(ReferenceOrganisation.KAREN, 0)
                .putCapacity(ReferenceOrganisation.HEAD, 0)
                .build();
    }

    static Staff by(AssignmentRule rule) {
        return new Staff(Routing.builder().addAssignment(rule).build());
    }

    static Directory people() {
        return Directory.of(
                ImmutableList.<Actor>builder()
                        .addAll(ReferenceOrganisation.actors())
                        .add(Actor.supporter("anna", "Anna", GROUP).withCompetences(HeldCompetence.of(AMANDA.value())))
                        .add(Actor.supporter("ib", "Ib", GROUP), Actor.supporter("lis", "Lis", GROUP))
                        .add(Actor.supporter("head-of-bit", "Birthe", ReferenceOrganisation.BIT.value())
                                .withMailAddress("birthe@example.dk"))
                        .build(),
                ReferenceOrganisation.customers());
    }

    /** From now on the directory says that this person is away then. */
    void away(ActorId who, Absence absence) {
        away.put(who, people().actor(who).orElseThrow().withAbsences(absence));
    }

    /** From now on the directory says that this person is certified in nothing. */
    void loses(ActorId who) {
        away.put(who, people().actor(who).orElseThrow().withCompetences(ImmutableList.of()));
    }

    /** From now on the directory says that this person is certified in Amanda. */
    void gains(ActorId who) {
        away.put(who, people().actor(who).orElseThrow().withCompetences(HeldCompetence.of(AMANDA.value())));
    }

    /** From now on the directory says of this person what it said first. */
    void regains(ActorId who) {
        away.remove(who);
    }

    boolean competent(ActorId who) {
        return !directory().actor(who).orElseThrow().competences().isEmpty();
    }

    private Directory directory() {
        Directory people = people();
        return new Directory() {
            @Override
            public Optional<Actor> actor(ActorId id) {
                return Optional.ofNullable(away.get(id)).or(() -> people.actor(id));
            }

            @Override
            public Optional<Customer> customer(CustomerId id) {
                return people.customer(id);
            }

            @Override
            public ImmutableList<Actor> members(GroupId group) {
                return people.members(group).stream()
                        .map(actor -> away.getOrDefault(actor.id(), actor))
                        .collect(ImmutableList.toImmutableList());
            }
        };
    }

    /** Builds one more desk on the same store. */
    SupportDeskBuilder builder() {
        return SupportDesk.builder(model, directory(), clock)
                .withRepository(repository)
                .withNumbers(numbers)
                .withNotifier(mailbox);
    }

    CaseNumber registers(SystemId... systems) {
        return registers(desk, systems);
    }

    CaseNumber registers(SupportDesk at, SystemId... systems) {
        Registration registration = Registration.of("citizen", "I cannot log in")
                .withKind(CaseKind.SERVICE_REQUEST)
                .withSystem(ImmutableList.copyOf(systems).stream().findFirst());
        return at.register(ReferenceOrganisation.KAREN, registration)
                .orElseThrow()
                .number();
    }

    /** Each on a thread of its own. */
    void fourDesksRegister(int casesEach) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            SupportDesk own = builder().build();
            threads.add(new Thread(() -> {
                for (int j = 0; j < casesEach; j++) {
                    CaseNumber unused = registers(own);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @CanIgnoreReturnValue
    SupportCase does(ActorId by, CaseNumber number, CaseCommand command) {
        clock.advance(Duration.ofMinutes(1));
        return desk.submit(by, number, command).orElseThrow().whole();
    }

    void places(CaseNumber number, Cause cause) {
        does(
                ReferenceOrganisation.KAREN,
                number,
                new CaseCommand.Classify(CaseKind.INCIDENT, Optional.empty(), Optional.empty(), cause));
    }

    SupportCase current(CaseNumber number) {
        return repository.find(number).orElseThrow();
    }

    Optional<ActorId> assignee(CaseNumber number) {
        return current(number).chain().working().flatMap(Link::assignee);
    }

    <E extends CaseEvent> ImmutableList<E> events(CaseNumber number, Class<E> kind) {
        return repository.history(number).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(ImmutableList.toImmutableList());
    }
}
