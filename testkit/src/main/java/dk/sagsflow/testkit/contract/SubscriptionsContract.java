package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.SubscriptionRegister;
import dk.sagsflow.core.notification.Subscriptions.Wish;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link SubscriptionRegister} must do. Inherit it, and say how to get an empty one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class SubscriptionsContract {
    private static final CustomerId ASTRID = CustomerId.of("astrid");
    private static final ActorId HANNE = ActorId.of("hanne");

    /** For those who inherit. */
    protected SubscriptionsContract() {}

    /** A register in which nobody has said anything; called once for each test. */
    protected abstract SubscriptionRegister empty();

    @Test
    void who_has_said_nothing_is_told_nothing_as_a_customer_and_at_once_as_a_member() {
        SubscriptionRegister register = empty();

        for (Notification.Kind kind : Notification.Kind.values()) {
            assertThat(register.wish(CustomerId.of("unknown"), kind)).isEqualTo(Wish.NOT_AT_ALL);
            assertThat(register.wish(ActorId.of("unknown"), kind)).isEqualTo(Wish.AT_ONCE);
        }
    }

    @Test
    void a_wish_is_for_one_kind_and_one_person() {
        SubscriptionRegister register = empty();
        register.subscribe(ASTRID, Notification.Kind.ANSWERED, Wish.AT_ONCE);
        register.subscribe(HANNE, Notification.Kind.ESCALATED, Wish.NOT_AT_ALL);

        assertThat(register.wish(ASTRID, Notification.Kind.ANSWERED)).isEqualTo(Wish.AT_ONCE);
        assertThat(register.wish(ASTRID, Notification.Kind.CLOSED)).isEqualTo(Wish.NOT_AT_ALL);
        assertThat(register.wish(CustomerId.of("ole"), Notification.Kind.ANSWERED))
                .isEqualTo(Wish.NOT_AT_ALL);
        assertThat(register.wish(HANNE, Notification.Kind.ESCALATED)).isEqualTo(Wish.NOT_AT_ALL);
        assertThat(register.wish(ActorId.of("astrid"), Notification.Kind.ANSWERED))
                .isEqualTo(Wish.AT_ONCE);
    }

    @Test
    void a_group_that_has_said_nothing_leaves_it_to_the_model_and_is_no_person() {
        SubscriptionRegister register = empty();
        register.subscribe(GroupId.of("hanne"), Notification.Kind.CASE_ARRIVED, Wish.IN_DIGEST);

        assertThat(register.wish(GroupId.of("hanne"), Notification.Kind.CASE_ARRIVED))
                .contains(Wish.IN_DIGEST);
        assertThat(register.wish(GroupId.of("hanne"), Notification.Kind.CASE_RETURNED))
                .isEmpty();
        assertThat(register.wish(HANNE, Notification.Kind.CASE_ARRIVED)).isEqualTo(Wish.AT_ONCE);
    }

    @Test
    void the_latest_wish_holds() {
        SubscriptionRegister register = empty();
        for (Wish wish : Wish.values()) {
            register.subscribe(ASTRID, Notification.Kind.ANSWERED, wish);
            assertThat(register.wish(ASTRID, Notification.Kind.ANSWERED)).isEqualTo(wish);
        }
    }

    @Test
    void who_is_forgotten_has_said_nothing_and_everybody_else_has() {
        SubscriptionRegister register = empty();
        CustomerId ole = CustomerId.of("ole");
        for (Notification.Kind kind : Notification.Kind.values()) {
            register.subscribe(ASTRID, kind, Wish.AT_ONCE);
        }
        register.subscribe(ole, Notification.Kind.ANSWERED, Wish.AT_ONCE);
        register.subscribe(ActorId.of(ASTRID.value()), Notification.Kind.ANSWERED, Wish.NOT_AT_ALL);

        register.forget(ASTRID);
        register.forget(CustomerId.of("unknown"));

        assertThat(Notification.Kind.values()).allMatch(kind -> register.wish(ASTRID, kind) == Wish.NOT_AT_ALL);
        assertThat(register.wish(ole, Notification.Kind.ANSWERED)).isEqualTo(Wish.AT_ONCE);
        assertThat(register.wish(ActorId.of(ASTRID.value()), Notification.Kind.ANSWERED))
                .isEqualTo(Wish.NOT_AT_ALL);
    }

    @Test
    void many_threads_may_subscribe_at_once() throws InterruptedException {
        SubscriptionRegister register = empty();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(number -> new Thread(() -> register.subscribe(
                        CustomerId.of("customer-" + number), Notification.Kind.CLOSED, Wish.IN_DIGEST)))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(IntStream.range(0, 8))
                .allMatch(number ->
                        register.wish(CustomerId.of("customer-" + number), Notification.Kind.CLOSED) == Wish.IN_DIGEST);
    }
}
