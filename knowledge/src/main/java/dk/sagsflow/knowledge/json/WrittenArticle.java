package dk.sagsflow.knowledge.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.article.KnownErrorDetails;
import dk.sagsflow.knowledge.audience.NewsChannel;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.Locale;
import java.util.Optional;

/** What an article says, as it is written. */
record WrittenArticle(
        ArticleKind kind,
        String title,
        String summary,
        String body,
        Optional<KnownErrorDetails> knownError,
        Readership readership,
        ImmutableSet<NewsChannel> channels,
        Locale language,
        ImmutableSet<SystemId> systems,
        ImmutableSet<String> categories,
        ImmutableSet<TopicId> topics,
        ImmutableSet<String> keywords,
        ImmutableList<Attachment> attachments) {
    static WrittenArticle of(ArticleContent content) {
        return new WrittenArticle(
                content.kind(),
                content.title(),
                content.summary(),
                content.body(),
                content.knownError(),
                content.readership(),
                content.channels(),
                content.language(),
                content.systems(),
                content.categories(),
                content.topics(),
                content.keywords(),
                content.attachments());
    }

    ArticleContent content() {
        return ArticleContent.builder()
                .kind(kind)
                .title(title)
                .summary(summary)
                .body(body)
                .knownError(knownError)
                .readership(readership)
                .addAllChannels(channels)
                .language(language)
                .addAllSystems(systems)
                .addAllCategories(categories)
                .addAllTopics(topics)
                .addAllKeywords(keywords)
                .addAllAttachments(attachments)
                .build();
    }
}
