package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpDue;
import dk.sagsflow.routing.followup.FollowUpPlan;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.testkit.domain.SupportDomain;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/** What holds of follow-up rules whatever happens to a case, and whenever sweeps come. */
@Tag("R14")
@Tag("R20")
class FollowUpProperties {
    private static final Instant START = Instant.parse("2007-08-01T06:00:00Z");
    private static final CaseEventJson JSON = new CaseEventJson();
    private static final SupportOrganisation ORGANISATION = ReferenceOrganisation.organisation();
    private static final ServiceCalendar OFFICE = ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
            .build();

    @Provide
    Arbitrary<ImmutableList<CaseEvent>> histories() {
        return SupportDomain.histories(ORGANISATION);
    }

    @Provide
    Arbitrary<ImmutableList<FollowUpRule>> rules() {
        Arbitrary<Condition> conditions = Arbitraries.of(
                Condition.always(),
                Condition.is(CaseField.PRIORITY, "P1", "P2", "P3"),
                Condition.is(CaseField.TIER, "2nd"));
        return Combinators.combine(
                        Arbitraries.of(FollowUpOccasion.values()),
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(ServiceCalendar.always(), OFFICE),
                        conditions,
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((occasion, after, every, times, calendar, when, held, last) -> FollowUpRule.builder()
                        .name("rule")
                        .occasion(occasion)
                        .after(hours(after))
                        .every(hours(every))
                        .times(times)
                        .calendar(calendar)
                        .when(when)
                        .heldToOpeningHours(held)
                        .addAction(new FollowUpAction.NotifyResponsibleGroup())
                        .last(last ? Optional.of(lastStep(occasion)) : Optional.empty())
                        .build())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(FollowUpProperties::numbered);
    }

    @Provide
    Arbitrary<Duration> spans() {
        return Arbitraries.integers().between(0, 4_000_000).map(Duration::ofSeconds);
    }

    @Property(tries = 300)
    void spans_that_follow_one_another_find_what_one_span_finds(
            @ForAll("histories") ImmutableList<CaseEvent> events,
            @ForAll("rules") ImmutableList<FollowUpRule> rules,
            @ForAll("spans") Duration first,
            @ForAll("spans") Duration second) {
        FollowUpPlan plan = new FollowUpPlan(ORGANISATION, rules);
        CaseHistory history = CaseHistory.of(events);
        Instant middle = START.plus(first);
        Instant end = middle.plus(second);

        ImmutableList<FollowUpDue> whole = plan.between(history, Instant.MIN, end);
        ImmutableList<FollowUpDue> before = plan.between(history, Instant.MIN, middle);
        ImmutableList<FollowUpDue> after = plan.between(history, middle, end);

        Statistics.label("some come due")
                .collect(!whole.isEmpty())
                .coverage(c -> c.check(true).count(count -> count >= 1));
        assertThat(whole).extracting(FollowUpDue::id).doesNotHaveDuplicates();
        assertThat(Sets.intersection(ids(before), ids(after))).isEmpty();
        assertThat(Sets.union(ids(before), ids(after))).isEqualTo(ids(whole));
        assertThat(whole).isSortedAccordingTo(Comparator.comparing(FollowUpDue::dueAt));
    }

    @Property(tries = 300)
    void what_goes_on_from_what_was_read_before_comes_due_as_if_read_at_once(
            @ForAll("histories") ImmutableList<CaseEvent> events,
            @ForAll("rules") ImmutableList<FollowUpRule> rules,
            @ForAll("spans") Duration span) {
        FollowUpPlan plan = new FollowUpPlan(ORGANISATION, rules);
        CaseHistory grown = CaseHistory.of(events.subList(0, 1));
        for (CaseEvent event : events.subList(1, events.size())) {
            grown = grown.followedBy(ImmutableList.of(event));
            Instant now = grown.latest().changedAt().plus(span);
            CaseHistory atOnce = CaseHistory.of(grown.events());

            assertThat(plan.unrecorded(grown, now))
                    .isEqualTo(plan.between(atOnce, Instant.MIN, now).stream()
                            .filter(due -> !due.lapsed() && !onRecord(atOnce).contains(due.id()))
                            .toList());
            assertThat(plan.next(grown, now)).isEqualTo(plan.next(atOnce, now));
        }
    }

    private static Set<String> onRecord(CaseHistory history) {
        return history.events().stream()
                .filter(CaseEvent.FollowedUp.class::isInstance)
                .map(event -> ((CaseEvent.FollowedUp) event).followUp().id())
                .collect(Collectors.toSet());
    }

    @Property(tries = 300)
    void what_happens_later_changes_nothing_that_came_due_before(
            @ForAll("histories") ImmutableList<CaseEvent> events,
            @ForAll("rules") ImmutableList<FollowUpRule> rules,
            @ForAll("spans") Duration span) {
        FollowUpPlan plan = new FollowUpPlan(ORGANISATION, rules);
        Instant now = START.plus(span);
        ImmutableList<CaseEvent> known = events.stream()
                .filter(event -> !event.occurredAt().isAfter(now))
                .collect(ImmutableList.toImmutableList());

        assertThat(plan.between(CaseHistory.of(events), Instant.MIN, now))
                .isEqualTo(plan.between(CaseHistory.of(known), Instant.MIN, now));
    }

    @Property(tries = 500)
    void a_rule_comes_due_while_the_case_waits_in_what_it_asks_for_and_its_condition_holds(
            @ForAll("histories") ImmutableList<CaseEvent> events, @ForAll("rules") ImmutableList<FollowUpRule> rules) {
        CaseHistory history = CaseHistory.of(events);
        Instant end = events.get(events.size() - 1).occurredAt().plus(Duration.ofDays(30));

        for (FollowUpDue due : new FollowUpPlan(ORGANISATION, rules).between(history, Instant.MIN, end)) {
            SupportCase then = asOf(events, due.dueAt());
            Statistics.label("occasion").collect(due.rule().occasion());
            assertThat(waits(due.rule().occasion(), then, due.dueAt()))
                    .as("%s", due)
                    .isTrue();
            assertThat(due.rule().when().holds(then)).as("%s", due).isTrue();
            assertThat(!due.rule().heldToOpeningHours() || due.rule().calendar().openAt(due.dueAt()))
                    .as("%s", due)
                    .isTrue();
            assertThat(due.rule().occasion() != FollowUpOccasion.SILENCE || silentSince(history, due))
                    .as("%s", due)
                    .isTrue();
        }
    }

    @Property(tries = 300)
    void the_next_time_is_the_first_that_is_not_on_record(
            @ForAll("histories") ImmutableList<CaseEvent> events, @ForAll("rules") ImmutableList<FollowUpRule> rules) {
        FollowUpPlan plan = new FollowUpPlan(ORGANISATION, rules);
        CaseHistory history = CaseHistory.of(events);
        Instant now = events.get(events.size() - 1).occurredAt();

        Optional<Instant> next = plan.next(history, now);
        Instant end = now.plus(Duration.ofDays(90));

        assertThat(plan.between(history, Instant.MIN, end).stream()
                        .filter(due -> !plan.between(history, Instant.MIN, now).stream()
                                .filter(FollowUpDue::lapsed)
                                .map(FollowUpDue::id)
                                .toList()
                                .contains(due.id()))
                        .map(FollowUpDue::dueAt)
                        .findFirst())
                .isEqualTo(next.filter(time -> !time.isAfter(end)));
    }

    @Property(tries = 100)
    void whoever_sweeps_and_however_late_the_record_is_the_plan_and_each_is_on_it_once(
            @ForAll("histories") ImmutableList<CaseEvent> events, @ForAll("rules") ImmutableList<FollowUpRule> rules) {
        ImmutableList<FollowUpRule> open = without(rules, FollowUpAction.Close.class);
        FollowUpPlan plan = new FollowUpPlan(ORGANISATION, open);
        Instant end = events.get(events.size() - 1).occurredAt().plus(Duration.ofDays(10));
        ImmutableList<FollowUpDue> planned = plan.between(CaseHistory.of(events), Instant.MIN, end);
        List<Instant> promptly =
                planned.stream().map(FollowUpDue::dueAt).distinct().toList();

        ImmutableList<FollowUp> prompt = swept(events, open, promptly);
        ImmutableList<FollowUp> late = swept(events, open, List.of(end));
        ImmutableList<FollowUp> twice = swept(events, open, List.of(end, end, end));

        assertThat(prompt).extracting(FollowUp::id).containsExactlyElementsOf(idsWhere(planned, due -> true));
        assertThat(late).extracting(FollowUp::id).containsExactlyElementsOf(idsWhere(planned, due -> !due.lapsed()));
        assertThat(late).extracting(FollowUp::dueAt).isSorted();
        assertThat(twice).isEqualTo(late);
        assertThat(late.stream().filter(done -> !done.superseded()).map(done -> done.rule() + occasion(done)))
                .as("caught up with once")
                .doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void a_case_is_closed_once_and_nothing_follows_up_on_it_afterwards(
            @ForAll("histories") ImmutableList<CaseEvent> events, @ForAll("rules") ImmutableList<FollowUpRule> rules) {
        Instant end = events.get(events.size() - 1).occurredAt().plus(Duration.ofDays(60));
        CaseRepository store = played(events, rules, List.of(end, end.plus(Duration.ofDays(60))));
        ImmutableList<CaseEvent> all = store.history(events.get(0).caseNumber());
        ImmutableList<CaseEvent> bySweeps = all.subList(events.size(), all.size());

        int closed = 0;
        for (CaseEvent event : bySweeps) {
            Statistics.label("event").collect(event.getClass().getSimpleName());
            assertThat(closed).isZero();
            closed += event instanceof CaseEvent.Closed ? 1 : 0;
        }
    }

    private static ImmutableList<FollowUp> swept(
            ImmutableList<CaseEvent> events, ImmutableList<FollowUpRule> rules, List<Instant> sweeps) {
        return played(events, rules, sweeps).history(events.get(0).caseNumber()).stream()
                .filter(CaseEvent.FollowedUp.class::isInstance)
                .map(event -> ((CaseEvent.FollowedUp) event).followUp())
                .collect(ImmutableList.toImmutableList());
    }

    /** What people did, renumbered around what sweeps put on record at these times. */
    private static CaseRepository played(
            ImmutableList<CaseEvent> events, ImmutableList<FollowUpRule> rules, List<Instant> sweeps) {
        CaseRepository store = CaseRepository.inMemory();
        SettableClock clock = SettableClock.at(START.toString());
        SupportDesk desk = SupportDesk.builder(
                        SupportModel.of(ORGANISATION)
                                .withRouting(
                                        Routing.builder().addAllFollowUps(rules).build()),
                        SupportDomain.people(ORGANISATION),
                        clock)
                .withRepository(store)
                .build();
        int sweep = 0;
        for (CaseEvent event : events) {
            for (; sweep < sweeps.size() && sweeps.get(sweep).isBefore(event.occurredAt()); sweep++) {
                clock.moveTo(sweeps.get(sweep));
                assertThat(desk.operations().sweep(10).setAside()).isEmpty();
            }
            append(store, event);
        }
        for (; sweep < sweeps.size(); sweep++) {
            clock.moveTo(sweeps.get(sweep));
            assertThat(desk.operations().sweep(10).setAside()).isEmpty();
        }
        return store;
    }

    private static void append(CaseRepository store, CaseEvent event) {
        long version = store.find(event.caseNumber()).map(SupportCase::version).orElse(0L);
        store.append(ImmutableList.of(CaseChange.of(ImmutableList.of(numbered(event, version + 1)))
                .withAgenda(Agenda.due(Optional.of(Instant.EPOCH)))));
    }

    private static CaseEvent numbered(CaseEvent event, long sequence) {
        return JSON.read(JSON.write(event).replaceFirst("\"sequence\":\\d+", "\"sequence\":" + sequence));
    }

    private static SupportCase asOf(ImmutableList<CaseEvent> events, Instant instant) {
        return SupportCase.of(events.stream()
                .filter(event -> !event.occurredAt().isAfter(instant))
                .toList());
    }

    private static boolean waits(FollowUpOccasion occasion, SupportCase then, Instant at) {
        boolean forCustomer = then.hold()
                .filter(hold -> hold.waitingFor() == WaitingFor.CUSTOMER
                        && hold.until().filter(until -> !until.isAfter(at)).isEmpty())
                .isPresent();
        return switch (occasion) {
            case ANSWERED -> then.status() == CaseStatus.ANSWERED;
            case WAITING_FOR_CUSTOMER -> forCustomer;
            case SILENCE -> then.working().isPresent() && !forCustomer;
            case HANDED_OVER -> then.chain().links().size() > 1;
        };
    }

    /** No word to the customer in all the time that the rule counts. */
    private static boolean silentSince(CaseHistory history, FollowUpDue due) {
        Duration counted = ((Budget.ServiceTime) due.rule().after()).amount();
        return history.events().stream()
                .filter(event -> CaseHistory.speaksToCustomer(event)
                        && !event.occurredAt().isAfter(due.dueAt()))
                .allMatch(event -> due.rule()
                                .calendar()
                                .openTime(event.occurredAt(), due.dueAt())
                                .compareTo(counted)
                        >= 0);
    }

    private static ImmutableSet<String> ids(List<FollowUpDue> due) {
        return due.stream().map(FollowUpDue::id).collect(ImmutableSet.toImmutableSet());
    }

    private static List<String> idsWhere(List<FollowUpDue> due, Predicate<FollowUpDue> wanted) {
        return due.stream().filter(wanted).map(FollowUpDue::id).toList();
    }

    private static String occasion(FollowUp done) {
        return done.id().substring(0, done.id().lastIndexOf('/'));
    }

    private static ImmutableList<FollowUpRule> without(
            ImmutableList<FollowUpRule> rules, Class<? extends FollowUpAction> kind) {
        return rules.stream()
                .map(rule -> rule.withLast(
                        rule.last().filter(last -> last.actions().stream().noneMatch(kind::isInstance))))
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<FollowUpRule> numbered(List<FollowUpRule> rules) {
        ImmutableList.Builder<FollowUpRule> numbered = ImmutableList.builder();
        for (int i = 0; i < rules.size(); i++) {
            numbered.add(rules.get(i).withName("rule " + i));
        }
        return numbered.build();
    }

    private static FollowUpRule.LastStep lastStep(FollowUpOccasion occasion) {
        FollowUpAction action =
                occasion == FollowUpOccasion.ANSWERED || occasion == FollowUpOccasion.WAITING_FOR_CUSTOMER
                        ? new FollowUpAction.Close()
                        : new FollowUpAction.NotifyResponsibleGroup();
        return new FollowUpRule.LastStep(hours(7), ImmutableList.of(action));
    }

    private static Budget hours(int hours) {
        return Budget.of(Duration.ofHours(hours));
    }
}
