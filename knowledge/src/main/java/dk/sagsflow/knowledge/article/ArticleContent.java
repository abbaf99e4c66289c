package dk.sagsflow.knowledge.article;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.knowledge.audience.NewsChannel;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/** What an article says, and to whom. Immutable. */
@Value.Immutable
public interface ArticleContent extends WithArticleContent {
    /** How many systems, topics, categories, key words or files an article may have each. */
    int MOST_PARTS = 200;

    /** What it is. */
    ArticleKind kind();

    /** What it is called; not blank. */
    String title();

    /** What it says, in a line or two; may be empty. */
    @Value.Default
    default String summary() {
        return "";
    }

    /** What it says, in Markdown. */
    @Value.Default
    default String body() {
        return "";
    }

    /** What is known of the error; there exactly if it is a known error. */
    Optional<KnownErrorDetails> knownError();

    /** Who may read it. */
    Readership readership();

    /** Where it is to be shown as news (R21); none for wherever its readers look. */
    ImmutableSet<NewsChannel> channels();

    /** The language that it is written in; Danish unless said otherwise. */
    @Value.Default
    default Locale language() {
        return Locale.forLanguageTag("da");
    }

    /** The systems that it is about; none if it is about no system more than others. */
    ImmutableSet<SystemId> systems();

    /** The categories that it belongs to. */
    ImmutableSet<String> categories();

    /** What it is about, for those who subscribe to it, and for the right to publish it. */
    ImmutableSet<TopicId> topics();

    /** Words by which it is to be found that stand nowhere in it: what people call the thing. */
    ImmutableSet<String> keywords();

    /** Files that come with it, whose contents are in the store of attachments. */
    ImmutableList<Attachment> attachments();

    /** Where it is shown as news. */
    default ImmutableSet<NewsChannel> shownOn() {
        return channels().isEmpty() ? NewsChannel.of(readership()) : channels();
    }

    /** Refuses what is out of bounds, and a known error of which nothing is known. */
    @Value.Check
    default void check() {
        Bounds.line("title of an article", title());
        Bounds.require(!title().isBlank(), "title of an article is blank; some text is required");
        Bounds.line("summary of an article", summary());
        Bounds.text("body of an article", body());
        Bounds.require(
                knownError().isPresent() == (kind() == ArticleKind.KNOWN_ERROR),
                "article \"%s\" is a %s; what is known of the error stands in a known error, and there alone",
                title(),
                kind());
        categories().forEach(category -> Bounds.line("category", category));
        keywords().forEach(word -> Bounds.line("key word", word));
        int most = Math.max(
                Math.max(systems().size(), topics().size()),
                Math.max(
                        Math.max(categories().size(), keywords().size()),
                        attachments().size()));
        Bounds.require(
                most <= MOST_PARTS, "an article has %s parts of one sort; at most %s are allowed", most, MOST_PARTS);
    }

    /** A builder; kind, title and readership are required. */
    static Builder builder() {
        return new Builder();
    }

    /** A frequent question with its answer, in Danish. */
    static ArticleContent faq(Readership readership, String question, String answer) {
        return builder()
                .kind(ArticleKind.FAQ)
                .title(question)
                .body(answer)
                .readership(readership)
                .build();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(ArticleContent.class, "use ArticleJson");
    }

    /** Builds contents. Not thread-safe. */
    final class Builder extends ImmutableArticleContent.Builder {
        Builder() {}
    }
}
