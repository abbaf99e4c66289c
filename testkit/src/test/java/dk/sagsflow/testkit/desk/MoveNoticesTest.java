package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notification.Kind;
import dk.sagsflow.core.notification.SubscriptionRegister;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.notification.Subscriptions.Wish;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Groups are told where their cases are, as they subscribe. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoveNoticesTest {
    private static final String CENTRE = "supportcenter@example.dk";
    private static final String SECOND = "bit@example.dk";
    private static final ImmutableMap<Kind, Wish> ALL = ImmutableMap.of(
            Kind.CASE_ARRIVED, Wish.AT_ONCE,
            Kind.CASE_HANDED_OVER, Wish.AT_ONCE,
            Kind.CASE_RETURNED, Wish.AT_ONCE,
            Kind.CASE_ASSIGNED, Wish.AT_ONCE,
            Kind.CASE_UNASSIGNED, Wish.AT_ONCE);

    private final SettableClock clock = SettableClock.at("2007-08-01T08:00:00Z");
    private final Mailbox mailbox = new Mailbox();
    private final SubscriptionRegister subscriptions = Subscriptions.inMemory();
    private final SupportModel ams =
            ModelFolder.read(Path.of("../examples/models/ams")).model();
    private Directory people = ReferenceOrganisation.people();
    private SupportDesk desk = desk(ALL);

    private SupportDesk desk(ImmutableMap<Kind, Wish> wishes) {
        return SupportDesk.builder(ams.withRouting(ams.routing().withGroupNotices(wishes)), new Changing(), clock)
                .withSubscriptions(subscriptions)
                .withNotifier(mailbox)
                .build();
    }

    /** People as they are now. */
    private final class Changing implements Directory {
        @Override
        public Optional<Actor> actor(ActorId id) {
            return people.actor(id);
        }

        @Override
        public Optional<Customer> customer(CustomerId id) {
            return people.customer(id);
        }

        @Override
        public ImmutableList<Actor> members(GroupId group) {
            return people.members(group);
        }
    }

    private void leavesTheGroup(ActorId who) {
        people = Directory.of(
                ReferenceOrganisation.actors().stream()
                        .map(actor -> actor.id().equals(who) ? actor.withMemberships() : actor)
                        .toList(),
                ReferenceOrganisation.customers());
    }

    @Test
    void a_group_is_told_of_a_case_that_nobody_has_any_more_since_its_member_left() {
        CaseNumber number = registered();
        does(KAREN, number, new CaseCommand.HandOver(BIT, "unknown to us"));
        leavesTheGroup(BO);
        clock.advance(Duration.ofDays(3));
        int unused = desk.operations().sweep(100).handled();

        assertThat(told(SECOND))
                .extracting(Notification::kind)
                .containsExactly(Kind.CASE_HANDED_OVER, Kind.CASE_ASSIGNED, Kind.CASE_UNASSIGNED);
        assertThat(told(SECOND).get(2).text()).contains("BIT", "Bo");
    }

    private CaseNumber registered() {
        return desk.register(
                        KAREN,
                        Registration.of(CITIZEN_CARL.value(), "I cannot log in")
                                .withCause(Cause.SYSTEM)
                                .withImpact(Impact.MAJOR)
                                .withUrgency(Urgency.HIGH))
                .orElseThrow()
                .number();
    }

    private void does(ActorId by, CaseNumber number, CaseCommand command) {
        desk.submit(by, number, command).orElseThrow();
    }

    private List<Notification> told(String address) {
        desk.operations().deliver(100);
        return mailbox.receivedAt(address).stream()
                .filter(mail -> mail.kind().subscribedByGroups() || mail.kind() == Kind.DIGEST)
                .toList();
    }

    private CaseNumber thereAndBack() {
        CaseNumber number = registered();
        does(KAREN, number, new CaseCommand.HandOver(BIT, "unknown to us"));
        does(BO, number, new CaseCommand.GiveBack(GiveBackReason.INFORMATION_MISSING, "which browser?"));
        does(KAREN, number, new CaseCommand.HandOver(BIT, "Netscape"));
        does(BO, number, new CaseCommand.Answer("upgrade it"));
        return number;
    }

    @Test
    void a_group_is_told_of_what_comes_to_it_with_the_priority_and_what_was_said() {
        thereAndBack();

        // BIT gives its cases to its members by a rule.
        assertThat(told(SECOND))
                .extracting(Notification::kind)
                .containsExactly(Kind.CASE_HANDED_OVER, Kind.CASE_ASSIGNED, Kind.CASE_HANDED_OVER, Kind.CASE_ASSIGNED);
        assertThat(told(SECOND).get(1).text()).contains("Bo");
        assertThat(told(SECOND).get(0).subject()).contains("(P1)");
        assertThat(told(SECOND).get(0).text()).contains("unknown to us", "BIT", "P1");
        assertThat(told(CENTRE)).extracting(Notification::kind).containsExactly(Kind.CASE_RETURNED, Kind.CASE_RETURNED);
        assertThat(told(CENTRE).get(0).text()).contains("which browser?");
        assertThat(told(CENTRE).get(1).text()).contains("upgrade it");
    }

    @Test
    void what_others_bring_to_the_contact_tier_arrives_there_and_what_its_own_members_bring_is_known() {
        registered();
        assertThat(told(CENTRE)).isEmpty();

        desk.register(ReferenceOrganisation.ASTRID, Registration.of("astrid", "help"))
                .orElseThrow();

        assertThat(told(CENTRE)).extracting(Notification::kind).containsExactly(Kind.CASE_ARRIVED);
    }

    @Test
    void the_first_mail_about_a_case_of_the_first_priority_says_so() {
        people = Directory.of(
                ImmutableList.<Actor>builder()
                        .addAll(ReferenceOrganisation.actors())
                        .add(Actor.program("monitor", "Monitor", ProgramRight.REGISTER, ProgramRight.WORK))
                        .build(),
                ReferenceOrganisation.customers());
        desk.register(
                        ActorId.of("monitor"),
                        Registration.of(CITIZEN_CARL.value(), "nothing works")
                                .withImpact(Impact.MAJOR)
                                .withUrgency(Urgency.HIGH))
                .orElseThrow();

        assertThat(told(CENTRE)).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(Kind.CASE_ARRIVED);
            assertThat(mail.subject()).contains("(P1)");
            assertThat(mail.text()).contains("Prioritet: P1");
        });
    }

    @Test
    void who_is_given_a_case_by_somebody_else_is_told_to_the_group() {
        CaseNumber number = registered();
        does(KAREN, number, new CaseCommand.Assign(KAREN));
        assertThat(told(CENTRE)).isEmpty();

        does(KAREN, number, new CaseCommand.Assign(HEAD));

        assertThat(told(CENTRE))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Hanne"));
    }

    @Test
    void a_group_that_has_said_what_it_wants_is_told_that_and_others_what_the_model_says() {
        subscriptions.subscribe(BIT, Kind.CASE_HANDED_OVER, Wish.IN_DIGEST);
        subscriptions.subscribe(BIT, Kind.CASE_ASSIGNED, Wish.NOT_AT_ALL);
        subscriptions.subscribe(ReferenceOrganisation.SUPPORT_CENTRE, Kind.CASE_RETURNED, Wish.NOT_AT_ALL);
        thereAndBack();

        assertThat(told(CENTRE)).isEmpty();
        assertThat(told(SECOND)).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(told(SECOND)).extracting(Notification::kind).containsExactly(Kind.DIGEST);
    }

    @Test
    void a_model_that_says_nothing_tells_nothing() {
        desk = desk(ImmutableMap.of());
        thereAndBack();

        assertThat(told(CENTRE)).isEmpty();
        assertThat(told(SECOND)).isEmpty();
    }
}
