package dk.sagsflow.knowledge.feed;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Writes feeds by Rome; behind {@link Feeds}, which asks first whether that is there. */
final class FeedWriter {
    private final FeedFormat format;
    private final FeedPage page;

    FeedWriter(FeedFormat format, FeedPage page) {
        this.format = format;
        this.page = page;
    }

    String written(String audience, List<FeedEntry> entries) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(format.type());
        feed.setTitle(Outgoing.line(page.title()));
        feed.setDescription(Outgoing.line(audience));
        feed.setLink(page.address().toString());
        feed.setUri(urn(page.address() + "\n" + audience));
        feed.setLanguage(page.language().toLanguageTag());
        Instant changed = entries.stream()
                .map(FeedEntry::changed)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        feed.setPublishedDate(Date.from(changed));
        feed.setEntries(entries.stream().map(this::entry).toList());
        try {
            return new SyndFeedOutput().outputString(feed);
        } catch (FeedException impossible) {
            throw new IllegalStateException("the feed has all that a feed needs", impossible);
        }
    }

    private SyndEntry entry(FeedEntry news) {
        SyndEntry entry = new SyndEntryImpl();
        String address = page.entries() + URLEncoder.encode(news.name(), StandardCharsets.UTF_8);
        entry.setUri(urn(address));
        entry.setLink(address);
        entry.setTitle(Outgoing.line(news.title()));
        entry.setPublishedDate(Date.from(news.changed()));
        entry.setUpdatedDate(Date.from(news.changed()));
        entry.setDescription(html(news));
        entry.setCategories(news.categories().stream().map(FeedWriter::category).toList());
        return entry;
    }

    private static SyndContent html(FeedEntry news) {
        SyndContent content = new SyndContentImpl();
        content.setType("text/html");
        content.setValue(Outgoing.text(news.html()));
        return content;
    }

    private static SyndCategory category(String name) {
        SyndCategory category = new SyndCategoryImpl();
        category.setName(Outgoing.line(name));
        return category;
    }

    /** The same for the same for ever, wherever it is asked. */
    private static String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
