package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.operation.SweepReport;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.testkit.domain.ModelDomain;
import dk.sagsflow.testkit.domain.SupportDomain;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/** When sweeps come, and how many, makes no difference to the way of a case, in models of every shape (R17). */
@Tag("R17")
class SweepTimesProperties {
    private static final Instant MONDAY = Instant.parse("2007-09-03T07:00:00.123456Z");
    private static final ActorId NIGHT = ActorId.of("night");
    private static final ThresholdAction UP = new ThresholdAction.EscalateFunctionally();
    private static final List<ThresholdAction> ACTIONS =
            List.of(UP, UP, new ThresholdAction.EscalateToLead(), new ThresholdAction.NotifyWorkingGroup());

    /**
     * What happens to a case in its first minutes, before any limit is used up.
     *
     * @param to where it is handed over then, if that is possible
     * @param hold what it waits for then
     * @param held how long; an odd number of minutes is the date of the hold, after an even one somebody ends it
     */
    record Beginning(Registration registration, Optional<GroupId> to, Optional<WaitingFor> hold, int held) {}

    /** A model, and a case at it. */
    record Story(SupportModel model, Beginning beginning) {}

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void early_late_single_and_repeated_sweeps_give_the_same_hand_overs(
            @ForAll("stories") Story story, @ForAll("delays") List<Integer> delays) {
        World prompt = new World(story);
        prompt.settles(List.of(0));
        World late = new World(story);
        late.settles(delays);

        assertThat(late.ways()).as("swept after %s minutes: %s", delays, late).isEqualTo(prompt.ways());
        Statistics.label("limits that moved it").collect(prompt.moved());
        reached("moved twice by limits", prompt.moved() > 1);
        reached("several limits in one sweep", late.sweeps < prompt.sweeps && late.moved() > 0);
        reached("a limit on hold", prompt.refusedOnHold && prompt.moved() > 0);
    }

    private static void reached(String what, boolean value) {
        Statistics.label(what)
                .collect(value)
                .coverage(coverage -> coverage.check(true).count(count -> count >= 1));
    }

