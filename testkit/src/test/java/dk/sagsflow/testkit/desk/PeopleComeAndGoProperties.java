package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.followup.FollowUpDue;
import dk.sagsflow.routing.followup.FollowUpPlan;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.clock.EscalationPlan;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.clock.ThresholdPassing;
import dk.sagsflow.sla.evaluation.Evaluation;
import dk.sagsflow.testkit.domain.ModelDomain;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/**
 * People come and go, and are erased, and nothing that was measured changes by it: one actor for each role plays on random
 * models, supporters and superusers with cases of their own among them, at times between seconds.
 */
@Domain(ModelDomain.class)
@Domain(DomainContext.Global.class)
class PeopleComeAndGoProperties {
    private static final Actor READER = Actor.program("reader", "Reader");
    private static final UnitId UNIT = UnitId.of("unit");
    private static final Customer CITIZEN = customer("citizen", CustomerKind.CITIZEN);
    private static final Customer SUPERUSER =
            customer("superuser", CustomerKind.SUPERUSER).withUnit(UNIT);
    private static final Customer COLLEAGUE =
            customer("colleague", CustomerKind.OTHER).withUnit(UNIT);
    private static final Customer SUPPORTER = customer("supporter", CustomerKind.OTHER);
    private static final ImmutableList<Customer> CUSTOMERS = ImmutableList.of(CITIZEN, SUPERUSER, COLLEAGUE, SUPPORTER);

    @Property(tries = 150)
    void erasing_anybody_at_any_time_changes_no_clock_threshold_plan_or_figure(
            @ForAll SupportModel model, @ForAll long seed) {
        Played played = new Played(model, new Random(seed));
        played.play();

        for (ImmutableList<CaseEvent> history : played.histories()) {
            for (int erasedUntil : new int[] {history.size() / 2, history.size()}) {
                ImmutableList<CaseEvent> erased = erased(history, erasedUntil);
                assertThat(erased).extracting(CaseEvent::side).isEqualTo(sides(history));
                for (Instant asOf : played.moments()) {
                    assertThat(Figures.of(model, erased, asOf)).isEqualTo(Figures.of(model, history, asOf));
                }
            }
        }
    }

    @Property(tries = 100)
    void taking_everybody_out_of_the_directory_changes_no_clock(@ForAll SupportModel model, @ForAll long seed) {
        Played played = new Played(model, new Random(seed));
        played.play();
        Actor reader = Actor.program("reader", "Reader");
        SupportDesk before = played.deskWith(Directory.of(with(reader, played.actors()), CUSTOMERS));
        SupportDesk after = played.deskWith(Directory.of(ImmutableList.of(reader), ImmutableList.of()));

        for (ImmutableList<CaseEvent> history : played.histories()) {
            CaseNumber number = history.get(0).caseNumber();
            assertThat(after.clocks(reader.id(), number)).isEqualTo(before.clocks(reader.id(), number));
        }
    }

    @Property(tries = 50)
    void taking_anybody_out_of_the_directory_changes_no_past_reading_list_or_overview(
            @ForAll SupportModel model, @ForAll long seed) {
        Played played = new Played(model, new Random(seed));
        played.play();
        SupportDesk before = played.deskWith(with(READER, played.actors(), CUSTOMERS));

        for (Directory left : played.directoriesWithoutSomebody()) {
            SupportDesk after = played.deskWith(left);
            for (ImmutableList<CaseEvent> history : played.histories()) {
                CaseNumber number = history.get(0).caseNumber();
                for (Instant asOf : played.moments()) {
                    assertThat(after.clocks(READER.id(), number, asOf))
                            .isEqualTo(before.clocks(READER.id(), number, asOf));
                }
            }
            assertThat(after.overview(READER.id())).isEqualTo(before.overview(READER.id()));
            for (GroupId group : model.organisation().groupIds()) {
                assertThat(after.workList(READER.id(), group, 10)).isEqualTo(before.workList(READER.id(), group, 10));
                assertThat(after.followUpList(READER.id(), group, 10))
                        .isEqualTo(before.followUpList(READER.id(), group, 10));
            }
        }
    }

    @Property(tries = 50)
    void taking_anybody_out_of_the_directory_changes_no_limit_and_no_follow_up_that_sweeps_put_on_record(
            @ForAll SupportModel model, @ForAll long seed) {
        Played played = new Played(model, new Random(seed));
        played.play();
        CaseRepository full = played.copy();
        List<CaseRepository> lefts = played.directoriesWithoutSomebody().stream()
                .map(left -> played.copy())
                .toList();
        played.clock.advance(Duration.ofDays(20));

        played.sweep(full, with(READER, played.actors(), CUSTOMERS));
        int place = 0;
        for (Directory left : played.directoriesWithoutSomebody()) {
            CaseRepository swept = lefts.get(place++);
            played.sweep(swept, left);
            for (CaseNumber number : played.numbers()) {
                assertThat(onRecord(swept.history(number))).isEqualTo(onRecord(full.history(number)));
            }
        }
    }

