package dk.sagsflow.knowledge.news;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * How news is mailed. Immutable.
 *
 * @param language the language of what the library adds: Danish if it is Danish, else English
 * @param unsubscribePage the address that ends subscriptions, up to the token: {@code https://support.example.dk/unsubscribe/}; empty
 *     if there is none, and then mails say nothing of it
 * @param schedule when digests go out
 */
public record NewsMail(Locale language, Optional<String> unsubscribePage, NewsSchedule schedule) {
    /** Refuses null, and a page that is not reached safely: whoever reads the address on its way could use it. */
    public NewsMail {
        requireNonNull(language, "language");
        requireNonNull(schedule, "schedule");
        checkArgument(
                unsubscribePage
                        .filter(page ->
                                !page.startsWith("https://") || page.chars().anyMatch(c -> c <= ' ' || c == '>'))
                        .isEmpty(),
                "the page that ends subscriptions is no address that begins with https://");
    }

    /** In Danish, every day at 7, with no page that ends subscriptions. */
    public static NewsMail standard() {
        return new NewsMail(Locale.forLanguageTag("da"), Optional.empty(), NewsSchedule.standard());
    }

    /** The same with this page. */
    public NewsMail withUnsubscribePage(String page) {
        return new NewsMail(language, Optional.of(page), schedule);
    }

    /** The same with digests at these times. */
    public NewsMail withSchedule(NewsSchedule other) {
        return new NewsMail(language, unsubscribePage, other);
    }
}
