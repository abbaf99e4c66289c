package dk.sagsflow.knowledge.feed;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;

/**
 * Where a feed stands. Immutable.
 *
 * @param title what it is called
 * @param address the page of which it is the feed
 * @param entries the address of a piece of news, up to its name: {@code https://support.example.dk/news/}
 * @param language the language that it is written in
 */
public record FeedPage(String title, URI address, URI entries, Locale language) {
    /** Refuses null, and addresses that lead nowhere from outside. */
    public FeedPage {
        requireNonNull(title, "title");
        requireNonNull(language, "language");
        for (URI one : new URI[] {address, entries}) {
            checkArgument(one.isAbsolute() && one.getHost() != null, "address %s has no host", one);
        }
    }
}
