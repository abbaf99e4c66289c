package dk.sagsflow.knowledge.forum;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.audience.NewsChannel;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.markdown.MarkdownText;
import dk.sagsflow.knowledge.news.NewsAudience;
import dk.sagsflow.knowledge.news.NewsId;
import dk.sagsflow.knowledge.news.NewsItem;
import dk.sagsflow.knowledge.news.NewsSource;
import dk.sagsflow.knowledge.news.NewsWords;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import java.util.Map;
import java.util.Optional;

/** Posts of the forum, of which those are told who watch the thread or a topic of it, and nobody else. */
final class ForumNews implements NewsSource {
    private static final String PART = "forum/";

    private final Forum forum;
    private final KnowledgeWords words;

    ForumNews(Forum forum, KnowledgeWords words) {
        this.forum = forum;
        this.words = words;
    }

    /** Answers are found by the number of their event, from which the thread tells the number of the post. */
    @Override
    public Optional<NewsId> published(KnowledgeEvent event) {
        boolean post = event instanceof ForumEvent.ThreadOpened || event instanceof ForumEvent.ThreadAnswered;
        return post
                ? Optional.of(new NewsId(PART + event.stamp().sequence() + "/"
                        + event.stamp().record().value()))
                : Optional.empty();
    }

    @Override
    public Optional<NewsItem> find(NewsId id) {
        return post(id).flatMap(post -> forum.find(thread(id))
                .filter(thread -> post.shown() && thread.posts().get(0).shown())
                .map(thread -> item(id, thread, post)));
    }

    @Override
    public ImmutableSet<ActorId> askedBy(NewsId id) {
        return post(id).map(post -> forum.watchers(thread(id), post)).orElse(ImmutableSet.of());
    }

    private static ThreadId thread(NewsId id) {
        return ThreadId.of(id.value().substring(id.value().indexOf('/', PART.length()) + 1));
    }

    private Optional<ForumPost> post(NewsId id) {
        if (!id.value().startsWith(PART)) {
            return Optional.empty();
        }
        long event =
                Long.parseLong(id.value().substring(PART.length(), id.value().indexOf('/', PART.length())));
        return forum.postOf(thread(id), event);
    }

    private NewsItem item(NewsId id, ForumThread thread, ForumPost post) {
        String title = words.of(post.number() == 1 ? "ForumQuestion" : "ForumAnswer", Map.of("title", thread.title()));
        String said = new MarkdownText(post.text()).plain();
        NewsAudience audience =
                new NewsAudience(thread.readership(), NewsChannel.of(thread.readership()), Optional.empty());
        return new NewsItem(id, audience, ImmutableSet.of(), NewsWords.of(title, said, said));
    }
}
