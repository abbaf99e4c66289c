package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.OLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Entitled;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.conversation.Channel;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What reaches the desk after a sweep has judged the case without it. */
@Tag("R17")
class LateReportTest {
    private static final Instant LIMIT = Instant.parse("2007-08-01T14:00:00Z");

    private final Desks world = new Desks();

    private CaseNumber judgedLate() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.places(number, Cause.TECHNICAL);
        world.clock.moveTo(LIMIT.plusSeconds(60));
        assertThat(world.desk.operations().sweep(10).handled()).isEqualTo(1);
        return number;
    }

    private void answeredAt(CaseNumber number, Instant occurredAt) {
        assertThat(world.desk.submit(CaseRequest.of(KAREN, number, new CaseCommand.Answer("solved on the telephone"))
                        .withCircumstances(Circumstances.late(occurredAt))))
                .matches(Outcome::wasAccepted);
    }

    private List<String> retracted(CaseNumber number) {
        return world.repository.history(number).stream()
                .filter(CaseEvent.ThresholdRetracted.class::isInstance)
                .map(event -> ((CaseEvent.ThresholdRetracted) event).threshold())
                .toList();
    }

    private String recorded(CaseNumber number) {
        return world.repository.history(number).stream()
                .filter(CaseEvent.ThresholdPassed.class::isInstance)
                .map(event -> ((CaseEvent.ThresholdPassed) event).passed().id())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_answer_in_time_takes_back_the_threshold_that_was_recorded_before_it_was_reported() {
        CaseNumber number = judgedLate();

        world.clock.advance(Duration.ofMinutes(9));
        answeredAt(number, LIMIT.minusSeconds(120));

        assertThat(retracted(number)).containsExactly(recorded(number));
        world.clock.advance(Duration.ofDays(1));
        assertThat(world.desk.operations().sweep(10).setAside()).isEmpty();
        assertThat(retracted(number)).hasSize(1);
    }

    @Test
    void an_answer_after_the_limit_takes_nothing_back_however_late_it_is_reported() {
        CaseNumber number = judgedLate();

        world.clock.advance(Duration.ofMinutes(9));
        answeredAt(number, LIMIT.plusSeconds(30));

        assertThat(retracted(number)).isEmpty();
    }

    @Test
    void a_customer_registers_here_and_now_and_by_no_other_system() {
        world.clock.advance(Duration.ofDays(220));
        Instant now = world.clock.instant();
        RegistrationRequest usual = RegistrationRequest.of(CLARA, Registration.of(CITIZEN_CLARA.value(), "help"));

        for (Circumstances refused : List.of(
                Circumstances.late(now.minus(Duration.ofDays(210))),
                Circumstances.late(now.minusSeconds(1)),
                by(Channel.IMPORT),
                by(new Channel("Import")),
                by(Channel.adapter("jira")),
                by(new Channel("ADAPTER:jira")))) {
            assertThat(refusal(world.desk.register(usual.withCircumstances(refused))))
                    .isEqualTo(circumstancesOf(CLARA));
        }
        assertThat(world.repository.query(CaseQuery.all()).cases()).isEmpty();
        for (Channel accepted : List.of(Channel.HELPDESK, Channel.WEB, Channel.MAIL)) {
            assertThat(world.desk.register(usual.withCircumstances(by(accepted).withOccurredAt(now))))
                    .matches(Outcome::wasAccepted);
        }
    }

    @Test
    void no_customer_takes_a_case_up_again_by_a_word_that_is_dated_back() {
        CaseNumber number = world.registerFor(CITIZEN_CLARA);
        world.places(number, Cause.TECHNICAL);
        SupportCase answered = world.answers(KAREN, number);
        Instant soonAfter = world.clock.instant().plusSeconds(60);
        world.clock.advance(Duration.ofDays(220));
        CaseRequest word =
                CaseRequest.of(CLARA, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "it is not solved"));

        assertThat(refusal(world.desk.submit(word.withCircumstances(Circumstances.late(soonAfter)))))
                .isEqualTo(circumstancesOf(CLARA));
        assertThat(refusal(world.desk.submit(
                        word.withNumber(CaseNumber.of("C-404")).withCircumstances(Circumstances.late(soonAfter)))))
                .isEqualTo(circumstancesOf(CLARA));
        assertThat(refusal(world.desk.submit(word))).isInstanceOf(Refusal.RepliedTooLate.class);
        assertThat(world.current(number)).isEqualTo(answered);
    }

    @Test
    void operators_and_programs_report_late_and_for_other_systems_as_ever() {
        world.clock.advance(Duration.ofDays(1));
        Registration help = Registration.of(CITIZEN_CLARA.value(), "help");
        Circumstances late =
                by(Channel.adapter("jira")).withOccurredAt(world.clock.instant().minus(Duration.ofHours(2)));
        AccessPolicy policy =
                AccessPolicy.standard(ReferenceOrganisation.organisation(), ReferenceOrganisation.people());

        assertThat(world.desk.register(RegistrationRequest.of(KAREN, help).withCircumstances(late)))
                .matches(Outcome::wasAccepted);
        assertThat(policy.objection(
                        new Act(Actor.program("bridge", "Bridge", ProgramRight.REGISTER), world.clock.instant(), late)))
                .isEmpty();
        assertThat(policy.objection(
                        new Act(ReferenceOrganisation.people().actor(OLE).orElseThrow(), world.clock.instant(), late)))
                .contains(circumstancesOf(OLE));
        assertThat(circumstancesOf(OLE).describe()).contains("name an earlier time or another system");
    }

    private static Circumstances by(Channel channel) {
        return Circumstances.builder().channel(channel).build();
    }

    private static Refusal circumstancesOf(ActorId actor) {
        return new Refusal.NotEntitled(
                actor,
                CaseAction.TELL_CIRCUMSTANCES,
                ImmutableSet.of(
                        new Entitled.Operators(),
                        new Entitled.Programs(ProgramRight.REGISTER),
                        new Entitled.Programs(ProgramRight.NOTE)));
    }
}
