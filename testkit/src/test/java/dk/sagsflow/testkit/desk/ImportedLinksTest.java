package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.ImportProblem;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RelationObstacle;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.UnlinkReason;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseStep;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Links that cases bring along from another system. */
class ImportedLinksTest {
    private static final CaseNumber ONE = CaseNumber.of("CER-1");
    private static final CaseNumber TWO = CaseNumber.of("CER-2");

    private final Desks world = new Desks();
    private final CaseNumber here = world.registerFor(CITIZEN_CARL);

    @Test
    void a_case_does_not_repeat_itself() {
        assertThat(problems(brought(ONE, ONE))).containsExactly(problem(2, ONE, RelationObstacle.ITSELF));
    }

    @Test
    void the_original_comes_first_so_that_two_cases_cannot_repeat_each_other() {
        assertThat(problems(brought(ONE, TWO))).containsExactly(problem(2, TWO, RelationObstacle.MISSING));
        assertThat(brought(ONE, here).wasAccepted()).isTrue();
        assertThat(brought(TWO, ONE).wasAccepted()).isTrue();
        assertThat(brought(ONE, TWO).wasAccepted()).isFalse();
    }

    @Test
    void every_link_that_is_wrong_is_told_at_once_and_none_that_was_undone() {
        ImmutableList<CaseEvent> past = past(ONE, ONE, TWO, CaseNumber.of("CER-3"));
        CaseEvent undone =
                new CaseEvent.CaseUnlinked(header(ONE, 5), CaseRelation.DUPLICATE_OF, TWO, UnlinkReason.UNDONE);

        Outcome<SupportCase> outcome = brought(
                ImmutableList.<CaseEvent>builder().addAll(past).add(undone).build());

        assertThat(problems(outcome))
                .containsExactly(
                        problem(2, ONE, RelationObstacle.ITSELF),
                        problem(4, CaseNumber.of("CER-3"), RelationObstacle.MISSING));
        assertThat(Desks.refusal(outcome).describe()).contains("bring that case along first");
    }

    @Test
    void a_case_that_was_brought_along_as_a_duplicate_hears_the_answer() {
        assertThat(brought(ONE, here).wasAccepted()).isTrue();
        assertThat(closed(ONE).wasAccepted()).isTrue();
        world.places(here, Cause.USER_ERROR);

        assertThat(world.answers(KAREN, here).untold()).hasSize(1);
        while (world.desk.operations().sweep(100).handled() > 0) {
            Thread.onSpinWait();
        }

        assertThat(world.current(ONE).status()).isEqualTo(CaseStatus.ANSWERED);
    }

    @Test
    void a_child_that_is_brought_along_has_the_answer_that_its_major_incident_has_already() {
        world.places(here, Cause.USER_ERROR);
        SupportCase answered = world.answers(KAREN, here);

        assertThat(brought(past(CaseRelation.CHILD_OF, ONE, here)).wasAccepted())
                .isTrue();
        assertThat(world.desk.operations().deliver(10).sent()).isPositive();

        assertThat(world.current(ONE).status()).isEqualTo(CaseStatus.ANSWERED);
        assertThat(world.current(ONE).answer()).isEqualTo(answered.answer());
        assertThat(world.mailbox.received())
                .extracting(Notification::caseNumber, Notification::kind)
                .containsOnlyOnce(tuple(ONE, Notification.Kind.ANSWERED));
        assertThat(world.desk.operations().sweep(100).handled()).isZero();
    }

    @Test
    void a_child_of_what_is_worked_on_or_was_forgotten_is_left_to_its_group_and_one_that_is_over_stays_as_it_is() {
        assertThat(brought(past(CaseRelation.CHILD_OF, ONE, here)).wasAccepted())
                .isTrue();
        world.places(here, Cause.USER_ERROR);
        SupportCase answered = world.answers(KAREN, here);
        ImmutableList<CaseEvent> over = ImmutableList.<CaseEvent>builder()
                .addAll(past(CaseRelation.CHILD_OF, TWO, here))
                .add(new CaseEvent.Closed(header(TWO, 3), ClosingReason.WITHDRAWN, ""))
                .build();

        assertThat(brought(over).wasAccepted()).isTrue();

        assertThat(answered.untold()).hasSize(1);
        assertThat(world.current(ONE).status()).isEqualTo(CaseStatus.QUEUED);
        assertThat(world.current(TWO).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void nothing_is_closed_as_a_duplicate_of_what_is_not_there_or_leads_back_to_it() {
        world.repository.append(CaseStep.of(CaseChange.of(past(ONE, TWO))));
        assertThat(Desks.refusal(closed(ONE)))
                .isEqualTo(new Refusal.BadRelation(CaseRelation.DUPLICATE_OF, TWO, RelationObstacle.MISSING));

        world.repository.append(CaseStep.of(CaseChange.of(past(TWO, ONE))));
        assertThat(Desks.refusal(closed(ONE)))
                .isEqualTo(new Refusal.BadRelation(CaseRelation.DUPLICATE_OF, TWO, RelationObstacle.CIRCLE));
    }

    private Outcome<SupportCase> brought(CaseNumber number, CaseNumber of) {
        return brought(past(number, of));
    }

    private Outcome<SupportCase> brought(ImmutableList<CaseEvent> past) {
        return world.desk.operations().importCase(CaseImport.of("Cerberus", past));
    }

    private Outcome<?> closed(CaseNumber number) {
        return world.desk.submit(KAREN, number, new CaseCommand.Close(ClosingReason.DUPLICATE, ""));
    }

    private ImmutableList<CaseEvent> past(CaseNumber number, CaseNumber... originals) {
        return past(CaseRelation.DUPLICATE_OF, number, originals);
    }

    private ImmutableList<CaseEvent> past(CaseRelation relation, CaseNumber number, CaseNumber... originals) {
        CaseEvent.Registered like =
                (CaseEvent.Registered) world.repository.history(here).get(0);
        ImmutableList.Builder<CaseEvent> past = ImmutableList.builder();
        past.add(new CaseEvent.Registered(
                header(number, 1),
                like.station(),
                like.customer(),
                like.customerKind(),
                like.unit(),
                like.kind(),
                like.system(),
                like.subject(),
                like.description()));
        for (int i = 0; i < originals.length; i++) {
            past.add(new CaseEvent.CaseLinked(header(number, i + 2), relation, originals[i], Optional.empty()));
        }
        return past.build();
    }

    private static EventHeader header(CaseNumber number, long sequence) {
        return EventHeader.of(number, sequence, Instant.parse("2007-07-01T06:00:00Z"), KAREN, Side.ORGANISATION);
    }

    private static ImportProblem problem(long event, CaseNumber other, RelationObstacle why) {
        return new ImportProblem(event, new Refusal.BadRelation(CaseRelation.DUPLICATE_OF, other, why));
    }

    private static ImmutableList<ImportProblem> problems(Outcome<SupportCase> outcome) {
        return ((Refusal.NotImported) Desks.refusal(outcome)).problems();
    }
}
