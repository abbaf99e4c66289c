package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.view.CaseView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several commands in one step, and commands on the case as it was seen. */
class StepTest {
    private final Desks world = new Desks();

    private CaseNumber atSpecialists() {
        CaseNumber number = world.desk
                .register(KAREN, Registration.of(CITIZEN_CARL.value(), "I cannot log in"))
                .orElseThrow()
                .number();
        SupportCase asked = world.does(KAREN, number, new CaseCommand.HandOver(BIT, "unknown to us"));
        return asked.number();
    }

    private static CaseRequest answers(CaseNumber number, boolean specialist) {
        return specialist
                ? CaseRequest.of(BO, number, new CaseCommand.Answer("the server was full"))
                : CaseRequest.of(KAREN, number, new CaseCommand.Answer("please try again"));
    }

    private static CaseRequest closes(CaseNumber number) {
        return CaseRequest.of(KAREN, number, new CaseCommand.Close(ClosingReason.UNANSWERED, "closed elsewhere"));
    }

    @Test
    void resolved_and_closed_elsewhere_is_one_step_of_several_people() {
        CaseNumber number = atSpecialists();
        LogPosition before = world.repository.log().end();

        SupportCase closed = world.desk
                .submitTogether(List.of(answers(number, true), answers(number, false), closes(number)))
                .orElseThrow()
                .whole();

        assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(world.repository.find(number)).contains(closed);
        assertThat(world.repository.log().countAfter(before)).isEqualTo(1);
    }

    @Test
    void if_one_of_them_is_refused_nothing_happens() {
        CaseNumber number = atSpecialists();
        SupportCase before = world.repository.find(number).orElseThrow();

        Outcome<CaseView> outcome =
                world.desk.submitTogether(List.of(answers(number, true), closes(number), answers(number, false)));

        assertThat(outcome.wasAccepted()).isFalse();
        assertThat(world.repository.find(number)).contains(before);
    }

    @Test
    void what_is_done_together_is_done_once_under_one_key() {
        CaseNumber number = atSpecialists();
        List<CaseRequest> together =
                List.of(answers(number, true).withKey(RequestKey.of("remote:17")), answers(number, false));

        SupportCase first = world.desk.submitTogether(together).orElseThrow().whole();

        assertThat(world.desk.submitTogether(together).orElseThrow().whole()).isEqualTo(first);
        assertThat(refusal(world.desk.submit(together.get(0)))).isInstanceOf(Refusal.KeyOfAnotherRequest.class);
        assertThatThrownBy(() -> world.desk.submitTogether(List.of(together.get(0), together.get(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one of them stands for all");
    }

    @Test
    void two_cases_can_be_changed_together() {
        CaseNumber one = atSpecialists();
        CaseNumber other = atSpecialists();
        CaseCommand note = new CaseCommand.AddNote(Visibility.INTERNAL, "the same cause");

        assertThat(world.desk
                        .submitTogether(List.of(CaseRequest.of(BO, one, note), CaseRequest.of(BO, other, note)))
                        .orElseThrow()
                        .number())
                .isEqualTo(one);
        assertThat(ImmutableList.of(one, other))
                .allSatisfy(number -> assertThat(
                                world.repository.find(number).orElseThrow().version())
                        .isEqualTo(3));
    }

    @Test
    void a_page_that_was_shown_before_something_happened_is_refused_if_its_user_asks_for_that() {
        CaseNumber number = atSpecialists();
        CaseRequest seenEarlier = answers(number, true).withExpectedVersion(1L);

        assertThat(refusal(world.desk.submit(seenEarlier))).isEqualTo(new Refusal.ChangedSince(number, 1, 2));
        assertThat(world.desk.submit(seenEarlier.withExpectedVersion(2L)).wasAccepted())
                .isTrue();
    }

    @Test
    void each_of_several_expects_the_case_as_it_was_before_all_of_them() {
        CaseNumber number = atSpecialists();
        CaseRequest first = answers(number, true).withExpectedVersion(2L);

        assertThat(refusal(world.desk.submitTogether(
                        List.of(first, answers(number, false).withExpectedVersion(3L)))))
                .isEqualTo(new Refusal.ChangedSince(number, 3, 2));
        assertThat(world.desk
                        .submitTogether(List.of(first, answers(number, false).withExpectedVersion(2L)))
                        .wasAccepted())
                .isTrue();
    }

    @Test
    void what_others_change_while_it_is_decided_is_a_change_too() {
        CaseNumber number = atSpecialists();
        CaseCommand note = new CaseCommand.AddNote(Visibility.INTERNAL, "me too");
        Desks slower = new Desks(new MeddlingRepository(world.repository) {
            private boolean happened;

            @Override
            void beforeAppend(ImmutableList<CaseChange> changes) {
                if (!happened) {
                    happened = true;
                    SupportCase unused = world.does(BO, number, note);
                }
            }
        });

        assertThat(refusal(
                        slower.desk.submit(CaseRequest.of(KAREN, number, note).withExpectedVersion(2L))))
                .isEqualTo(new Refusal.ChangedSince(number, 2, 3));
        assertThat(world.repository.history(number)).hasSize(3);
    }
}
