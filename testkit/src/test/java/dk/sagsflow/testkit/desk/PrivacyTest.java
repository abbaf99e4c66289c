package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CASEWORKER_IN_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.OLE;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPERUSERS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What nobody gets to see who should not. */
class PrivacyTest {
    private final Desks world = new Desks();
    private final SupportDesk desk = world.desk;

    @Test
    @Tag("R19")
    void a_superuser_sees_no_case_of_another_unit_even_if_superusers_are_one_group() {
        CaseNumber number = inTheHandsOfAstrid();

        assertThat(refusal(desk.view(OLE, number))).isInstanceOf(Refusal.UnknownCase.class);
        assertThat(desk.query(OLE, CaseQuery.all()).orElseThrow().cases()).isEmpty();
        assertThat(refusal(desk.submit(OLE, number, new CaseCommand.Answer("I am not even from Aarhus"))))
                .isInstanceOf(Refusal.UnknownCase.class);
        assertThat(world.answers(ASTRID, number).status()).isEqualTo(CaseStatus.ANSWERED);
    }

    @Test
    void nobody_relates_a_case_to_one_that_they_cannot_see() {
        CaseNumber ofAarhus = inTheHandsOfAstrid();
        CaseNumber ofCarl = world.registerFor(CITIZEN_CARL);

        assertThat(refusal(desk.submit(ASTRID, ofAarhus, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, ofCarl))))
                .isEqualTo(new Refusal.UnknownCase(ofCarl));
        assertThat(world.current(ofCarl).majorIncident()).isFalse();
    }

    @Test
    void erasing_leaves_no_name_of_a_customer_in_history_json_or_outbox_and_every_figure_as_it_was() {
        CaseNumber number = inTheHandsOfAstrid();
        SupportCase assigned = world.does(ASTRID, number, new CaseCommand.Assign(ASTRID));
        world.handsOver(ASTRID, number, SUPPORT_CENTRE);
        world.clock.advance(Duration.ofHours(9));
        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);
        world.places(number, Cause.USER_ERROR);
        SupportCase back = world.answers(KAREN, number);
        SupportCase answered = world.answers(ASTRID, number);
        SupportCase confirmed = world.does(KAREN, number, new CaseCommand.Confirm());
        Instant closed = world.clock.instant();
        ImmutableList<Tuple> before = figures(number, closed);

        SupportCase erased = world.does(HEAD, number, new CaseCommand.ErasePersonalData());

        assertThat(ImmutableList.of(assigned, back, answered, confirmed, erased))
                .extracting(SupportCase::status)
                .endsWith(CaseStatus.CLOSED);
        assertThat(json(number)).doesNotContain("astrid", "caseworker", "cannot log in", "this is how");
        assertThat(world.repository.outbox().waiting(10)).isEmpty();
        assertThat(figures(number, closed)).isEqualTo(before);
    }

    @Test
    void erasing_leaves_no_customer_in_escalations_and_no_free_text_in_category_article_or_change_reference() {
        CaseNumber number = world.registerFor(CASEWORKER_IN_AARHUS);
        SupportCase escalated = world.does(KAREN, number, new CaseCommand.Escalate(ASTRID, "she knows"));
        SupportCase placed = world.does(
                KAREN,
                number,
                new CaseCommand.Classify(
                        CaseKind.INCIDENT, Optional.empty(), Optional.of("Astrid's printer"), Cause.BUSINESS));
        SupportCase linked = world.does(KAREN, number, new CaseCommand.LinkKnowledge("how Astrid prints"));
        SupportCase closed = world.does(KAREN, number, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));

        SupportCase erased = world.does(HEAD, number, new CaseCommand.ErasePersonalData());

        assertThat(ImmutableList.of(escalated, placed, linked, closed)).isNotEmpty();
        assertThat(json(number)).doesNotContainIgnoringCase("astrid");
        assertThat(erased).isEqualTo(world.current(number));
        assertThat(erased.category()).contains("[erased]");
    }

    @Test
    void nobody_who_is_only_a_customer_is_told_of_a_case_by_an_escalation() {
        CaseNumber number = world.registerFor(CASEWORKER_IN_AARHUS);

        Refusal refusal = refusal(desk.submit(KAREN, number, new CaseCommand.Escalate(CITIZEN, "he is to blame")));

        assertThat(refusal)
                .isEqualTo(new Refusal.NotOfTheOrganisation(
                        CITIZEN, ReferenceOrganisation.organisation().groupIds()));
        assertThat(refusal.describe()).contains("members and leads of");
        assertThat(desk.submit(KAREN, number, new CaseCommand.Escalate(HEAD, "urgent"))
                        .wasAccepted())
                .isTrue();
    }

    @Test
    void erasing_keeps_a_category_that_rules_ask_for() {
        SupportModel model = world.deskModel()
                .withRouting(Routing.of(new Triage(ImmutableList.of(
                        new TriageRule("printers", Condition.is(CaseField.CATEGORY, "printer"), BIT)))));
        SupportDesk asking = SupportDesk.builder(model, ReferenceOrganisation.people(), world.clock)
                .withRepository(world.repository)
                .build();
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        SupportCase placed = world.does(
                KAREN,
                number,
                new CaseCommand.Classify(CaseKind.INCIDENT, Optional.empty(), Optional.of("printer"), Cause.TECHNICAL));
        SupportCase closed = world.does(KAREN, number, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));

        assertThat(asking.submit(HEAD, number, new CaseCommand.ErasePersonalData())
                        .wasAccepted())
                .isTrue();

        assertThat(placed.category()).isEqualTo(closed.category());
        assertThat(world.current(number).category()).contains("printer");
    }

    @Test
    void erasing_keeps_supporters_and_sweeps_by_name() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.clock.advance(Duration.ofHours(9));
        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);
        world.places(number, Cause.USER_ERROR);
        SupportCase answered = world.answers(KAREN, number);
        SupportCase confirmed = world.does(KAREN, number, new CaseCommand.Confirm());
        SupportCase erased = world.does(HEAD, number, new CaseCommand.ErasePersonalData());

        assertThat(world.repository.history(number))
                .extracting(CaseEvent::actor)
                .containsExactly(KAREN, Actor.sagsflow().id(), KAREN, KAREN, KAREN, HEAD);
        assertThat(ImmutableList.of(answered, confirmed, erased))
                .extracting(SupportCase::status)
                .containsExactly(CaseStatus.ANSWERED, CaseStatus.CLOSED, CaseStatus.CLOSED);
    }

    /** When who had the case, and what it waited for. */
    private ImmutableList<Tuple> figures(CaseNumber number, Instant end) {
        return CaseTimeline.of(world.repository.history(number)).until(end).stream()
                .map(stretch -> tuple(
                        stretch.from(),
                        stretch.to(),
                        stretch.kind(),
                        stretch.state().working(),
                        stretch.state().status(),
                        stretch.waitingFor()))
                .collect(ImmutableList.toImmutableList());
    }

    private CaseNumber inTheHandsOfAstrid() {
        return desk.register(
                        ASTRID,
                        Registration.of(CASEWORKER_IN_AARHUS.value(), "I cannot log in")
                                .withGroup(SUPERUSERS))
                .orElseThrow()
                .number();
    }

    private String json(CaseNumber number) {
        CaseEventJson json = new CaseEventJson();
        return world.repository.history(number).stream().map(json::write).collect(Collectors.joining("\n"));
    }
}
