package dk.sagsflow.testkit.knowledge;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.AMANDA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.EditorialRefusal;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.KnowledgeStep;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.knownerror.CaseDesk;
import dk.sagsflow.knowledge.operation.Disruption;
import dk.sagsflow.knowledge.operation.DisruptionDetails;
import dk.sagsflow.knowledge.operation.DisruptionId;
import dk.sagsflow.knowledge.operation.DisruptionKind;
import dk.sagsflow.knowledge.operation.DisruptionRefusal;
import dk.sagsflow.knowledge.operation.DisruptionStep;
import dk.sagsflow.knowledge.operation.MajorIncidents;
import dk.sagsflow.knowledge.operation.OperationEvent;
import dk.sagsflow.knowledge.operation.WorkWindow;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What joins a major incident to its status: whose right it is, and what others do at the same moment. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("R23")
class MajorIncidentStatusTest {
    private static final ActorId PROGRAM = ActorId.of("knowledge");
    private static final DisruptionId DOWN = DisruptionId.of("down");
    private static final DisruptionId OTHER = DisruptionId.of("other");
    private static final DisruptionDetails DETAILS = DisruptionDetails.of("amanda", "Amanda er nede", "");

    private final SettableClock clock = SettableClock.at("2007-09-03T08:00:00Z");
    private final Directory people = Directory.of(
            ImmutableList.<Actor>builder()
                    .addAll(ReferenceOrganisation.actors())
                    .add(Actor.program("knowledge", "Knowledge", ProgramRight.READ))
                    .build(),
            ReferenceOrganisation.customers());
    private final Interrupted store = new Interrupted(KnowledgeStore.inMemory());
    private final KnowledgeBase knowledge = opened(store);
    private final KnowledgeBase elsewhere = opened(store.kept);
    private final SupportDesk desk = SupportDesk.builder(
                    ModelFolder.read(Path.of("..", "examples", "models", "ams")).model(), people, clock)
            .build();
    private final MajorIncidents incidents = incidents(knowledge);
    private final CaseNumber major = major("Amanda er nede");

    /** A store in which somebody else is a moment faster, once. */
    private static final class Interrupted implements KnowledgeStore {
        private final KnowledgeStore kept;
        private Predicate<KnowledgeEvent> before = event -> false;
        private Runnable others = () -> {};

        Interrupted(KnowledgeStore kept) {
            this.kept = kept;
        }

        void once(Predicate<KnowledgeEvent> before, Runnable others) {
            this.before = before;
            this.others = others;
        }

        @Override
        public void append(List<? extends KnowledgeEvent> events) {
            if (events.stream().anyMatch(before)) {
                before = event -> false;
                others.run();
            }
            kept.append(events);
        }

        @Override
        public ImmutableList<KnowledgeEvent> history(RecordId record) {
            return kept.history(record);
        }

        @Override
        public LogPosition beginning() {
            return kept.beginning();
        }

        @Override
        public ImmutableList<KnowledgeStep> after(LogPosition position, int limit) {
            return kept.after(position, limit);
        }

        @Override
        public void rewrite(UnaryOperator<KnowledgeEvent> anew, KnowledgeEvent then) {
            kept.rewrite(anew, then);
        }
    }

    private KnowledgeBase opened(KnowledgeStore kept) {
        return KnowledgeBase.builder(ReferenceOrganisation.organisation(), people, clock)
                .withEditor(RightHolder.person("karen"))
                .withStore(kept)
                .build();
    }

    private MajorIncidents incidents(KnowledgeBase base) {
        return base.majorIncidents(CaseDesk.of(desk::view, desk::submit), PROGRAM, ImmutableSet.of());
    }

