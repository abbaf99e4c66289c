package dk.sagsflow.knowledge.forum;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.subscription.SubscriptionEvent;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All threads, and who watches them. Not thread-safe: a picture guards it. */
final class ForumBook {
    private final Map<ThreadId, ForumThread> threads = new LinkedHashMap<>();
    private final Map<ActorId, ForumAttention> watchers = new LinkedHashMap<>();

    /** Which post of a thread an event is. */
    private final Map<ThreadId, Map<Long, Integer>> posts = new HashMap<>();

    void fold(KnowledgeEvent event) {
        if (event instanceof WatchEvent watch) {
            watcher(ActorId.of(watch.stamp().record().value())).fold(watch);
        } else if (event instanceof SubscriptionEvent.AllUnsubscribed all) {
            watcher(ActorId.of(all.stamp().record().value())).nothing();
        } else if (event instanceof ForumEvent said) {
            fold(said);
            written(said);
        }
    }

    private void written(ForumEvent event) {
        ThreadId id = id(event);
        boolean post = event instanceof ForumEvent.ThreadOpened || event instanceof ForumEvent.ThreadAnswered;
        if (post && threads.containsKey(id)) {
            int number = thread(id).map(thread -> thread.posts().size()).orElse(0);
            posts.computeIfAbsent(id, unused -> new HashMap<>())
                    .put(event.stamp().sequence(), number);
            watcher(event.stamp().by()).wrote(id, event.stamp().at());
        }
    }

    private ForumAttention watcher(ActorId who) {
        return watchers.computeIfAbsent(who, unused -> new ForumAttention());
    }

    private void fold(ForumEvent event) {
        if (event instanceof ForumEvent.ThreadOpened opened) {
            ThreadId id = id(opened);
            threads.put(
                    id,
                    ForumThread.builder()
                            .id(id)
                            .version(opened.stamp().sequence())
                            .title(opened.title())
                            .readership(opened.readership())
                            .topics(opened.topics())
                            .addPosts(post(1, opened.stamp(), opened.text()))
                            .build());
        } else {
            long version = event.stamp().sequence();
            threads.computeIfPresent(id(event), (id, before) -> after(before.withVersion(version), event));
        }
    }

    private static ThreadId id(ForumEvent event) {
        return ThreadId.of(event.stamp().record().value());
    }

    private static ForumPost post(int number, Stamp stamp, String text) {
        return new ForumPost(number, stamp.by(), stamp.at(), text, Optional.empty());
    }

    private static ForumThread after(ForumThread before, ForumEvent event) {
        if (event instanceof ForumEvent.ThreadAnswered answered) {
            return before.withPosts(ImmutableList.<ForumPost>builder()
                    .addAll(before.posts())
                    .add(post(before.posts().size() + 1, answered.stamp(), answered.text()))
                    .build());
        } else if (event instanceof ForumEvent.PostEdited edited) {
            return changed(before, edited.post(), post -> post.saying(edited.text()));
        } else if (event instanceof ForumEvent.PostHidden hidden) {
            return changed(before, hidden.post(), post -> post.hiddenFor(Optional.of(hidden.reason())));
        } else if (event instanceof ForumEvent.PostShown shown) {
            return changed(before, shown.post(), post -> post.hiddenFor(Optional.empty()));
        }
        return afterwards(before, event);
    }

    private static ForumThread afterwards(ForumThread before, ForumEvent event) {
        if (event instanceof ForumEvent.AnswerAccepted accepted) {
            return before.withAccepted(accepted.post());
        } else if (event instanceof ForumEvent.ThreadClosed closed) {
            return before.withClosed(closed.reason());
        } else if (event instanceof ForumEvent.ThreadReopened) {
            return before.withClosed(Optional.empty());
        } else if (event instanceof ForumEvent.PromotedToArticle promoted) {
            return before.withArticles(with(before.articles(), promoted.article()));
        } else if (event instanceof ForumEvent.PromotedToCase promoted) {
            return before.withCases(with(before.cases(), promoted.number()));
        }
        return before;
    }

    private static <E> ImmutableSet<E> with(ImmutableSet<E> some, E another) {
        return ImmutableSet.<E>builder().addAll(some).add(another).build();
    }

    private static ForumThread changed(ForumThread thread, int number, UnaryOperator<ForumPost> change) {
        return thread.withPosts(thread.posts().stream()
                .map(post -> post.number() == number ? change.apply(post) : post)
                .toList());
    }

    /** The post that this event of the thread is. */
    Optional<ForumPost> postOf(ThreadId thread, long event) {
        return Optional.ofNullable(posts.getOrDefault(thread, Map.of()).get(event))
                .flatMap(number -> thread(thread).flatMap(found -> found.post(number)));
    }

    Watched watched(ActorId who) {
        return Optional.ofNullable(watchers.get(who))
                .map(watcher -> new Watched(watcher.threads(), watcher.topics()))
                .orElseGet(() -> new Watched(ImmutableSet.of(), ImmutableSet.of()));
    }

    long versionOfWatcher(ActorId who) {
        return Optional.ofNullable(watchers.get(who))
                .map(ForumAttention::version)
                .orElse(0L);
    }

    /** Who hears of what was written at this time in this thread, which is about these topics. */
    ImmutableSet<ActorId> watchers(ThreadId thread, ImmutableSet<TopicId> about, Instant at) {
        return watchers.entrySet().stream()
                .filter(watcher -> watcher.getValue().hears(thread, about, at))
                .map(Map.Entry::getKey)
                .collect(ImmutableSet.toImmutableSet());
    }

    Optional<ForumThread> thread(ThreadId id) {
        return Optional.ofNullable(threads.get(id));
    }

    ImmutableList<ForumThread> all(Predicate<ForumThread> which) {
        return threads.values().stream().filter(which).collect(ImmutableList.toImmutableList());
    }
}
