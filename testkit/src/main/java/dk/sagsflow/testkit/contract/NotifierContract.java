package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notifier;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link Notifier} must do. Inherit it, and say where notifications arrive. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class NotifierContract {
    private static final String CARL = "carl@example.dk";

    /** For those who inherit. */
    protected NotifierContract() {}

    /** The notifier under test, to which nothing was given yet; called once for each test. */
    protected abstract Notifier notifier();

    /**
     * What arrived at this address from the latest {@link #notifier}, in order: of each the subject, a line feed, and the
     * text, with line ends as they were sent.
     */
    protected abstract ImmutableList<String> arrivedAt(String address);

    @Test
    void what_is_sent_arrives_whole_at_its_address_alone() {
        notifier()
                .send(notification(
                        "1", "Din sag er besvaret", "Kære Carl\n\nPrøv igen: æøå ÆØÅ, 5 < 6 & \"så\".\n.\nHilsen"));

        assertThat(arrivedAt(CARL))
                .containsExactly("Din sag er besvaret\nKære Carl\n\nPrøv igen: æøå ÆØÅ, 5 < 6 & \"så\".\n.\nHilsen");
        assertThat(arrivedAt("post@example.com")).isEmpty();
    }

    @Test
    void what_is_sent_in_order_arrives_in_order() {
        Notifier notifier = notifier();
        IntStream.range(0, 10).forEach(each -> notifier.send(notification("" + each, "mail " + each, "text")));

        assertThat(arrivedAt(CARL))
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .mapToObj(each -> "mail " + each + "\ntext")
                        .toList());
    }

    @Test
    void a_repeated_notification_does_no_harm() {
        Notifier notifier = notifier();
        notifier.send(notification("1", "once", "text"));
        notifier.send(notification("1", "once", "text"));

        assertThat(arrivedAt(CARL)).isNotEmpty().containsOnly("once\ntext");
    }

    @Test
    void many_threads_may_send_at_once() throws InterruptedException {
        Notifier notifier = notifier();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(sender -> new Thread(() -> IntStream.range(0, 10)
                        .mapToObj(each -> sender + "/" + each)
                        .forEach(id -> notifier.send(notification(id, id, "text")))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(arrivedAt(CARL)).hasSize(40).doesNotHaveDuplicates();
    }

    private static Notification notification(String id, String subject, String text) {
        return Notification.builder()
                .id(MessageId.of("C-1/" + id))
                .caseNumber(CaseNumber.of("C-1"))
                .kind(Notification.Kind.ANSWERED)
                .address(CARL)
                .language(Locale.forLanguageTag("da"))
                .subject(subject)
                .text(text)
                .at(Instant.parse("2007-08-01T06:00:00Z"))
                .build();
    }
}