    /** The limits and follow-ups on record, without whom they were told to. */
    private static List<Object> onRecord(ImmutableList<CaseEvent> history) {
        ImmutableList.Builder<Object> found = ImmutableList.builder();
        for (CaseEvent event : history) {
            if (event instanceof CaseEvent.ThresholdPassed passed) {
                found.add(ImmutableList.of(
                        passed.passed().id(),
                        passed.passed().dueAt(),
                        passed.passed().exceeded()));
            } else if (event instanceof CaseEvent.FollowedUp followed) {
                found.add(ImmutableList.of(
                        followed.followUp().id(), followed.followUp().dueAt()));
            }
        }
        return found.build();
    }

    /** Everything that is read of a history. */
    private record Figures(
            ImmutableList<Explanation> clocks,
            ImmutableList<ThresholdPassing> passed,
            Optional<Instant> next,
            ImmutableList<FollowUpDue> followUps,
            Evaluation evaluation,
            List<Object> visits) {
        static Figures of(SupportModel model, ImmutableList<CaseEvent> events, Instant asOf) {
            CaseHistory history = CaseHistory.of(events);
            Clocks clocks = new Clocks(model.agreements());
            EscalationPlan plan = new EscalationPlan(clocks);
            return new Figures(
                    clocks.explain(history, asOf),
                    plan.until(history, asOf),
                    plan.nextUnrecorded(history, ImmutableSet.of(), asOf),
                    new FollowUpPlan(model.organisation(), model.routing().followUps())
                            .between(history, Instant.MIN, asOf),
                    Evaluation.of(clocks, history, asOf),
                    history.timeline().until(asOf).stream()
                            .map(PeopleComeAndGoProperties::visit)
                            .toList());
        }
    }

    private static Object visit(CaseTimeline.Stretch stretch) {
        SupportCase state = stretch.state();
        return ImmutableList.of(
                stretch.from(), stretch.to(), stretch.kind(), state.status(), state.working(), stretch.waitingFor());
    }

    private static ImmutableList<CaseEvent> erased(ImmutableList<CaseEvent> history, int until) {
        return ImmutableList.<CaseEvent>builder()
                .addAll(PersonalData.erasedFrom(history.subList(0, until)))
                .addAll(history.subList(until, history.size()))
                .build();
    }

    private static List<Side> sides(ImmutableList<CaseEvent> history) {
        return history.stream().map(CaseEvent::side).toList();
    }

    private static Directory with(Actor reader, ImmutableList<Actor> others, ImmutableList<Customer> customers) {
        return Directory.of(with(reader, others), customers);
    }

    private static ImmutableList<Actor> with(Actor one, ImmutableList<Actor> others) {
        return ImmutableList.<Actor>builder().add(one).addAll(others).build();
    }

    private static Customer customer(String id, CustomerKind kind) {
        return Customer.builder()
                .id(CustomerId.of(id))
                .name(id)
                .kind(kind)
                .helpdeskAccess(true)
                .build();
    }

    /** A desk on which everybody does anything. Not thread-safe. */
    private static final class Played {
        private final SupportModel model;
        private final Random random;
        private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
        private final CaseRepository repository = CaseRepository.inMemory();
        private final ImmutableList<Actor> actors;
        private final SupportDesk desk;
        private final ImmutableList.Builder<Instant> moments = ImmutableList.builder();

        Played(SupportModel model, Random random) {
            this.model = model;
            this.random = random;
            this.actors = actors(model.organisation());
            this.desk = deskWith(Directory.of(actors, CUSTOMERS));
        }

        private static ImmutableList<Actor> actors(SupportOrganisation organisation) {
            GroupId contact = organisation.contactEntrance();
            ImmutableList.Builder<Actor> actors = ImmutableList.builder();
            actors.add(Actor.customer("citizen", CITIZEN));
            actors.add(Actor.customer("colleague", COLLEAGUE));
            actors.add(Actor.customer("superuser", SUPERUSER)
                    .withMemberships(organisation.groups().get(0).id()));
            actors.add(Actor.customer("supporter", SUPPORTER).withMemberships(contact));
            for (SupportGroup group : organisation.groups()) {
                actors.add(Actor.supporter(
                        "of-" + group.id(), "of " + group.id(), group.id().value()));
            }
            return actors.build();
        }

        ImmutableList<Actor> actors() {
            return actors;
        }

        SupportDesk deskWith(Directory directory) {
            return deskOn(repository, directory);
        }

        private SupportDesk deskOn(CaseRepository cases, Directory directory) {
            return SupportDesk.builder(model, directory, clock)
                    .withRepository(cases)
                    .build();
        }

