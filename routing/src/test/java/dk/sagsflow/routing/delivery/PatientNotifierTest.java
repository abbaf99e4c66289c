package dk.sagsflow.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PatientNotifierTest {
    private static final Notification MAIL = Notification.builder()
            .id(MessageId.of("1"))
            .caseNumber(CaseNumber.of("C-1"))
            .kind(Notification.Kind.ANSWERED)
            .address("carl@example.dk")
            .language(Locale.ENGLISH)
            .subject("subject")
            .text("text")
            .at(Instant.EPOCH)
            .build();

    private static void cutOff(PatientNotifier notifier) {
        assertThatThrownBy(() -> notifier.send(MAIL)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_that_is_always_cut_off_before_it_begins_takes_no_room() throws InterruptedException {
        try (PatientNotifier notifier = new PatientNotifier(mail -> {}, Duration.ofNanos(1))) {
            for (int attempt = 0; attempt < 200; attempt++) {
                try {
                    notifier.send(MAIL);
                } catch (IllegalStateException cutOff) {
                    assertThat(cutOff).hasMessageContaining("did not return");
                }
            }
            Thread.sleep(200);

            assertThat(notifier.hasRoom()).isTrue();
        }
    }

    @Test
    void one_that_hangs_for_good_stops_delivery_for_a_while_and_not_for_good() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        try (PatientNotifier notifier = new PatientNotifier(
                mail -> awaitUninterruptibly(never), Duration.ofMillis(20), Duration.ofMillis(300))) {
            for (int attempt = 0; attempt < 4; attempt++) {
                cutOff(notifier);
            }
            assertThat(notifier.hasRoom()).isFalse();
            Thread.sleep(400);

            assertThat(notifier.hasRoom()).isTrue();
        } finally {
            never.countDown();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly(latch);
    }
}