    @Provide
    Arbitrary<List<Integer>> delays() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 600),
                        Arbitraries.integers().between(0, 90_000))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Story> stories() {
        return Combinators.combine(new ModelDomain().models(), Arbitraries.randoms())
                .as(SweepTimesProperties::escalating)
                .flatMap(model -> beginnings(model.organisation()).map(beginning -> new Story(model, beginning)));
    }

    /**
     * The model with somebody on duty and with limits that move cases on at any time; without rules that close what waits for a
     * customer, which act while it does and make up for nothing.
     */
    private static SupportModel escalating(SupportModel model, Random random) {
        return model.withOrganisation(model.organisation().withDuty(NIGHT))
                .withAgreements(Agreements.of(model.agreements().all().stream()
                        .map(agreement -> escalating(agreement, random))
                        .collect(ImmutableList.toImmutableList())))
                .withRouting(model.routing()
                        .withFollowUps(model.routing().followUps().stream()
                                .filter(rule -> rule.occasion() != FollowUpOccasion.WAITING_FOR_CUSTOMER)
                                .toList()));
    }

    private static Agreement escalating(Agreement agreement, Random random) {
        List<Target> targets = agreement.targets().stream()
                .map(target -> random.nextInt(3) == 0 ? target : target.withThresholds(thresholds(random)))
                .toList();
        return agreement.withTargets(targets);
    }

    private static List<Threshold> thresholds(Random random) {
        List<Integer> percents = new ArrayList<>(List.of(60, 100, 150));
        Collections.shuffle(percents, random);
        return percents.subList(0, 1 + random.nextInt(2)).stream()
                .sorted()
                .map(percent -> Threshold.at(percent, actions(random)))
                .toList();
    }

    private static ThresholdAction[] actions(Random random) {
        return random.ints(random.nextInt(3), 0, ACTIONS.size())
                .distinct()
                .mapToObj(ACTIONS::get)
                .distinct()
                .toArray(ThresholdAction[]::new);
    }

    private static Arbitrary<Beginning> beginnings(SupportOrganisation organisation) {
        List<GroupId> doors = organisation.groups().stream()
                .filter(group -> organisation.rank(group.tier()) <= organisation.rank(organisation.contactTier()))
                .filter(group -> organisation
                        .tier(group.tier())
                        .orElseThrow()
                        .entrance()
                        .map(group.id()::equals)
                        .orElse(true))
                .map(SupportGroup::id)
                .toList();
        Arbitrary<Optional<GroupId>> to =
                Arbitraries.of(organisation.groupIds()).optional(0.4);
        return Combinators.combine(
                        registrations(organisation),
                        Arbitraries.of(doors),
                        to,
                        Arbitraries.of(WaitingFor.values()).optional(0.4),
                        Arbitraries.integers().between(1, 20_000))
                .as((registration, by, group, hold, held) ->
                        new Beginning(registration.withGroup(by), group, hold, held));
    }

    private static Arbitrary<Registration> registrations(SupportOrganisation organisation) {
        List<Optional<SystemId>> systems = new ArrayList<>(List.of(Optional.empty()));
        organisation.systems().forEach(system -> systems.add(Optional.of(system.id())));
        return Combinators.combine(
                        Arbitraries.of("citizen", "clerk"),
                        Arbitraries.of(CaseKind.values()),
                        Arbitraries.of(Cause.values()),
                        Arbitraries.of(systems),
                        Arbitraries.of(Impact.values()),
                        Arbitraries.of(Urgency.values()))
                .as((customer, kind, cause, system, impact, urgency) -> Registration.builder()
                        .customer(CustomerId.of(customer))
                        .subject("help")
                        .kind(kind)
                        .cause(cause)
                        .system(system)
                        .impact(impact)
                        .urgency(urgency)
                        .build());
    }

    /** One desk at which a story is played. Not thread-safe. */
    private static final class World {
        private static final int ENOUGH = 400;

        private final SettableClock clock = SettableClock.at(MONDAY.toString());
        private final CaseRepository repository = CaseRepository.inMemory();
        private final SupportDesk desk;
        private final CaseNumber number;
        private Optional<Instant> resumed = Optional.empty();
        private int sweeps;
        private boolean refusedOnHold;

        World(Story story) {
            desk = SupportDesk.builder(story.model(), people(story.model().organisation()), clock)
                    .withRepository(repository)
                    .build();
            Beginning beginning = story.beginning();
            GroupId contact = story.model().organisation().contactEntrance();
            number = desk.register(SupportDomain.memberOf(contact), beginning.registration())
                    .orElseThrow()
                    .number();
            clock.advance(Duration.ofSeconds(30, 7_000));
            beginning.to().ifPresent(to -> works(new CaseCommand.HandOver(to, "by hand")));
            clock.advance(Duration.ofSeconds(30));
            beginning.hold().ifPresent(reason -> held(reason, beginning.held()));
        }

        private void held(WaitingFor reason, int minutes) {
            Instant end = clock.instant().plus(Duration.ofMinutes(minutes));
            boolean dated = minutes % 2 == 1;
            works(new CaseCommand.Pause(reason, dated ? Optional.of(end) : Optional.empty(), ""));
            resumed = dated ? Optional.empty() : Optional.of(end);
        }

        private void works(CaseCommand command) {
            current()
                    .working()
                    .ifPresent(at -> Statistics.label(command.getClass().getSimpleName())
                            .collect(desk.submit(SupportDomain.memberOf(at.group()), number, command)
                                    .wasAccepted()));
        }

        /** Until nothing is ahead; a sweep comes so many minutes after there is something to do for it. */
        void settles(List<Integer> delays) {
            while (sweeps < ENOUGH) {
                Optional<Instant> due = entry().agenda().nextDue();
                if (due.isEmpty() && resumed.isEmpty()) {
                    return;
                }
                Instant coming = due.map(at -> at.isBefore(clock.instant()) ? clock.instant() : at)
                        .map(at -> at.plus(Duration.ofMinutes(delays.get(sweeps % delays.size()))))
                        .orElse(Instant.MAX);
                if (resumed.filter(coming::isAfter).isPresent()) {
                    clock.moveTo(resumed.orElseThrow());
                    resumed = Optional.empty();
                    works(new CaseCommand.Resume());
                } else {
                    clock.moveTo(coming);
                    sweep();
                }
            }
            throw new AssertionError("still due: " + this);
        }

        private void sweep() {
            sweeps++;
            boolean onHold = current().hold().isPresent();
            int before = count(CaseEvent.ThresholdPassed.class);
            int moved = ways().size();
            SweepReport report = desk.operations().sweep(10);
            assertThat(report.setAside()).isEmpty();
            assertThat(report.unheard()).isEmpty();
            assertThat(ways().size() - moved).as("one at a time").isLessThanOrEqualTo(1);
            refusedOnHold |= onHold && count(CaseEvent.ThresholdPassed.class) > before;
            // A second one at once finds nothing more.
            Agenda then = entry().agenda();
            int events = repository.history(number).size();
            SweepReport again = desk.operations().sweep(10);
            assertThat(repository.history(number)).as("%s %s", again, then).hasSize(events);
        }

        private int count(Class<? extends CaseEvent> kind) {
            return (int)
                    repository.history(number).stream().filter(kind::isInstance).count();
        }

        private CasePage.Entry entry() {
            return repository.query(CaseQuery.all()).entries().get(0);
        }

        private SupportCase current() {
            return repository.find(number).orElseThrow();
        }

        ImmutableList<GroupId> ways() {
            return repository.history(number).stream()
                    .filter(CaseEvent.HandedOver.class::isInstance)
                    .map(event -> ((CaseEvent.HandedOver) event).to().group())
                    .collect(ImmutableList.toImmutableList());
        }

        long moved() {
            return repository.history(number).stream()
                    .filter(event -> event instanceof CaseEvent.HandedOver
                            && event.actor().equals(Actor.sagsflow().id()))
                    .count();
        }

        @Override
        public String toString() {
            return "at " + clock.instant() + " " + repository.history(number);
        }

        /** Somebody in each group, every lead, somebody on duty, and two customers. */
        private static Directory people(SupportOrganisation organisation) {
            ImmutableList.Builder<Actor> actors = ImmutableList.builder();
            for (SupportGroup group : organisation.groups()) {
                actors.add(Actor.supporter(
                        SupportDomain.memberOf(group.id()).value(),
                        "Member",
                        group.id().value()));
                group.lead()
                        .ifPresent(lead -> actors.add(
                                Actor.supporter(lead.value(), "Lead", group.id().value())
                                        .withMailAddress(lead + "@example.dk")));
            }
            actors.add(Actor.supporter(NIGHT.value(), "Nis").withMailAddress("nis@example.dk"));
            actors.add(Actor.sagsflow());
            return Directory.of(
                    actors.build(),
                    ImmutableList.of(customer("citizen", CustomerKind.CITIZEN), customer("clerk", CustomerKind.OTHER)));
        }

        private static Customer customer(String id, CustomerKind kind) {
            return Customer.builder()
                    .id(CustomerId.of(id))
                    .name(id)
                    .kind(kind)
                    .mailAddress(id + "@example.dk")
                    .build();
        }
    }
}