    private CaseNumber major(String subject) {
        CaseNumber number = registered(subject);
        CaseNumber child = registered("Intet svar fra Amanda");
        desk.submit(KAREN, child, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, number))
                .orElseThrow();
        return number;
    }

    private CaseNumber registered(String subject) {
        CaseNumber number = desk.register(
                        KAREN, Registration.of("astrid", subject).withSystem(AMANDA))
                .orElseThrow()
                .number();
        desk.submit(
                        KAREN,
                        number,
                        new CaseCommand.Classify(
                                CaseKind.INCIDENT, Optional.of(AMANDA), Optional.empty(), Cause.SYSTEM))
                .orElseThrow();
        return number;
    }

    private ImmutableList<CaseEvent> events(CaseNumber number) {
        return ((CaseFile.ForOperator) desk.view(PROGRAM, number).orElseThrow()).events();
    }

    @AfterEach
    void close() {
        desk.close();
        knowledge.close();
        elsewhere.close();
    }

    @Test
    void what_is_published_is_joined_by_those_who_may_publish_it() {
        for (Readership published : List.of(Readership.everyone(), Readership.superusers())) {
            DisruptionId id = DisruptionId.of(published.key());
            knowledge
                    .operations()
                    .report(KAREN, id, DETAILS.forReaders(published))
                    .orElseThrow();
            assertThat(incidents.link(BO, id, major).refusal()).containsInstanceOf(EditorialRefusal.RightMissing.class);
            assertThat(knowledge.operations().about(major)).isEmpty();
        }
        DisruptionId everyone = DisruptionId.of(Readership.everyone().key());
        assertThat(incidents.link(KAREN, everyone, major).orElseThrow().number())
                .contains(major);
    }

    @Test
    void a_status_tells_of_one_case_and_planned_work_and_what_is_over_of_none() {
        knowledge.operations().report(BO, DOWN, DETAILS).orElseThrow();
        incidents.link(BO, DOWN, major).orElseThrow();
        CaseNumber second = major("Amanda er nede igen");
        assertThat(incidents.link(BO, DOWN, second).refusal())
                .contains(new DisruptionRefusal.StatusHasCase(DOWN, major));
        assertThat(incidents.link(BO, DOWN, major).refusal())
                .contains(new DisruptionRefusal.CaseHasStatus(major, ImmutableSet.of(DOWN)));

        WorkWindow night = new WorkWindow(
                clock.instant().plus(Duration.ofHours(9)), clock.instant().plus(Duration.ofHours(12)));
        knowledge.operations().plan(BO, OTHER, DETAILS, night).orElseThrow();
        assertThat(incidents.link(BO, OTHER, second).refusal())
                .contains(new DisruptionRefusal.NoIncident(OTHER, DisruptionKind.PLANNED_WORK));
        DisruptionId past = DisruptionId.of("past");
        knowledge.operations().report(BO, past, DETAILS).orElseThrow();
        knowledge.operations().end(BO, past, "").orElseThrow();
        assertThat(incidents.link(BO, past, second).refusal())
                .containsInstanceOf(DisruptionRefusal.NotPossibleNow.class);
        assertThat(knowledge.operations().about(second)).isEmpty();
    }

    private void classified(CaseNumber number, SystemId system) {
        desk.submit(
                        KAREN,
                        number,
                        new CaseCommand.Classify(
                                CaseKind.INCIDENT, Optional.of(system), Optional.empty(), Cause.SYSTEM))
                .orElseThrow();
    }

    private ImmutableList<CaseEvent> latest(CaseNumber number) {
        ImmutableList<CaseEvent> all = events(number);
        return all.subList(all.size() - 1, all.size());
    }

    @Test
    void a_major_incident_of_which_nobody_knew_the_system_has_a_status_once_it_is_known() {
        CaseNumber first = desk.register(KAREN, Registration.of("astrid", "Alt står stille"))
                .orElseThrow()
                .number();
        CaseNumber child = registered("Intet svar fra Amanda");
        desk.submit(KAREN, child, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, first))
                .orElseThrow();
        assertThat(incidents.follow(events(first))).isEmpty();
        classified(first, AMANDA);
        assertThat(incidents.follow(latest(first)))
                .singleElement()
                .satisfies(status -> assertThat(status.details().systems()).containsExactly(AMANDA));
        assertThat(incidents.follow(events(first))).isEmpty();
        assertThat(incidents.follow(events(child))).isEmpty();
    }

    @Test
    void the_status_is_of_another_system_when_the_case_is_and_keeps_what_somebody_added() {
        incidents.follow(events(major));
        Reader bo = knowledge.reader(BO);
        classified(major, ReferenceOrganisation.JOBNET);
        Disruption moved = incidents.follow(latest(major)).get(0);
        assertThat(moved.details().systems()).containsExactly(ReferenceOrganisation.JOBNET);
        assertThat(knowledge.operations().status(bo, AMANDA).undisturbed()).isTrue();
        assertThat(knowledge
                        .operations()
                        .status(bo, ReferenceOrganisation.JOBNET)
                        .undisturbed())
                .isFalse();
        DisruptionDetails both = new DisruptionDetails(
                "Portalen og Jobnet",
                "",
                ImmutableSet.of(ReferenceOrganisation.ARBEJDSMARKEDSPORTALEN, ReferenceOrganisation.JOBNET),
                ImmutableSet.of(),
                Readership.supportOrganisation());
        knowledge.operations().describe(BO, moved.id(), both).orElseThrow();
        assertThat(incidents.follow(events(major))).isEmpty();
        classified(major, AMANDA);
        assertThat(incidents.follow(latest(major)).get(0).details())
                .isEqualTo(new DisruptionDetails(
                        both.title(),
                        "",
                        ImmutableSet.of(AMANDA, ReferenceOrganisation.ARBEJDSMARKEDSPORTALEN),
                        ImmutableSet.of(),
                        both.readership()));
        assertThat(incidents.follow(events(major))).isEmpty();
    }

    @Test
    void a_way_around_that_somebody_told_later_is_not_replaced_by_the_older_one_of_the_case() {
        incidents.follow(events(major));
        DisruptionId status = knowledge.operations().about(major).orElseThrow().id();
        desk.submit(KAREN, major, new CaseCommand.Accept()).orElseThrow();
        desk.submit(KAREN, major, new CaseCommand.ProvideWorkaround("Brug papir."))
                .orElseThrow();
        assertThat(workaround(status)).isEqualTo("Brug papir.");
        clock.advance(Duration.ofMinutes(10));
        knowledge.operations().workAround(BO, status, "Brug telefonen.").orElseThrow();
        assertThat(workaround(status)).isEqualTo("Brug telefonen.");
        clock.advance(Duration.ofMinutes(10));
        desk.submit(KAREN, major, new CaseCommand.ProvideWorkaround("Brug papir."))
                .orElseThrow();
        assertThat(workaround(status)).isEqualTo("Brug papir.");
        assertThat(incidents.follow(events(major))).isEmpty();
    }

    private String workaround(DisruptionId status) {
        incidents.follow(events(major));
        return knowledge
                .operations()
                .find(status)
                .flatMap(Disruption::workaround)
                .orElseThrow()
                .text();
    }

    @Test
    void what_is_called_as_the_status_of_a_case_is_not_taken_for_it() {
        DisruptionId called = DisruptionId.of("case/" + major);
        knowledge
                .operations()
                .report(KAREN, called, DETAILS.forReaders(Readership.everyone()))
                .orElseThrow();
        Disruption status = incidents.follow(events(major)).get(0);
        assertThat(status.id()).isNotEqualTo(called);
        assertThat(status.details().readership()).isEqualTo(Readership.supportOrganisation());
        assertThat(incidents.follow(events(major))).isEmpty();
    }

    @Test
    @Tag("R20")
    void who_has_no_access_to_the_helpdesk_does_not_read_the_number_of_a_case() {
        knowledge
                .operations()
                .report(KAREN, DOWN, DETAILS.forReaders(Readership.everyone()))
                .orElseThrow();
        incidents.link(KAREN, DOWN, major).orElseThrow();
        for (Reader outside : List.of(Reader.anybody(), knowledge.reader(ASTRID))) {
            assertThat(knowledge.operations().read(outside, DOWN).orElseThrow().number())
                    .isEmpty();
        }
        assertThat(knowledge
                        .operations()
                        .read(knowledge.reader(BO), DOWN)
                        .orElseThrow()
                        .number())
                .contains(major);
    }

    @Test
    @Tag("R21")
    void what_is_internal_stays_inside_when_the_status_is_told_to_everyone_at_the_same_moment() {
        incidents.follow(events(major));
        DisruptionId status = knowledge.operations().about(major).orElseThrow().id();
        desk.submit(KAREN, major, new CaseCommand.HandOver(BIT, "unknown to us"))
                .orElseThrow();
        desk.submit(BO, major, new CaseCommand.Accept()).orElseThrow();
        desk.submit(BO, major, new CaseCommand.ProvideWorkaround("Brug bagdøren."))
                .orElseThrow();
        assertThat(events(major))
                .filteredOn(CaseEvent.WorkaroundProvided.class::isInstance)
                .hasSize(1);
        store.once(
                OperationEvent.WorkaroundTold.class::isInstance,
                () -> elsewhere
                        .operations()
                        .describe(KAREN, status, DETAILS.forReaders(Readership.everyone()))
                        .orElseThrow());
        incidents.follow(events(major));
        assertThat(knowledge
                        .operations()
                        .read(Reader.anybody(), status)
                        .orElseThrow()
                        .entries())
                .noneMatch(entry -> entry.text().contains("bagdøren"));
    }

    @Test
    void what_follows_twice_at_the_same_moment_is_told_once() {
        incidents.follow(events(major));
        desk.submit(KAREN, major, new CaseCommand.Accept()).orElseThrow();
        desk.submit(KAREN, major, new CaseCommand.ProvideWorkaround("Brug papir."))
                .orElseThrow();
        desk.submit(KAREN, major, new CaseCommand.Answer("Den er oppe.")).orElseThrow();
        store.once(event -> true, () -> incidents(elsewhere).follow(events(major)));
        incidents.follow(events(major));
        Disruption status = knowledge.operations().about(major).orElseThrow();
        assertThat(status.entries())
                .extracting(entry -> entry.step())
                .containsExactly(DisruptionStep.REPORTED, DisruptionStep.WORKAROUND, DisruptionStep.ENDED);
    }

    @Test
    void of_two_nodes_that_open_the_status_at_the_same_moment_one_does_and_the_other_sees_it() {
        List<Disruption> first = new ArrayList<>();
        store.once(
                OperationEvent.IncidentReported.class::isInstance,
                () -> first.addAll(incidents(elsewhere).follow(events(major))));

        assertThat(incidents.follow(events(major))).isEmpty();

        assertThat(first).extracting(Disruption::number).containsExactly(Optional.of(major));
        assertThat(knowledge.operations().about(major)).contains(first.get(0));
        assertThat(knowledge.operations().seenBy(knowledge.reader(BO))).isEqualTo(first);
        assertThat(elsewhere.operations().seenBy(elsewhere.reader(BO))).isEqualTo(first);
    }

    @Test
    void a_status_that_a_node_opens_while_somebody_joins_the_case_to_another_is_none() {
        knowledge.operations().report(BO, DOWN, DETAILS).orElseThrow();
        store.once(
                OperationEvent.IncidentReported.class::isInstance,
                () -> incidents(elsewhere).link(BO, DOWN, major).orElseThrow());

        incidents.follow(events(major));

        for (KnowledgeBase node : List.of(knowledge, elsewhere)) {
            assertThat(node.operations().about(major).orElseThrow().id()).isEqualTo(DOWN);
            assertThat(node.operations().seenBy(node.reader(BO)))
                    .extracting(Disruption::id)
                    .containsExactly(DOWN);
        }
        DisruptionId none = DisruptionId.of("case/" + major);
        assertThat(knowledge.operations().find(none)).isEmpty();
        assertThat(knowledge.operations().report(BO, none, DETAILS).refusal())
                .contains(new DisruptionRefusal.DisruptionThere(none));
        assertThat(incidents.follow(events(major))).isEmpty();
    }

    @Test
    void of_two_who_join_a_case_at_the_same_moment_one_hears_that_the_other_was_faster() {
        knowledge.operations().report(BO, DOWN, DETAILS).orElseThrow();
        knowledge.operations().report(BO, OTHER, DETAILS).orElseThrow();
        store.once(
                OperationEvent.StatusLinked.class::isInstance,
                () -> incidents(elsewhere).link(BO, OTHER, major).orElseThrow());
        assertThat(incidents.link(BO, DOWN, major).refusal())
                .contains(new DisruptionRefusal.CaseHasStatus(major, ImmutableSet.of(OTHER)));
        assertThat(knowledge.operations().find(DOWN).orElseThrow().number()).isEmpty();
        assertThat(knowledge.operations().end(BO, DOWN, "").wasAccepted()).isTrue();
    }
}
