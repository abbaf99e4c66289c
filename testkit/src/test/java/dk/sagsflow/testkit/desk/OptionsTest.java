package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.AMANDA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.IBM;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KMD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.ForwardingCaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.assignment.CompetenceRule;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.CaseOption;
import dk.sagsflow.routing.desk.CaseOptions;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a desk says can be done with a case, at the reference organisation. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OptionsTest {
    private final SettableClock clock = SettableClock.at("2007-08-01T08:00:00Z");
    private final Counting store = new Counting(CaseRepository.inMemory());
    private final SupportModel ams =
            ModelFolder.read(Path.of("../examples/models/ams")).model();
    private final SupportDesk desk = desk(ams);

    private static final class Counting extends ForwardingCaseRepository {
        private int loads;
        private int finds;

        Counting(CaseRepository other) {
            super(other);
        }

        @Override
        public Optional<StoredCase> load(CaseNumber number) {
            loads++;
            return super.load(number);
        }

        @Override
        public Optional<StoredCase.Tail> loadAfter(CaseNumber number, long version) {
            loads++;
            return super.loadAfter(number, version);
        }

        @Override
        public Optional<SupportCase> find(CaseNumber number) {
            finds++;
            return super.find(number);
        }
    }

    private SupportDesk desk(SupportModel model) {
        return SupportDesk.builder(model, ReferenceOrganisation.people(), clock)
                .withRepository(store)
                .build();
    }

    private CaseNumber registered() {
        return desk.register(
                        KAREN,
                        Registration.of(CITIZEN_CARL.value(), "I cannot log in").withSystem(AMANDA))
                .orElseThrow()
                .number();
    }

    @Test
    void a_page_draws_its_buttons_from_it() {
        CaseNumber number = registered();

        CaseOptions options = desk.options(KAREN, number).orElseThrow();

        assertThat(options.accepted(CaseCommand.Accept.class)).hasSize(1);
        assertThat(options.accepted(CaseCommand.HandOver.class))
                .extracting(CaseCommand.HandOver::to)
                .containsExactly(BIT);
        assertThat(options.refused(CaseCommand.HandOver.class).values())
                .hasAtLeastOneElementOfType(Refusal.AlreadyInChain.class)
                .hasAtLeastOneElementOfType(Refusal.TierSkipped.class)
                .hasAtLeastOneElementOfType(Refusal.SystemNotSupported.class);
        assertThat(options.accepted(CaseCommand.Pause.class))
                .extracting(CaseCommand.Pause::waitingFor)
                .containsExactly(WaitingFor.values());
        assertThat(options.accepted(CaseCommand.Close.class))
                .extracting(CaseCommand.Close::reason)
                .containsExactly(ClosingReason.WITHDRAWN);
        assertThat(options.accepted(CaseCommand.Assign.class))
                .extracting(CaseCommand.Assign::assignee)
                .containsExactlyInAnyOrder(KAREN, HEAD);
        assertThat(options.refused(CaseCommand.Answer.class).values())
                .singleElement()
                .isInstanceOf(Refusal.CauseUnplaced.class);
        assertThat(options.refused(CaseCommand.Resume.class)).hasSize(1);
    }

    @Test
    void what_does_not_depend_on_the_choice_is_told_once_and_names_nobody() {
        CaseNumber number = registered();

        CaseOptions options = desk.options(BO, number).orElseThrow();

        assertThat(options.refused(CaseCommand.Assign.class))
                .hasSize(1)
                .containsKey(new CaseCommand.Assign(BO))
                .allSatisfy((command, refusal) -> assertThat(refusal).isInstanceOf(Refusal.NotEntitled.class));
        assertThat(options.refused(CaseCommand.HandOver.class).keySet())
                .extracting(CaseCommand.HandOver::to)
                .containsExactly(SUPPORT_CENTRE);
    }

    @Test
    void a_customer_is_offered_what_customers_do_and_others_are_told_nothing() {
        CaseNumber number = desk.register(ASTRID, Registration.of("astrid", "help"))
                .orElseThrow()
                .number();
        CaseNumber other = registered();

        assertThat(desk.options(ASTRID, number).orElseThrow().accepted())
                .containsExactly(
                        new CaseCommand.AddNote(Visibility.CUSTOMER, "..."),
                        new CaseCommand.AddWatcher(new Watcher.Colleague("somebody@example.org")));
        assertThat(desk.options(ASTRID, other)).isEqualTo(Outcome.refused(new Refusal.UnknownCase(other)));
    }

    @Test
    void other_cases_of_the_customer_are_offered_to_be_linked() {
        CaseNumber first = registered();
        CaseNumber second = registered();

        assertThat(desk.options(KAREN, second).orElseThrow().accepted(CaseCommand.LinkCase.class))
                .extracting(CaseCommand.LinkCase::relation, CaseCommand.LinkCase::other)
                .contains(tuple(CaseRelation.DUPLICATE_OF, first));
    }

    @Test
    void more_cases_are_told_of_and_found_by_a_search_within_what_the_actor_may_see() {
        List<CaseNumber> ofCarl = Stream.generate(this::registered).limit(7).toList();
        CaseNumber companys = desk.register(
                        KAREN,
                        Registration.of(COMPANY.value(), "the original of all").withSystem(AMANDA))
                .orElseThrow()
                .number();
        CaseNumber number = ofCarl.get(6);

        CaseOptions five = desk.options(KAREN, number).orElseThrow();
        CaseOptions found = desk.options(
                        KAREN, number, CaseQuery.builder().text("original").build())
                .orElseThrow();
        CaseOptions two = desk.options(
                        KAREN, number, CaseQuery.builder().pageSize(2).build())
                .orElseThrow();

        assertThat(linkable(five)).containsExactlyElementsOf(ofCarl.subList(0, 5));
        assertThat(five.moreCases()).isTrue();
        assertThat(linkable(found)).containsExactly(companys);
        assertThat(found.moreCases()).isFalse();
        assertThat(linkable(two)).containsExactlyElementsOf(ofCarl.subList(0, 2));
        assertThat(two.moreCases()).isTrue();
        assertThat(desk.options(
                                KAREN,
                                ofCarl.get(0),
                                CaseQuery.builder()
                                        .customer(CITIZEN_CARL)
                                        .pageSize(6)
                                        .build())
                        .orElseThrow()
                        .moreCases())
                .isFalse();
        assertThat(desk.options(ASTRID, number, CaseQuery.all())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_link_to_a_case_that_is_closed_by_now_is_offered_to_be_undone() {
        CaseNumber first = registered();
        CaseNumber second = registered();
        assertThat(desk.submit(KAREN, second, new CaseCommand.LinkCase(CaseRelation.FOLLOWS, first))
                        .wasAccepted())
                .isTrue();
        assertThat(desk.submit(KAREN, first, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""))
                        .wasAccepted())
                .isTrue();

        assertThat(desk.options(KAREN, second).orElseThrow().accepted(CaseCommand.UnlinkCase.class))
                .containsExactly(new CaseCommand.UnlinkCase(CaseRelation.FOLLOWS, first));
    }

    private static List<CaseNumber> linkable(CaseOptions options) {
        return options.accepted(CaseCommand.LinkCase.class).stream()
                .map(CaseCommand.LinkCase::other)
                .distinct()
                .toList();
    }

    @Test
    void who_lacks_what_a_case_asks_for_may_get_it_by_hand_and_it_is_told() {
        CompetenceId amanda = CompetenceId.of("amanda-expert");
        SupportDesk asking = desk(ams.withRouting(ams.routing()
                .withAssignments(AssignmentRule.pull(SUPPORT_CENTRE.value())
                        .withCompetences(new CompetenceRule(Condition.is(CaseField.SYSTEM, AMANDA.value()), amanda)))));

        assertThat(asking.options(KAREN, registered()).orElseThrow().all())
                .filteredOn(option -> option.example() instanceof CaseCommand.Assign)
                .isNotEmpty()
                .allSatisfy(option -> assertThat(option.missing()).isEqualTo(ImmutableSet.of(amanda)))
                .allMatch(CaseOption::accepted);
    }

    @Test
    void anything_can_be_asked_about_before_it_is_told() {
        CaseNumber number = registered();
        CaseRequest blank = CaseRequest.of(KAREN, number, new CaseCommand.HandOver(BIT, " "));

        Optional<Refusal> objection = desk.objection(blank);

        assertThat(objection).containsInstanceOf(Refusal.TextMissing.class);
        Outcome<CaseView> outcome = desk.submit(blank);
        assertThat(Outcome.refused(objection.orElseThrow())).isEqualTo(outcome);
        assertThat(desk.objection(CaseRequest.of(KAREN, number, new CaseCommand.HandOver(BIT, "why not"))))
                .isEmpty();
        assertThat(desk.objection(CaseRequest.of(KAREN, number, new CaseCommand.HandOver(KMD, "why not"))))
                .containsInstanceOf(Refusal.TierSkipped.class);
        assertThat(desk.objection(CaseRequest.of(KAREN, number, new CaseCommand.HandOver(IBM, "why not"))))
                .containsInstanceOf(Refusal.SystemNotSupported.class);
    }

    @Test
    void the_case_is_read_once_for_all_of_it() {
        CaseNumber number = registered();
        store.loads = 0;
        store.finds = 0;

        assertThat(desk.options(KAREN, number).orElseThrow().all()).hasSizeGreaterThan(60);

        assertThat(store.loads).isEqualTo(1);
        assertThat(store.finds).isZero();
    }
}