        /** The directory without everybody, and without each one of them, as an actor and as a customer. */
        ImmutableList<Directory> directoriesWithoutSomebody() {
            ImmutableList.Builder<Directory> left = ImmutableList.builder();
            left.add(Directory.of(ImmutableList.of(READER), ImmutableList.of()));
            for (Actor gone : actors) {
                left.add(with(
                        READER,
                        actors.stream().filter(actor -> !actor.equals(gone)).collect(ImmutableList.toImmutableList()),
                        CUSTOMERS.stream()
                                .filter(customer ->
                                        !customer.id().value().equals(gone.id().value()))
                                .collect(ImmutableList.toImmutableList())));
            }
            return left.build();
        }

        /** A store in which the same has happened. */
        CaseRepository copy() {
            CaseRepository copy = CaseRepository.inMemory();
            histories().forEach(history -> copy.append(CaseStep.of(CaseChange.of(history))));
            return copy;
        }

        /** Looks at what is due on a copy until nothing is. */
        void sweep(CaseRepository cases, Directory directory) {
            SupportDesk sweeping = deskOn(cases, directory);
            assertThat(sweeping.operations().renewAgendas(Optional.empty(), 100))
                    .isEmpty();
            for (int again = 0; again < 5; again++) {
                assertThat(sweeping.operations().sweep(1_000).setAside()).isEmpty();
            }
        }

        ImmutableList<CaseNumber> numbers() {
            return histories().stream()
                    .map(history -> history.get(0).caseNumber())
                    .collect(ImmutableList.toImmutableList());
        }

        void play() {
            for (Customer customer : CUSTOMERS) {
                var unused =
                        desk.register(anybody(), Registration.of(customer.id().value(), "help"));
            }
            for (int step = 0; step < 60; step++) {
                clock.advance(Duration.ofNanos((long) (random.nextDouble() * 3 * 3_600_000_000_000L)));
                if (random.nextInt(6) == 0) {
                    moments.add(clock.instant());
                }
                step();
            }
            clock.advance(Duration.ofDays(2));
            moments.add(clock.instant());
        }

        private void step() {
            ImmutableList<SupportCase> cases = repository.query(CaseQuery.all()).cases();
            if (cases.isEmpty()) {
                var unused = desk.register(ActorId.of("supporter"), Registration.of("citizen", "help"));
            } else if (random.nextInt(4) == 0) {
                var unused = desk.operations().sweep(10);
            } else {
                SupportCase some = cases.get(random.nextInt(cases.size()));
                ActorId by = random.nextInt(3) == 0 ? anybody() : worker(some);
                var unused =
                        desk.submit(CaseRequest.of(by, some.number(), command()).withCircumstances(how()));
            }
        }

        private ActorId worker(SupportCase some) {
            return some.working()
                    .map(station -> ActorId.of("of-" + station.group()))
                    .orElseGet(this::anybody);
        }

        private ActorId anybody() {
            return actors.get(random.nextInt(actors.size())).id();
        }

        private Circumstances how() {
            return random.nextInt(4) == 0
                    ? Circumstances.late(clock.instant().minus(Duration.ofMinutes(random.nextInt(120))))
                    : Circumstances.usual();
        }

        private CaseCommand command() {
            List<GroupId> groups = model.organisation().groupIds().asList();
            List<Supplier<CaseCommand>> commands = List.of(
                    CaseCommand.Accept::new,
                    () -> new CaseCommand.HandOver(groups.get(random.nextInt(groups.size())), "unknown"),
                    () -> new CaseCommand.Answer("so"),
                    () -> new CaseCommand.AddNote(Visibility.CUSTOMER, "a word"),
                    () -> new CaseCommand.AddNote(Visibility.CUSTOMER, "another word"),
                    () -> new CaseCommand.Pause(WaitingFor.CUSTOMER, date(), "which?"),
                    () -> new CaseCommand.Pause(WaitingFor.DATE, date(), "then"),
                    CaseCommand.Resume::new,
                    () -> new CaseCommand.Prioritise(any(Impact.values()), any(Urgency.values())),
                    () -> new CaseCommand.Classify(
                            CaseKind.INCIDENT, Optional.empty(), Optional.empty(), any(Cause.values())),
                    () -> new CaseCommand.Reopen("again"),
                    CaseCommand.Confirm::new,
                    () -> new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
            return commands.get(random.nextInt(commands.size())).get();
        }

        private Optional<Instant> date() {
            return Optional.of(clock.instant().plusNanos(1 + random.nextInt(2_000_000_000) * 5_000L));
        }

        private <T> T any(T[] values) {
            return values[random.nextInt(values.length)];
        }

        ImmutableList<ImmutableList<CaseEvent>> histories() {
            return repository.query(CaseQuery.all()).cases().stream()
                    .map(found -> repository.history(found.number()))
                    .collect(ImmutableList.toImmutableList());
        }

        ImmutableList<Instant> moments() {
            return moments.build();
        }
    }
}
