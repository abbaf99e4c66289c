package dk.sagsflow.knowledge.forum;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody watches, since when. Not thread-safe: a picture guards it. */
final class ForumAttention {
    private final Map<ThreadId, Instant> threads = new LinkedHashMap<>();
    private final Map<TopicId, Instant> topics = new LinkedHashMap<>();
    private final Set<ThreadId> not = new HashSet<>();
    private long version;

    void fold(WatchEvent event) {
        version = event.stamp().sequence();
        if (event instanceof WatchEvent.ThreadWatched watched) {
            not.remove(watched.thread());
            threads.putIfAbsent(watched.thread(), event.stamp().at());
        } else if (event instanceof WatchEvent.ThreadUnwatched unwatched) {
            threads.remove(unwatched.thread());
            not.add(unwatched.thread());
        } else if (event instanceof WatchEvent.ForumTopicWatched watched) {
            topics.putIfAbsent(watched.topic(), event.stamp().at());
        } else if (event instanceof WatchEvent.ForumTopicUnwatched unwatched) {
            topics.remove(unwatched.topic());
        }
    }

    /** Whoever writes in a thread watches it, unless they said that they do not. */
    void wrote(ThreadId thread, Instant at) {
        if (!not.contains(thread)) {
            threads.putIfAbsent(thread, at);
        }
    }

    /** Somebody who wants to be told of nothing watches nothing. */
    void nothing() {
        threads.clear();
        topics.clear();
    }

    long version() {
        return version;
    }

    ImmutableSet<ThreadId> threads() {
        return ImmutableSet.copyOf(threads.keySet());
    }

    ImmutableSet<TopicId> topics() {
        return ImmutableSet.copyOf(topics.keySet());
    }

    /** Whether what was written at this time in this thread, which is about these topics, is watched. */
    boolean hears(ThreadId thread, ImmutableSet<TopicId> about, Instant at) {
        return !not.contains(thread)
                && (since(Optional.ofNullable(threads.get(thread)), at)
                        || about.stream().anyMatch(topic -> since(Optional.ofNullable(topics.get(topic)), at)));
    }

    private static boolean since(Optional<Instant> watched, Instant at) {
        return watched.filter(since -> !since.isAfter(at)).isPresent();
    }
}
