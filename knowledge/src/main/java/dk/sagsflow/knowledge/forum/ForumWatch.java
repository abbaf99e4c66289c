package dk.sagsflow.knowledge.forum;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.RecordOfPerson;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.subscription.TopicRefusal;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Who is told of what is written in the forum: whoever watches a thread or a topic, at once, of what others write there that they may
 * read. Whoever writes in a thread watches it until they say otherwise; a thread that somebody does not watch stays silent also if
 * they watch its topic. Who {@linkplain dk.sagsflow.knowledge.subscription.TopicSubscriptions#unsubscribeFromAll unsubscribes from
 * everything} watches nothing. Safe for use by many threads.
 */
public final class ForumWatch {
    private final ForumParts parts;
    private final Forum forum;
    private final Picture<ForumBook> picture;

    ForumWatch(ForumParts parts, Forum forum, Picture<ForumBook> picture) {
        this.parts = parts;
        this.forum = forum;
        this.picture = picture;
    }

    /** What somebody watches that they may read. */
    public KnowledgeOutcome<Watched> of(ActorId by) {
        return forum.threads(by).map(seen -> picture.ask(book -> watched(book, by, seen)));
    }

    private static Watched watched(ForumBook book, ActorId by, ImmutableList<ForumThread> seen) {
        Watched all = book.watched(by);
        return new Watched(
                seen.stream()
                        .map(ForumThread::id)
                        .filter(all.threads()::contains)
                        .collect(toImmutableSet()),
                all.topics());
    }

    /** Tells somebody of what is written in a thread from now on. */
    public KnowledgeOutcome<Watched> thread(ActorId by, ThreadId thread) {
        return forum.read(by, thread)
                .flatMap(seen ->
                        recorded(by, () -> Optional.empty(), stamp -> new WatchEvent.ThreadWatched(stamp, thread)));
    }

    /** Tells somebody of a thread no more. */
    public KnowledgeOutcome<Watched> noThread(ActorId by, ThreadId thread) {
        return forum.read(by, thread)
                .flatMap(seen ->
                        recorded(by, () -> Optional.empty(), stamp -> new WatchEvent.ThreadUnwatched(stamp, thread)));
    }

    /** Tells somebody of what is written about a topic, and about those under it, from now on. */
    public KnowledgeOutcome<Watched> topic(ActorId by, TopicId topic) {
        return recorded(by, () -> unknown(topic), stamp -> new WatchEvent.ForumTopicWatched(stamp, topic));
    }

    /** Tells somebody of a topic no more; of threads about it that they watch still. */
    public KnowledgeOutcome<Watched> noTopic(ActorId by, TopicId topic) {
        return recorded(by, () -> unknown(topic), stamp -> new WatchEvent.ForumTopicUnwatched(stamp, topic));
    }

    private Optional<KnowledgeRefusal> unknown(TopicId topic) {
        return parts.topics().find(topic).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new TopicRefusal.UnknownTopic(topic, parts.topics().ids()));
    }

    private KnowledgeOutcome<Watched> recorded(
            ActorId by, Supplier<Optional<KnowledgeRefusal>> objection, Function<Stamp, WatchEvent> event) {
        KnowledgeOutcome<Watched> done = parts.editing()
                .known(by)
                .flatMap(actor -> picture.decide(
                        book -> objection
                                .get()
                                .<KnowledgeOutcome<ImmutableList<WatchEvent>>>map(KnowledgeOutcome::refused)
                                .orElseGet(
                                        () -> KnowledgeOutcome.accepted(ImmutableList.of(event.apply(next(book, by))))),
                        book -> book.watched(by)));
        return done.flatMap(unused -> of(by));
    }

    private Stamp next(ForumBook book, ActorId by) {
        return Stamp.after(
                book.versionOfWatcher(by),
                RecordOfPerson.FORUM_WATCHER.of(by),
                parts.clock().instant(),
                by);
    }
}
