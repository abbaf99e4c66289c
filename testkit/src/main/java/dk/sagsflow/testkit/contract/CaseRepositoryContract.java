package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseCommand;
import dk.sagsflow.core.cases.CaseDecisions;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.Registration;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CasePage;
import dk.sagsflow.core.repository.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseScope;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link CaseRepository} must do. Inherit it and say where an empty one comes from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class CaseRepositoryContract {
    private static final Instant MORNING = Instant.parse("2007-08-01T06:00:00Z");
    private static final CaseNumber FIRST = CaseNumber.of("C-1");
    private static final CaseNumber SECOND = CaseNumber.of("C-2");
    private static final CaseNumber THIRD = CaseNumber.of("C-3");

    private final CaseDecisions decisions =
            new CaseDecisions(ReferenceOrganisation.organisation(), ReferenceOrganisation.people());
    private CaseRepository repository = CaseRepository.inMemory();

    /** For those who inherit. */
    protected CaseRepositoryContract() {}

    /** An empty repository; called once for each test. */
    protected abstract CaseRepository emptyRepository();

    @BeforeEach
    void start_empty() {
        repository = emptyRepository();
    }

    @Nested
    class Appending {
        @Test
        void what_was_appended_is_found_and_folds_to_the_same_case() {
            ImmutableList<CaseEvent> registered = register(FIRST, MORNING);
            ImmutableList<CaseEvent> accepted = submit(FIRST, new CaseCommand.Accept());

            ImmutableList<CaseEvent> all = join(registered, accepted);
            assertThat(repository.history(FIRST)).isEqualTo(all);
            assertThat(repository.find(FIRST)).contains(SupportCase.of(all));
        }

        @Test
        void a_case_that_was_never_appended_is_empty_and_has_no_history() {
            assertThat(repository.find(FIRST)).isEmpty();
            assertThat(repository.history(FIRST)).isEmpty();
        }

        @Test
        void a_stale_version_is_refused_with_both_versions_and_changes_nothing() {
            register(FIRST, MORNING);
            SupportCase stale = found(FIRST);
            submit(FIRST, new CaseCommand.Accept());

            ConcurrentUpdateException refused = catchThrowableOfType(
                    ConcurrentUpdateException.class,
                    () -> repository.append(ImmutableList.of(changeOf(stale, new CaseCommand.Accept()))));

            assertThat(refused.number()).isEqualTo(FIRST);
            assertThat(refused.expectedVersion()).isEqualTo(1);
            assertThat(refused.foundVersion()).isEqualTo(2);
            assertThat(repository.history(FIRST)).hasSize(2);
        }

        @Test
        void a_number_that_is_taken_is_refused() {
            register(FIRST, MORNING);

            assertThatThrownBy(() -> register(FIRST, MORNING)).isInstanceOf(ConcurrentUpdateException.class);
        }

        @Test
        void several_cases_change_together_or_not_at_all() {
            register(FIRST, MORNING);
            register(SECOND, MORNING);
            SupportCase stale = found(SECOND);
            submit(SECOND, new CaseCommand.Accept());
            CaseChange good = withMail(changeOf(found(FIRST), new CaseCommand.Accept()), "a@example.dk");
            CaseChange bad = changeOf(stale, new CaseCommand.Accept());

            assertThatThrownBy(() -> repository.append(ImmutableList.of(good, bad)))
                    .isInstanceOf(ConcurrentUpdateException.class);

            assertThat(found(FIRST).status()).isEqualTo(CaseStatus.QUEUED);
            assertThat(repository.undelivered(10)).isEmpty();
        }

        @Test
        void one_step_changes_a_case_once() {
            register(FIRST, MORNING);
            CaseChange change = changeOf(found(FIRST), new CaseCommand.Accept());

            assertThatThrownBy(() -> repository.append(ImmutableList.of(change, change)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("C-1");
        }

        @Test
        void of_many_threads_exactly_one_wins_each_version() throws InterruptedException {
            register(FIRST, MORNING);
            AtomicInteger won = new AtomicInteger();
            CaseChange change = changeOf(found(FIRST), new CaseCommand.Accept());

            List<Thread> threads = Stream.generate(() -> new Thread(() -> {
                        try {
                            repository.append(ImmutableList.of(change));
                            won.incrementAndGet();
                        } catch (ConcurrentUpdateException lost) {
                            assertThat(lost.foundVersion()).isEqualTo(2);
                        }
                    }))
                    .limit(8)
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(won).hasValue(1);
            assertThat(repository.history(FIRST)).hasSize(2);
        }

        @Test
        void an_erased_history_takes_the_place_of_the_old_one_and_its_mails_are_dropped() {
            register(FIRST, MORNING);
            SupportCase registered = found(FIRST);
            repository.append(ImmutableList.of(withMail(
                    changeOf(registered, new CaseCommand.Close(ClosingReason.WITHDRAWN, "Carl wrote")),
                    "carl@example.dk")));
            SupportCase closed = found(FIRST);
            CaseChange erasing = changeOf(closed, new CaseCommand.ErasePersonalData());
            ImmutableList<CaseEvent> erased = PersonalData.erasedFrom(repository.history(FIRST), actor -> true);

            repository.append(ImmutableList.of(new CaseChange(
                    FIRST, 2, erasing.events(), Optional.empty(), ImmutableList.of(), Optional.of(erased))));

            assertThat(repository.history(FIRST).toString()).doesNotContain("Carl", "help");
            assertThat(found(FIRST)).isEqualTo(SupportCase.of(repository.history(FIRST)));
            assertThat(repository
                            .query(CaseQuery.builder().text("help").build())
                            .cases())
                    .isEmpty();
            assertThat(repository.undelivered(10)).isEmpty();
        }
    }

    @Nested
    class Querying {
        @BeforeEach
        void three_cases() {
            register(FIRST, MORNING);
            register(SECOND, MORNING.plus(Duration.ofHours(1)), ReferenceOrganisation.OLE_OF_ODENSE, "Amanda is slow");
            register(THIRD, MORNING.plus(Duration.ofHours(2)), ReferenceOrganisation.CITIZEN_CARL, "ØRE in ears");
            submit(SECOND, new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown"));
            submit(THIRD, new CaseCommand.Accept());
        }

        @Test
        void finds_by_tier_group_and_assignee() {
            assertThat(numbers(CaseQuery.builder().tier(TierId.of("2nd")))).containsExactly(SECOND);
            assertThat(numbers(CaseQuery.builder().group(ReferenceOrganisation.SUPPORT_CENTRE)))
                    .containsExactly(FIRST, THIRD);
            assertThat(numbers(CaseQuery.builder().assignee(ReferenceOrganisation.KAREN)))
                    .containsExactly(THIRD);
        }

        @Test
        @Tag("R14")
        void finds_what_a_group_handed_over_and_still_answers_for() {
            assertThat(numbers(CaseQuery.builder().followedUpBy(ReferenceOrganisation.SUPPORT_CENTRE)))
                    .containsExactly(SECOND);
            assertThat(numbers(CaseQuery.builder().followedUpBy(ReferenceOrganisation.BIT)))
                    .isEmpty();
        }

        @Test
        void finds_by_status_customer_unit_system_age_and_text() {
            assertThat(numbers(CaseQuery.builder().addStatus(CaseStatus.IN_PROGRESS)))
                    .containsExactly(THIRD);
            assertThat(numbers(CaseQuery.builder().customer(ReferenceOrganisation.CITIZEN_CARL)))
                    .containsExactly(FIRST, THIRD);
            assertThat(numbers(CaseQuery.builder().unit(UnitId.of("jobcentre-odense"))))
                    .containsExactly(SECOND);
            assertThat(numbers(CaseQuery.builder().system(ReferenceOrganisation.AMANDA)))
                    .containsExactly(FIRST, SECOND, THIRD);
            assertThat(numbers(CaseQuery.builder().system(ReferenceOrganisation.JOBNET)))
                    .isEmpty();
            assertThat(numbers(CaseQuery.builder().registeredBefore(MORNING.plus(Duration.ofHours(1)))))
                    .containsExactly(FIRST);
            assertThat(numbers(CaseQuery.builder().text("øre"))).containsExactly(THIRD);
            assertThat(numbers(CaseQuery.builder().text("100%"))).isEmpty();
        }

        @Test
        void keeps_every_answer_within_the_scope() {
            CaseScope odense = new CaseScope.AnyOf(
                    ImmutableSet.of(), ImmutableSet.of(UnitId.of("jobcentre-odense")), ImmutableSet.of());
            CaseScope bitOrCarl = new CaseScope.AnyOf(
                    ImmutableSet.of(ReferenceOrganisation.CITIZEN_CARL),
                    ImmutableSet.of(),
                    ImmutableSet.of(ReferenceOrganisation.BIT));

            assertThat(numbers(CaseQuery.builder().scope(odense))).containsExactly(SECOND);
            assertThat(numbers(CaseQuery.builder().scope(bitOrCarl))).containsExactly(FIRST, SECOND, THIRD);
            assertThat(numbers(CaseQuery.builder()
                            .scope(new CaseScope.AnyOf(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of()))))
                    .isEmpty();
        }

        @Test
        void answers_every_condition_as_the_query_itself_does() {
            List<CaseQuery> queries = List.of(
                    CaseQuery.all(),
                    CaseQuery.builder()
                            .tier(TierId.of("1st"))
                            .addStatus(CaseStatus.QUEUED)
                            .build(),
                    CaseQuery.builder()
                            .text("AMANDA")
                            .unit(UnitId.of("jobcentre-odense"))
                            .build(),
                    CaseQuery.builder()
                            .followedUpBy(ReferenceOrganisation.SUPPORT_CENTRE)
                            .build());

            assertThat(queries)
                    .allSatisfy(query -> assertThat(repository.query(query).cases())
                            .containsExactlyElementsOf(Stream.of(FIRST, SECOND, THIRD)
                                    .map(CaseRepositoryContract.this::found)
                                    .filter(query::matches)
                                    .toList()));
        }

        @Test
        void pages_neither_leave_out_nor_repeat_a_case_that_others_change_meanwhile() {
            CaseQuery oneEach = CaseQuery.builder().pageSize(1).build();
            List<CaseNumber> seen = new ArrayList<>();
            Optional<CasePage.Position> next = Optional.empty();
            int page = 0;
            do {
                CasePage current = repository.query(oneEach.withAfter(next));
                current.cases().forEach(found -> seen.add(found.number()));
                submit(SECOND, new CaseCommand.LinkKnowledge("article " + page));
                if (page == 0) {
                    register(CaseNumber.of("C-0"), MORNING.minusSeconds(1));
                }
                next = current.next();
                page++;
            } while (next.isPresent());

            assertThat(seen).containsExactly(FIRST, SECOND, THIRD);
        }

        @Test
        void cases_registered_at_one_instant_are_in_order_of_number() {
            register(CaseNumber.of("C-11"), MORNING);
            register(CaseNumber.of("C-10"), MORNING);

            assertThat(numbers(CaseQuery.builder().registeredBefore(MORNING.plusSeconds(1))))
                    .containsExactly(FIRST, CaseNumber.of("C-10"), CaseNumber.of("C-11"));
        }
    }

    @Nested
    class DueWork {
        @Test
        void is_given_when_its_time_has_come_the_longest_due_first() {
            registerDue(FIRST, MORNING.plusSeconds(20));
            registerDue(SECOND, MORNING.plusSeconds(10));
            registerDue(THIRD, MORNING.plusSeconds(30));

            assertThat(repository.due(MORNING.plusSeconds(9), 10)).isEmpty();
            assertThat(repository.due(MORNING.plusSeconds(20), 10)).containsExactly(SECOND, FIRST);
            assertThat(repository.due(MORNING.plusSeconds(99), 2)).containsExactly(SECOND, FIRST);
        }

        @Test
        void follows_the_latest_change_alone() {
            registerDue(FIRST, MORNING.plusSeconds(20));

            submit(FIRST, new CaseCommand.Accept());

            assertThat(repository.due(MORNING.plusSeconds(99), 10)).isEmpty();
        }
    }

    @Nested
    class Outbox {
        @Test
        void gives_notifications_in_order_until_they_are_delivered() {
            register(FIRST, MORNING);
            repository.append(ImmutableList.of(
                    withMail(changeOf(found(FIRST), new CaseCommand.Accept()), "a@example.dk", "b@example.dk")));

            assertThat(repository.undelivered(10))
                    .extracting(Notification::address)
                    .containsExactly("a@example.dk", "b@example.dk");
            assertThat(repository.undelivered(1)).hasSize(1);

            repository.delivered(repository.undelivered(1).get(0).id());

            assertThat(repository.undelivered(10))
                    .extracting(Notification::address)
                    .containsExactly("b@example.dk");
        }

        @Test
        void a_delivery_that_is_reported_twice_or_was_never_asked_for_does_no_harm() {
            register(FIRST, MORNING);
            repository.append(
                    ImmutableList.of(withMail(changeOf(found(FIRST), new CaseCommand.Accept()), "a@example.dk")));
            Notification.Id id = repository.undelivered(1).get(0).id();

            repository.delivered(id);
            repository.delivered(id);
            repository.delivered(new Notification.Id("never"));

            assertThat(repository.undelivered(10)).isEmpty();
        }
    }

    private SupportCase found(CaseNumber number) {
        return repository.find(number).orElseThrow();
    }

    private List<CaseNumber> numbers(CaseQuery.Builder query) {
        return repository.query(query.build()).cases().stream()
                .map(SupportCase::number)
                .toList();
    }

    @CanIgnoreReturnValue
    private ImmutableList<CaseEvent> register(CaseNumber number, Instant at) {
        return register(number, at, ReferenceOrganisation.CITIZEN_CARL, "help Carl");
    }

    @CanIgnoreReturnValue
    private ImmutableList<CaseEvent> register(CaseNumber number, Instant at, CustomerId customer, String subject) {
        ImmutableList<CaseEvent> events = registered(number, at, customer, subject);
        repository.append(ImmutableList.of(
                new CaseChange(number, 0, events, Optional.empty(), ImmutableList.of(), Optional.empty())));
        return events;
    }

    private void registerDue(CaseNumber number, Instant due) {
        ImmutableList<CaseEvent> events = registered(number, MORNING, ReferenceOrganisation.CITIZEN_CARL, "help");
        repository.append(ImmutableList.of(
                new CaseChange(number, 0, events, Optional.of(due), ImmutableList.of(), Optional.empty())));
    }

    private ImmutableList<CaseEvent> registered(CaseNumber number, Instant at, CustomerId customer, String subject) {
        Registration registration = Registration.builder()
                .customer(customer)
                .subject(subject)
                .system(ReferenceOrganisation.AMANDA)
                .build();
        return decisions
                .register(number, registration, ReferenceOrganisation.KAREN, at)
                .orElseThrow();
    }

    @CanIgnoreReturnValue
    private ImmutableList<CaseEvent> submit(CaseNumber number, CaseCommand command) {
        CaseChange change = changeOf(found(number), command);
        repository.append(ImmutableList.of(change));
        return change.events();
    }

    private CaseChange changeOf(SupportCase current, CaseCommand command) {
        ActorId karen = ReferenceOrganisation.KAREN;
        ImmutableList<CaseEvent> events = decisions
                .decide(current, command, karen, current.changedAt().plusSeconds(60))
                .orElseThrow();
        return new CaseChange(
                current.number(), current.version(), events, Optional.empty(), ImmutableList.of(), Optional.empty());
    }

    private static CaseChange withMail(CaseChange change, String... addresses) {
        ImmutableList<Notification> mails = Stream.of(addresses)
                .map(address -> new Notification(
                        new Notification.Id(change.number() + "/" + change.expectedVersion() + "/" + address),
                        change.number(),
                        Notification.Kind.ANSWERED,
                        address,
                        Locale.ENGLISH,
                        "subject",
                        "text",
                        change.events().get(0).at()))
                .collect(ImmutableList.toImmutableList());
        return new CaseChange(
                change.number(),
                change.expectedVersion(),
                change.events(),
                change.nextDue(),
                mails,
                change.erasedHistory());
    }

    private static ImmutableList<CaseEvent> join(ImmutableList<CaseEvent> first, ImmutableList<CaseEvent> second) {
        return ImmutableList.<CaseEvent>builder().addAll(first).addAll(second).build();
    }
}
