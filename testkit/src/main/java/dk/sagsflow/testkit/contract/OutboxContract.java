package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.notification.CanonicalAddress;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.notification.OutgoingMessage;
import dk.sagsflow.core.notification.QueuedMessage;
import dk.sagsflow.core.notification.Withdrawal;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.watcher.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a store does with what waits to be sent. Inherit it and say where an empty store comes from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class OutboxContract extends StoreContract {
    /** For those who inherit. */
    protected OutboxContract() {}

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Instant NOON = MORNING.plus(Duration.ofHours(6));

    /** Stores a notification to each of these addresses with the next event of the case. */
    private void store(CaseNumber number, String... addresses) {
        repository.append(mails(number, addresses));
    }

    private CaseStep mails(CaseNumber number, String... addresses) {
        return RepositoryBench.withMail(
                bench.changeOf(bench.found(number), new CaseCommand.LinkKnowledge("FAQ 7")), addresses);
    }

    private Outbox outbox() {
        return repository.outbox();
    }

    private ImmutableList<ClaimedLane> claim(Instant now, int limit) {
        return outbox().claim(now, LEASE, limit, 100);
    }

    private void sent(ClaimedLane claimed) {
        outbox().sent(claimed, claimed.ids());
    }

    private void bury(ClaimedLane claimed, String failure, Instant now) {
        outbox().bury(claimed, claimed.ids(), failure, now);
    }

    private static QueuedMessage first(ClaimedLane claimed) {
        return claimed.messages().get(0);
    }

    private static Notification notification(ClaimedLane claimed) {
        return (Notification) first(claimed).message();
    }

    private static String addressAndCase(OutgoingMessage message) {
        Notification notification = (Notification) message;
        return notification.address() + notification.caseNumber();
    }

    private ClaimedLane claimOne(Instant now) {
        ImmutableList<ClaimedLane> claimed = claim(now, 1);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private static List<String> addresses(ImmutableList<ClaimedLane> claimed) {
        return claimed.stream().map(each -> notification(each).address()).toList();
    }

    @Nested
    class Waiting {
        @Test
        void keeps_the_order_of_storing_over_cases_and_steps_until_it_is_sent() {
            bench.register(SECOND, MORNING);
            bench.register(FIRST, MORNING.plusSeconds(1));
            repository.append(together(mails(SECOND, "z@example.dk"), mails(FIRST, "a@example.dk")));
            store(SECOND, "m@example.dk", "b@example.dk");

            assertThat(waitingAddresses())
                    .containsExactly("z@example.dk", "a@example.dk", "m@example.dk", "b@example.dk");
            assertThat(outbox().waiting(3)).hasSize(3);

            sent(claimOne(NOON));

            assertThat(waitingAddresses()).containsExactly("a@example.dk", "m@example.dk", "b@example.dk");
        }

        private CaseStep together(CaseStep one, CaseStep other) {
            return CaseStep.builder()
                    .addAllChanges(one.changes())
                    .addAllChanges(other.changes())
                    .addAllNotifications(one.notifications())
                    .addAllNotifications(other.notifications())
                    .build();
        }

        private List<String> waitingAddresses() {
            return outbox().waiting(10).stream()
                    .map(message -> ((Notification) message).address())
                    .toList();
        }

        @Test
        void gives_back_every_field_of_a_notification() {
            Notification whole = Notification.builder()
                    .id(MessageId.of("C-1/7/ab"))
                    .caseNumber(FIRST)
                    .kind(Notification.Kind.TIME_LIMIT_NEAR)
                    .address("søren@rødgrød.dk")
                    .language(Locale.forLanguageTag("da-DK"))
                    .subject("Æblegrød – 100 %")
                    .text("linje 1\nlinje 2 \uD83D\uDE80 ' \" \\")
                    .at(MORNING.plusNanos(123_456_000))
                    .notBefore(NOON.plusNanos(654_321_000))
                    .inDigest(true)
                    .build();

            givesBack(whole, step -> step.withNotifications(whole));
        }

        @Test
        void gives_back_every_field_of_a_message_of_the_host() {
            HostMessage whole = new HostMessage(
                    MessageId.of("h1"),
                    Lane.ofHost("remote"),
                    "topic",
                    "payload ' \n ø",
                    MORNING.plusNanos(1_000),
                    Optional.of(NOON),
                    Optional.of(FIRST));

            givesBack(whole, step -> step.withNotifications().withHostMessages(whole));
        }

        private void givesBack(OutgoingMessage message, UnaryOperator<CaseStep> with) {
            bench.register(FIRST, MORNING);
            repository.append(with.apply(mails(FIRST, "søren@example.dk")));

            assertThat(outbox().waiting(10)).containsExactly(message);
            assertThat(claim(NOON.plusSeconds(1), 10))
                    .flatExtracting(ClaimedLane::messages)
                    .extracting(QueuedMessage::message)
                    .containsExactly(message);
        }

        @Test
        void gives_a_notification_back_as_it_was_stored() {
            bench.register(FIRST, MORNING);
            CaseStep step = mails(FIRST, "søren@example.dk");
            repository.append(step);

            assertThat(outbox().waiting(10)).isEqualTo(step.notifications());
            assertThat(claim(NOON, 10)).extracting(OutboxContract::notification).isEqualTo(step.notifications());
        }
    }

    @Nested
    class Claiming {
        @Test
        void gives_what_is_ready_longest_first_and_no_more_than_asked_for() {
            bench.register(FIRST, MORNING);
            store(FIRST, "a@example.dk", "b@example.dk", "c@example.dk");

            assertThat(addresses(claim(NOON, 2))).containsExactly("a@example.dk", "b@example.dk");
            assertThat(addresses(claim(NOON, 2))).containsExactly("c@example.dk");
            assertThat(claim(NOON, 2)).isEmpty();
            assertThat(claim(NOON.plus(LEASE), 0)).isEmpty();
        }

        @Test
        void gives_nobody_else_what_is_claimed_until_the_claim_ends() {
            bench.register(FIRST, MORNING);
            store(FIRST, "a@example.dk");
            ClaimedLane claimed = claimOne(NOON);

            assertThat(claimed.until()).isEqualTo(NOON.plus(LEASE));
            assertThat(first(claimed).attempt()).isEqualTo(1);
            assertThat(first(claimed).lastFailure()).isEmpty();
            assertThat(claim(NOON.plus(LEASE).minusNanos(1), 10)).isEmpty();
            assertThat(claim(NOON.plus(LEASE), 10))
                    .extracting(OutboxContract::notification)
                    .containsExactly(notification(claimed));
        }

        @Test
        void a_claim_of_which_nothing_was_heard_counts_as_a_failed_attempt() {
            bench.register(FIRST, MORNING);
            store(FIRST, "a@example.dk");
            ClaimedLane lost = claimOne(NOON);
            ClaimedLane again = claimOne(NOON.plus(LEASE));

            assertThat(first(again).attempt()).isEqualTo(2);
            assertThat(first(again).lastFailure().orElseThrow()).isNotBlank();
            assertThat(again.fence()).isNotEqualTo(lost.fence());
        }

        @Test
        void a_later_one_to_the_same_recipient_about_the_same_case_waits_for_the_earlier() {
            ClaimedLane first = firstOfThreeLanes();
            outbox().postpone(first, "down", NOON, NOON.plusSeconds(60));

            assertThat(claim(NOON, 10))
                    .extracting(each -> addressAndCase(first(each).message()))
                    .containsExactlyInAnyOrder("b@example.dkC-1", "a@example.dkC-2");
            ClaimedLane again = claimOne(NOON.plusSeconds(60));
            assertThat(again.ids()).isEqualTo(first.ids());
            assertThat(claim(NOON.plusSeconds(60), 10)).isEmpty();
            sent(again);
            assertThat(claimOne(NOON.plusSeconds(60)).ids())
                    .containsExactly(outbox().waiting(10).get(1).id());
        }

        private ClaimedLane firstOfThreeLanes() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            store(FIRST, "a@example.dk", "b@example.dk");
            store(FIRST, "a@example.dk");
            store(SECOND, "a@example.dk");
            return claimOne(NOON);
        }

        @Test
        void what_is_held_is_ready_from_its_instant_on() {
            bench.register(FIRST, MORNING);
            CaseStep step = mails(FIRST, "a@example.dk", "b@example.dk");
            Instant opening = NOON.plusSeconds(3_600);
            repository.append(step.withNotifications(
                    step.notifications().get(0).heldUntil(opening),
                    step.notifications().get(1)));

            assertThat(addresses(claim(opening.minusNanos(1), 10))).containsExactly("b@example.dk");
            assertThat(addresses(claim(opening, 10))).containsExactly("a@example.dk");
        }

        @Test
        void what_goes_out_in_a_digest_comes_together_about_all_cases_and_nothing_waits_for_it() {
            Instant morning = NOON.plus(Duration.ofHours(19));
            storeDigestsAndOne(morning);

            assertThat(claim(NOON, 10))
                    .extracting(each -> notification(each).inDigest())
                    .containsExactly(false);
            assertThat(claim(morning, 10))
                    .filteredOn(each -> notification(each).inDigest())
                    .extracting(each -> each.messages().stream()
                            .map(queued -> addressAndCase(queued.message()))
                            .toList())
                    .containsExactly(
                            List.of("a@example.dk" + FIRST, "a@example.dk" + SECOND), List.of("b@example.dk" + SECOND));
        }

        private void storeDigestsAndOne(Instant morning) {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            storeInDigest(FIRST, morning, "a@example.dk");
            storeInDigest(SECOND, morning, "a@example.dk");
            storeInDigest(SECOND, morning, "b@example.dk");
            store(FIRST, "a@example.dk");
        }

        private void storeInDigest(CaseNumber number, Instant at, String address) {
            CaseStep step = mails(number, address);
            repository.append(step.withNotifications(step.notifications().get(0).inDigestAt(at)));
        }

        @Test
        void a_digest_has_been_ready_since_the_first_of_it_was_wherever_that_stands() {
            bench.register(FIRST, MORNING);
            storeInDigest(FIRST, NOON.plusSeconds(10), "anna@example.dk");
            storeInDigest(FIRST, NOON.plusSeconds(1), "anna@example.dk");
            storeInDigest(FIRST, NOON.plusSeconds(5), "bo@example.dk");

            assertThat(addresses(claim(NOON.plusSeconds(20), 1))).containsExactly("anna@example.dk");
        }

        @Test
        void is_not_stopped_by_a_clock_that_is_set_back() {
            bench.register(FIRST, MORNING);
            store(FIRST, "a@example.dk", "b@example.dk", "c@example.dk");
            Instant wrong = NOON.plus(Duration.ofDays(400));
            outbox().postpone(claimOne(wrong), "down", wrong, wrong.plusSeconds(3_600));
            ClaimedLane lost = claimOne(wrong);

            assertThat(claim(NOON, 10))
                    .extracting(claimed -> first(claimed).attempt())
                    .containsExactlyInAnyOrder(2, 2, 1);
            assertThat(notification(lost).address()).isEqualTo("b@example.dk");
            assertThat(claim(NOON.minusSeconds(1), 10)).isEmpty();
        }

        @Test
        void many_threads_never_get_the_same_one() throws InterruptedException {
            bench.register(FIRST, MORNING);
            store(
                    FIRST,
                    IntStream.range(0, 200)
                            .mapToObj(each -> each + "@example.dk")
                            .toArray(String[]::new));
            Queue<MessageId> got = new ConcurrentLinkedQueue<>();

            inParallel(4, () -> sendAll(got));

            assertThat(got).hasSize(200).doesNotHaveDuplicates();
            assertThat(outbox().waiting(1)).isEmpty();
        }

        private void sendAll(Queue<MessageId> got) {
            ImmutableList<ClaimedLane> claimed = claim(NOON, 3);
            while (!claimed.isEmpty() && got.size() <= 200) {
                claimed.forEach(each -> got.add(notification(each).id()));
                claimed.forEach(OutboxContract.this::sent);
                claimed = claim(NOON, 3);
            }
        }

        @Test
        void refuses_a_claim_that_would_hold_for_no_time() {
            assertThatThrownBy(() -> outbox().claim(NOON, Duration.ZERO, 1, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Lanes {
        private ClaimedLane digest(Instant now, int largest) {
            ImmutableList<ClaimedLane> claimed = outbox().claim(now, LEASE, 1, largest);
            assertThat(claimed).hasSize(1);
            return claimed.get(0);
        }

        private void storeDigestsOf(int messages) {
            bench.register(FIRST, MORNING);
            for (int message = 0; message < messages; message++) {
                CaseStep step = mails(FIRST, message % 2 == 0 ? "anna@example.dk" : "Anna@Example.DK");
                repository.append(
                        step.withNotifications(step.notifications().get(0).inDigestAt(NOON)));
            }
        }

        @Test
        void two_spellings_of_a_mailbox_share_a_lane() {
            bench.register(FIRST, MORNING);
            store(FIRST, "anna@example.dk");
            store(FIRST, "Anna@EXAMPLE.dk");

            ClaimedLane first = claimOne(NOON);
            assertThat(claim(NOON, 10)).isEmpty();
            sent(first);
            assertThat(notification(claimOne(NOON)).address()).isEqualTo("Anna@EXAMPLE.dk");
        }

        @Test
        void a_digest_is_claimed_whole_and_holds_no_more_than_asked_for() {
            storeDigestsOf(5);

            ClaimedLane claimed = digest(NOON, 3);
            assertThat(claimed.messages()).hasSize(3);
            assertThat(claim(NOON, 10)).isEmpty();
            sent(claimed);
            ClaimedLane rest = digest(NOON, 3);
            assertThat(rest.messages()).hasSize(2);
            assertThat(rest.ids()).doesNotContainAnyElementsOf(claimed.ids());
        }

        @Test
        void what_is_ready_of_a_digest_goes_past_what_is_not() {
            bench.register(FIRST, MORNING);
            for (Instant ready : List.of(NOON.plusSeconds(60), NOON, NOON.plusSeconds(60), NOON)) {
                CaseStep step = mails(FIRST, "anna@example.dk");
                repository.append(
                        step.withNotifications(step.notifications().get(0).inDigestAt(ready)));
            }

            ClaimedLane early = digest(NOON, 100);
            assertThat(early.messages()).hasSize(2);
            outbox().postpone(early, "down", NOON, NOON.plusSeconds(3_600));
            assertThat(claim(NOON.plusSeconds(59), 10)).isEmpty();
            ClaimedLane late = digest(NOON.plusSeconds(60), 100);
            assertThat(late.messages()).hasSize(2);
            assertThat(late.ids()).doesNotContainAnyElementsOf(early.ids());
        }

        @Test
        void what_joins_a_digest_while_it_is_sent_goes_out_with_the_next() {
            storeDigestsOf(2);
            ClaimedLane claimed = digest(NOON, 100);
            CaseStep step = mails(FIRST, "anna@example.dk");
            repository.append(step.withNotifications(step.notifications().get(0).inDigestAt(NOON)));

            assertThat(claim(NOON, 10)).isEmpty();
            sent(claimed);
            assertThat(digest(NOON, 100).messages()).hasSize(1);
        }

        @Test
        void a_part_of_a_digest_can_be_given_up_and_the_rest_shares_what_becomes_of_it() {
            storeDigestsOf(3);
            ClaimedLane claimed = digest(NOON, 100);
            outbox().bury(claimed, claimed.ids().subList(0, 1), "too often", NOON);
            outbox().postpone(claimed, "down", NOON, NOON.plusSeconds(60));

            assertThat(outbox().deadLetters(10))
                    .extracting(letter -> letter.message().id())
                    .containsExactly(claimed.ids().get(0));
            assertThat(claim(NOON, 10)).isEmpty();
            ClaimedLane again = digest(NOON.plusSeconds(60), 100);
            assertThat(again.ids()).isEqualTo(claimed.ids().subList(1, 3));
            assertThat(again.messages()).extracting(QueuedMessage::attempt).containsExactly(2, 2);
        }

        @Test
        void no_lane_is_lost_whatever_the_lease_and_the_clock() {
            bench.register(FIRST, MORNING);
            store(FIRST, "a@example.dk", "b@example.dk");

            assertThat(outbox().claim(NOON, Duration.ofSeconds(Long.MAX_VALUE), 1, 10))
                    .hasSize(1);
            assertThat(outbox().claim(Instant.MAX, Duration.ofDays(1), 1, 10)).hasSizeLessThanOrEqualTo(1);
            assertThat(outbox().claim(NOON.minus(Duration.ofDays(4_000_000)), LEASE, 10, 10))
                    .hasSize(2);
            assertThat(outbox().waiting(10)).hasSize(2);
        }

        @Test
        void a_message_that_is_there_already_is_not_stored_again_dead_or_alive() {
            bench.register(FIRST, MORNING);
            CaseStep step = mails(FIRST, "a@example.dk");
            repository.append(step);
            CaseStep next = mails(FIRST, "b@example.dk");
            repository.append(next.withNotifications(step.notifications()));
            assertThat(outbox().waiting(10)).hasSize(1);

            bury(claimOne(NOON), "no such mailbox", NOON);
            CaseStep last = mails(FIRST, "b@example.dk");
            repository.append(last.withNotifications(step.notifications()));
            assertThat(outbox().waiting(10)).isEmpty();
            assertThat(outbox().deadLetters(10)).hasSize(1);
        }

        @Test
        void messages_of_the_host_come_in_the_same_step_and_in_the_order_of_their_lane() {
            bench.register(FIRST, MORNING);
            CaseStep step = mails(FIRST, "a@example.dk");
            HostMessage one = hostMessage("m1", Optional.of(FIRST));
            HostMessage other = hostMessage("m2", Optional.empty());
            repository.append(step.withHostMessages(one, other));

            assertThat(outbox().waiting(10))
                    .containsExactly(step.notifications().get(0), one, other);
            ImmutableList<ClaimedLane> claimed = claim(NOON, 10);
            assertThat(claimed)
                    .hasSize(2)
                    .extracting(lane -> first(lane).message())
                    .contains(one);
            claimed.stream().filter(lane -> lane.lane().equals(one.lane())).forEach(OutboxContract.this::sent);
            assertThat(first(claimOne(NOON)).message()).isEqualTo(other);
        }

        @Test
        void what_is_about_a_case_that_is_erased_is_gone_dead_letters_too() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            repository.append(mails(FIRST, "carl@example.dk", "dora@example.dk")
                    .withHostMessages(hostMessage("m1", Optional.of(FIRST)), hostMessage("m2", Optional.of(SECOND))));
            bury(claimOf("carl@example.dk"), "no", NOON);
            bench.submit(FIRST, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
            bench.erase(FIRST);

            assertThat(outbox().waiting(10))
                    .extracting(message -> message.id().value())
                    .containsExactly("m2");
            assertThat(outbox().deadLetters(10)).isEmpty();
        }

        /** It failed as a whole, and is about other cases too. */
        @Test
        void what_a_failure_says_of_a_digest_is_gone_with_a_case_that_is_erased() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            for (CaseNumber number : ImmutableList.of(FIRST, SECOND, SECOND)) {
                CaseStep step = mails(number, "anna@example.dk");
                repository.append(step.withNotifications(
                        step.notifications().get(0).inDigestAt(MORNING.plusSeconds(number.equals(FIRST) ? 0 : 1))));
            }
            ClaimedLane digest = claimOne(NOON);
            outbox().bury(digest, digest.ids().subList(1, 2), "no mail to Carl", NOON);
            outbox().postpone(digest, "no mail to Carl", NOON, NOON.plusSeconds(60));
            bench.submit(FIRST, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
            bench.erase(FIRST);

            assertThat(outbox().deadLetters(10))
                    .extracting(DeadLetter::lastFailure)
                    .containsExactly(PersonalData.TEXT);
            assertThat(claimOne(NOON.plusSeconds(60)).messages())
                    .extracting(QueuedMessage::lastFailure)
                    .containsExactly(Optional.of(PersonalData.TEXT));
        }

        private ClaimedLane claimOf(String address) {
            return claim(NOON, 10).stream()
                    .filter(lane -> first(lane).message() instanceof Notification told
                            && told.address().equals(address))
                    .findFirst()
                    .orElseThrow();
        }

        private HostMessage hostMessage(String id, Optional<CaseNumber> about) {
            return new HostMessage(
                    MessageId.of(id),
                    Lane.ofHost("remote"),
                    "remote",
                    "{\"status\":\"løst\"}",
                    MORNING,
                    Optional.empty(),
                    about);
        }
    }

    @Nested
    class Withdrawals {
        private final CanonicalAddress carl = CanonicalAddress.of("carl@example.dk");
        private final MessageId.Told told = new MessageId.Told(carl, "subject", "text");
        private final MessageId copy =
                MessageId.ofCopy(FIRST, 1, Notification.Kind.ANSWERED, told, Watcher.Copies.CUSTOMER);
        private final MessageId ofGroups =
                MessageId.ofCopy(FIRST, 1, Notification.Kind.ANSWERED, told, Watcher.Copies.GROUP);
        private final MessageId plain = MessageId.of(FIRST, 1, Notification.Kind.ANSWERED, told);
        private final MessageId later = MessageId.of(FIRST, 11, Notification.Kind.ANSWERED, told);
        private final MessageId ofAnother =
                MessageId.ofCopy(SECOND, 1, Notification.Kind.ANSWERED, told, Watcher.Copies.CUSTOMER);

        @Test
        void what_is_withdrawn_is_gone_dead_letters_too_and_nothing_else() {
            storeLetters();

            repository.append(mails(FIRST)
                    .withNotifications()
                    .withWithdrawals(new Withdrawal.OfCopies(FIRST, carl, Watcher.Copies.CUSTOMER)));

            assertThat(outbox().deadLetters(10)).isEmpty();
            assertThat(waiting()).containsExactly(ofGroups, plain, later, ofAnother);
        }

        @Test
        void what_an_event_told_is_withdrawn_before_the_messages_of_the_step_are_kept() {
            storeLetters();

            repository.append(mails(FIRST)
                    .withNotifications(letter(copy, FIRST))
                    .withWithdrawals(new Withdrawal.OfEvent(FIRST, 1)));

            assertThat(outbox().deadLetters(10)).isEmpty();
            assertThat(waiting()).containsExactly(later, ofAnother, copy);
            assertThat(first(claimOne(NOON)).message().id()).isEqualTo(later);
        }

        /** All to Carl, and the first of them a dead letter. */
        private void storeLetters() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            repository.append(mails(FIRST)
                    .withNotifications(
                            letter(copy, FIRST),
                            letter(ofGroups, FIRST),
                            letter(plain, FIRST),
                            letter(later, FIRST),
                            letter(ofAnother, SECOND)));
            bury(claimOne(NOON), "no", NOON);
        }

        private List<MessageId> waiting() {
            return outbox().waiting(10).stream().map(message -> message.id()).toList();
        }

        private Notification letter(MessageId id, CaseNumber about) {
            return Notification.builder()
                    .id(id)
                    .caseNumber(about)
                    .kind(Notification.Kind.ANSWERED)
                    .address("carl@example.dk")
                    .language(Locale.ENGLISH)
                    .subject("subject")
                    .text("text")
                    .at(MORNING)
                    .build();
        }
    }

    @Nested
    class Outcomes {
        private ClaimedLane firstOfTwo() {
            bench.register(FIRST, MORNING);
            store(FIRST, "a@example.dk");
            store(FIRST, "a@example.dk");
            return claimOne(NOON);
        }

        @Test
        void sent_is_sent_however_late_and_however_often_it_is_said() {
            ClaimedLane claimed = firstOfTwo();
            ClaimedLane byAnother = claimOne(NOON.plus(LEASE));

            sent(claimed);
            sent(byAnother);
            sent(claimed);

            assertThat(outbox().waiting(10)).hasSize(1);
            assertThat(notification(claimOne(NOON.plus(LEASE))).id())
                    .isNotEqualTo(notification(claimed).id());
        }

        @Test
        void a_failure_is_told_at_the_next_attempt() {
            ClaimedLane claimed = firstOfTwo();
            outbox().postpone(claimed, "connection refused", NOON, NOON.plusSeconds(60));

            assertThat(claim(NOON.plusSeconds(60).minusNanos(1), 10)).isEmpty();
            ClaimedLane again = claimOne(NOON.plusSeconds(60));
            assertThat(notification(again)).isEqualTo(notification(claimed));
            assertThat(first(again).attempt()).isEqualTo(2);
            assertThat(first(again).lastFailure()).contains("connection refused");
        }

        @Test
        void what_was_not_tried_is_ready_as_before() {
            ClaimedLane claimed = firstOfTwo();
            outbox().release(claimed);

            ClaimedLane again = claimOne(NOON);
            assertThat(notification(again)).isEqualTo(notification(claimed));
            assertThat(first(again).attempt()).isEqualTo(1);
        }

        @Test
        void whoever_comes_too_late_changes_nothing_of_what_another_has_claimed() {
            ClaimedLane claimed = firstOfTwo();
            Instant later = NOON.plus(LEASE);
            ClaimedLane byAnother = claimOne(later);

            outbox().postpone(claimed, "late", later, later.plusSeconds(60));
            outbox().release(claimed);
            bury(claimed, "late", later);

            assertThat(claim(later, 10)).isEmpty();
            assertThat(outbox().deadLetters(10)).isEmpty();
            outbox().postpone(byAnother, "down", later, later.plusSeconds(60));
            assertThat(first(claimOne(later.plusSeconds(60))).attempt()).isEqualTo(3);
        }

        @Test
        void what_is_given_up_is_listed_and_lets_the_others_go_on() {
            ClaimedLane claimed = firstOfTwo();
            bury(claimed, "no such mailbox", NOON);

            assertThat(outbox().deadLetters(10))
                    .containsExactly(new DeadLetter(notification(claimed), 1, "no such mailbox", NOON));
            assertThat(outbox().waiting(10))
                    .extracting(OutgoingMessage::id)
                    .doesNotContain(notification(claimed).id());
            assertThat(notification(claimOne(NOON)).address()).isEqualTo("a@example.dk");
            assertThat(claim(NOON.plus(LEASE), 10)).hasSize(1);
        }

        @Test
        void dead_letters_come_longest_dead_first_and_no_more_than_asked_for() {
            bench.register(FIRST, MORNING);
            store(FIRST, "a@example.dk", "b@example.dk", "c@example.dk");
            ImmutableList<ClaimedLane> all = claim(NOON, 3);
            bury(all.get(1), "no", NOON);
            bury(all.get(0), "no", NOON.plusSeconds(1));

            assertThat(outbox().deadLetters(10))
                    .extracting(dead -> ((Notification) dead.message()).address())
                    .containsExactly("b@example.dk", "a@example.dk");
            assertThat(outbox().deadLetters(1)).hasSize(1);
        }

        @Test
        void a_dead_letter_that_is_put_back_is_as_if_it_had_never_been_tried() {
            ClaimedLane claimed = firstOfTwo();
            outbox().postpone(claimed, "down", NOON, NOON.plusSeconds(60));
            bury(claimOne(NOON.plusSeconds(60)), "still down", NOON.plusSeconds(60));

            assertThat(outbox().revive(notification(claimed).id())).isTrue();
            assertThat(outbox().revive(notification(claimed).id())).isFalse();

            ClaimedLane again = claimOne(NOON.plusSeconds(60));
            assertThat(notification(again)).isEqualTo(notification(claimed));
            assertThat(first(again).attempt()).isEqualTo(1);
            assertThat(first(again).lastFailure()).isEmpty();
            outbox().release(claimed);
            assertThat(claim(NOON.plusSeconds(60), 10)).isEmpty();
        }

        @Test
        void a_dead_letter_that_is_dropped_is_gone() {
            ClaimedLane claimed = firstOfTwo();
            bury(claimed, "no such mailbox", NOON);

            assertThat(outbox().drop(notification(claimed).id())).isTrue();
            assertThat(outbox().drop(notification(claimed).id())).isFalse();
            assertThat(outbox().revive(notification(claimed).id())).isFalse();
            assertThat(outbox().deadLetters(10)).isEmpty();
            assertThat(outbox().waiting(10)).hasSize(1);
        }
    }
}
