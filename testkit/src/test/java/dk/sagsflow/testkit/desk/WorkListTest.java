package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID_OF_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.OUTSIDER;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.ForwardingCaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CaseViewPage;
import dk.sagsflow.routing.desk.GroupLoad;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.desk.WorkList;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What there is to do, for a group, for a tier, for a customer. */
class WorkListTest {
    private final Desks world = new Desks();

    private List<CaseNumber> workList(ActorId by, int limit) {
        return numbers(world.desk.workList(by, SUPPORT_CENTRE, limit).orElseThrow());
    }

    private static List<CaseNumber> numbers(WorkList list) {
        return list.items().stream().map(item -> item.current().number()).toList();
    }

    private GroupLoad load(ActorId by, GroupId group) {
        return world.desk.overview(by).orElseThrow().stream()
                .filter(load -> load.station().group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("R16")
    @Tag("R17")
    void the_work_list_begins_with_what_is_due_first_and_says_by_which_clock() {
        CaseNumber waiting = world.registerFor(COMPANY);
        CaseNumber early = world.registerFor(CITIZEN_CARL);
        assertThat(world.does(KAREN, waiting, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which?"))
                        .working())
                .isPresent();
        CaseNumber late = world.registerFor(CITIZEN_CARL);

        WorkList list = world.desk.workList(KAREN, SUPPORT_CENTRE, 10).orElseThrow();

        assertThat(numbers(list)).containsExactly(early, late, waiting);
        assertThat(list.items().get(0).dueFirst().orElseThrow().at())
                .isEqualTo(Instant.parse("2007-08-01T06:00:00Z").plus(Duration.ofHours(8)));
        assertThat(list.items().get(0).dueFirst().orElseThrow().target()).isEqualTo("residence");
        assertThat(list.items().get(2).dueFirst()).isEmpty();
        assertThat(workList(KAREN, 2)).containsExactly(early, late);
    }

    /** What is due first stands with the case, so that a list of ten costs ten lines and no history. */
    @Test
    void lists_and_overview_read_no_history() {
        CaseNumber late = world.registerFor(CITIZEN_CARL);
        world.handsOver(KAREN, world.registerFor(COMPANY), BIT);
        world.clock.advance(Duration.ofHours(9));
        assertThat(world.desk.operations().sweep(10).handled()).isPositive();
        SupportDesk desk = world.deskOn(new ForwardingCaseRepository(world.repository) {
            @Override
            public ImmutableMap<CaseNumber, StoredCase> loadAll(Collection<CaseNumber> numbers) {
                throw new AssertionError("the histories of " + numbers + " are read");
            }

            @Override
            public Optional<StoredCase> load(CaseNumber number) {
                throw new AssertionError("the history of " + number + " is read");
            }

            @Override
            public Optional<StoredCase.Tail> loadAfter(CaseNumber number, long version) {
                throw new AssertionError("the end of the history of " + number + " is read");
            }
        });

        WorkList list = desk.workList(KAREN, SUPPORT_CENTRE, 10).orElseThrow();
        assertThat(numbers(list)).containsExactly(late);
        assertThat(list.items().get(0).exceeded()).isTrue();
        assertThat(desk.followUpList(KAREN, SUPPORT_CENTRE, 10).orElseThrow().items())
                .hasSize(1);
        assertThat(desk.overview(KAREN).orElseThrow()).isNotEmpty();
        assertThat(desk.query(KAREN, CaseQuery.all()).orElseThrow().cases()).hasSize(2);
    }

    @Test
    @Tag("R17")
    void a_case_past_its_limit_stays_at_the_head_of_the_list() {
        CaseNumber exceeded = world.registerFor(CITIZEN_CARL);
        world.clock.advance(Duration.ofHours(9));
        CaseNumber fresh = world.registerFor(CITIZEN_CARL);

        WorkList list = world.desk.workList(KAREN, SUPPORT_CENTRE, 10).orElseThrow();

        assertThat(numbers(list)).containsExactly(exceeded, fresh);
        assertThat(list.items().get(0).exceeded()).isTrue();
    }

    @Test
    @Tag("R14")
    void the_follow_up_list_holds_what_the_group_handed_over_and_still_answers_for() {
        CaseNumber handedOver = world.registerFor(CITIZEN_CARL);
        CaseNumber own = world.registerFor(CITIZEN_CARL);
        world.handsOver(KAREN, handedOver, BIT);

        assertThat(numbers(world.desk.followUpList(KAREN, SUPPORT_CENTRE, 10).orElseThrow()))
                .containsExactly(handedOver);
        assertThat(workList(KAREN, 10)).containsExactly(own);
        assertThat(numbers(world.desk.workList(BO, BIT, 10).orElseThrow())).containsExactly(handedOver);

        SupportCase unused = world.answers(BO, handedOver);
        assertThat(world.desk
                        .followUpList(KAREN, SUPPORT_CENTRE, 10)
                        .orElseThrow()
                        .items())
                .isEmpty();
    }

    @Test
    @Tag("R33")
    void the_overview_counts_for_each_tier_and_group_what_lies_there() {
        CaseNumber exceeded = world.registerFor(CITIZEN_CARL);
        Instant oldest = world.clock.instant();
        world.clock.advance(Duration.ofHours(9));
        CaseNumber accepted = world.registerFor(CITIZEN_CARL);
        assertThat(world.does(KAREN, accepted, new CaseCommand.Accept()).working())
                .isPresent();
        CaseNumber held = world.registerFor(CITIZEN_CARL);
        assertThat(world.does(KAREN, held, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which?"))
                        .working())
                .isPresent();
        CaseNumber above = world.registerFor(CITIZEN_CARL);
        world.handsOver(KAREN, above, BIT);

        GroupLoad centre = load(KAREN, SUPPORT_CENTRE);
        assertThat(centre)
                .isEqualTo(new GroupLoad(
                        world.current(exceeded).working().orElseThrow(), 1, 1, 1, 1, Optional.of(oldest)));
        assertThat(centre.open()).isEqualTo(3);
        assertThat(load(KAREN, BIT))
                .extracting(GroupLoad::queued, GroupLoad::exceeded, GroupLoad::oldestArrival)
                .containsExactly(1, 0, Optional.of(world.clock.instant()));
        assertThat(world.desk.overview(KAREN).orElseThrow())
                .extracting(load -> load.station().group())
                .hasSize(ReferenceOrganisation.organisation().groups().size())
                .doesNotHaveDuplicates();
    }

    @Test
    void nobody_sees_more_on_a_list_than_elsewhere() {
        CaseNumber ofClara = world.registerFor(CITIZEN_CLARA);
        CaseNumber ofAstrid = world.registerFor(ASTRID_OF_AARHUS);

        assertThat(workList(CLARA, 10)).containsExactly(ofClara);
        assertThat(workList(ASTRID, 10)).containsExactly(ofAstrid);
        assertThat(workList(OUTSIDER, 10)).isEmpty();
        assertThat(load(CLARA, SUPPORT_CENTRE).open()).isEqualTo(1);
        assertThat(world.desk.casesOf(ASTRID, CITIZEN_CLARA, 10).orElseThrow().cases())
                .isEmpty();
        assertThat(refusal(world.desk.workList(ActorId.of("nobody"), SUPPORT_CENTRE, 10)))
                .isEqualTo(new Refusal.UnknownActor(ActorId.of("nobody")));
        assertThat(refusal(world.desk.overview(ActorId.of("nobody")))).isInstanceOf(Refusal.UnknownActor.class);
    }

    @Test
    void the_cases_of_a_customer_come_page_by_page() {
        CaseNumber first = world.registerFor(CITIZEN_CARL);
        CaseNumber other = world.registerFor(COMPANY);
        CaseNumber second = world.registerFor(CITIZEN_CARL);

        CaseViewPage page = world.desk.casesOf(KAREN, CITIZEN_CARL, 1).orElseThrow();
        CaseViewPage following = world.desk
                .query(
                        KAREN,
                        CaseQuery.builder()
                                .customer(CITIZEN_CARL)
                                .after(page.next())
                                .build())
                .orElseThrow();

        assertThat(page.cases()).extracting(CaseView::number).containsExactly(first);
        assertThat(following.cases())
                .extracting(CaseView::number)
                .containsExactly(second)
                .doesNotContain(other);
    }

    @Test
    void a_list_shows_what_a_new_model_says_once_it_is_renewed() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        CaseNumber other = world.registerFor(CITIZEN_CARL);
        SupportDesk promisingNothing = SupportDesk.builder(
                        world.deskModel().withAgreements(Agreements.none()),
                        ReferenceOrganisation.people(),
                        world.clock)
                .withRepository(world.repository)
                .build();

        Optional<CaseCursor> next = promisingNothing.operations().renewAgendas(Optional.empty(), 1);
        assertThat(promisingNothing.operations().renewAgendas(next, 1)).isEmpty();

        assertThat(promisingNothing
                        .workList(KAREN, SUPPORT_CENTRE, 10)
                        .orElseThrow()
                        .items())
                .allSatisfy(item -> assertThat(item.dueFirst()).isEmpty())
                .hasSize(2);
        assertThat(world.repository.history(number)).hasSize(1);
        assertThat(world.repository.history(other)).hasSize(1);
    }

    @Test
    void a_list_of_nothing_is_not_asked_for() {
        assertThatThrownBy(() -> world.desk.workList(KAREN, SUPPORT_CENTRE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is 0, not 1 or more");
    }
}
