package dk.sagsflow.knowledge.forum;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.privacy.PersonalNumbers;
import dk.sagsflow.knowledge.article.Article;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.article.Articles;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readers;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.editing.EditorialAct;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.markdown.MarkdownText;
import dk.sagsflow.knowledge.news.NewsSource;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import dk.sagsflow.knowledge.subscription.Topic;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forum (R24), where superusers and the support organisation ask and share. Whoever may read a thread may answer; who asked says
 * which answer it is; who may publish about its topics moderates. What is hidden is seen by moderators and whoever wrote it. Articles
 * and cases are made of threads, and lead back. Safe for use by many threads.
 */
public final class Forum {
    private final Articles articles;
    private final Readers readers;
    private final Editing editing;
    private final ForumParts parts;
    private final Picture<ForumBook> picture;

    /** Made by the knowledge base. */
    public Forum(ForumParts parts) {
        this.parts = requireNonNull(parts, "parts");
        this.articles = parts.articles();
        this.readers = parts.readers();
        this.editing = parts.editing();
        this.picture = new Picture<>(parts.store(), ForumBook::new, ForumBook::fold);
    }

    /** Who is told of what is written. */
    public ForumWatch watching() {
        return new ForumWatch(parts, this, picture);
    }

    /** What of this people are told. */
    public NewsSource news(KnowledgeWords words) {
        return new ForumNews(this, requireNonNull(words, "words"));
    }

    /** The thread of this name, for code that guards who sees it. */
    Optional<ForumThread> find(ThreadId id) {
        return picture.ask(book -> book.thread(id));
    }

    Optional<ForumPost> postOf(ThreadId id, long event) {
        return picture.ask(book -> book.postOf(id, event));
    }

    /** Who is told of this post: nobody of what they wrote themselves. */
    ImmutableSet<ActorId> watchers(ThreadId id, ForumPost post) {
        ImmutableSet<TopicId> about = find(id).stream()
                .flatMap(thread -> thread.topics().stream())
                .flatMap(topic -> Stream.concat(
                        Stream.of(topic), parts.topics().path(topic).stream().map(Topic::id)))
                .collect(ImmutableSet.toImmutableSet());
        return picture.ask(book -> book.watchers(id, about, post.at())).stream()
                .filter(who -> !who.equals(post.by()))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The threads that this person may read, in the order in which they were opened. */
    public KnowledgeOutcome<ImmutableList<ForumThread>> threads(ActorId by) {
        return seen(by, thread -> true);
    }

    /** The threads about this topic. */
    public KnowledgeOutcome<ImmutableList<ForumThread>> about(ActorId by, TopicId topic) {
        return seen(by, thread -> thread.topics().contains(topic));
    }

    /** The threads of which this article was made. */
    public KnowledgeOutcome<ImmutableList<ForumThread>> behind(ActorId by, ArticleId article) {
        return seen(by, thread -> thread.articles().contains(article));
    }

    /** The threads of which this case was made. */
    public KnowledgeOutcome<ImmutableList<ForumThread>> behind(ActorId by, CaseNumber number) {
        return seen(by, thread -> thread.cases().contains(number));
    }

    private KnowledgeOutcome<ImmutableList<ForumThread>> seen(ActorId by, Predicate<ForumThread> which) {
        return editing.known(by)
                .map(actor -> picture.ask(book -> book.all(which)).stream()
                        .flatMap(thread -> seen(actor, thread).stream())
                        .filter(which)
                        .collect(ImmutableList.toImmutableList()));
    }

    /** The thread as this person may see it. */
    public KnowledgeOutcome<ForumThread> read(ActorId by, ThreadId id) {
        return editing.known(by)
                .flatMap(actor -> picture.ask(book -> book.thread(id))
                        .flatMap(thread -> seen(actor, thread))
                        .map(KnowledgeOutcome::accepted)
                        .orElseGet(() -> KnowledgeOutcome.refused(new ForumRefusal.UnknownThread(id))));
    }

    /** A hidden question hides the thread; cases are for those who work on them, articles for those who may read them. */
    private Optional<ForumThread> seen(Actor actor, ForumThread thread) {
        Reader reader = readers.of(actor);
        boolean moderator = moderation(actor, thread).isEmpty();
        Predicate<ForumPost> visible =
                post -> post.shown() || moderator || post.by().equals(actor.id());
        if (!mayRead(reader, thread) || !visible.test(thread.posts().get(0))) {
            return Optional.empty();
        }
        boolean staff = reader.mayRead(Readership.supportOrganisation());
        return Optional.of(thread.withPosts(thread.posts().stream()
                        .map(post -> visible.test(post) ? post : post.saying(""))
                        .toList())
                .withCases(staff ? thread.cases() : ImmutableSet.of())
                .withArticles(thread.articles().stream()
                        .filter(article -> articles.read(reader, article).wasAccepted()
                                || articles.open(actor.id(), article).wasAccepted())
                        .toList()));
    }

    private static boolean mayRead(Reader reader, ForumThread thread) {
        return writes(reader) && reader.mayRead(thread.readership());
    }

    private static boolean writes(Reader reader) {
        return reader.mayRead(Readership.superusers());
    }

    private Optional<KnowledgeRefusal> moderation(Actor actor, ForumThread thread) {
        return editing.rights()
                .objection(actor, EditorialAct.MODERATE, thread.topics(), ImmutableSet.of())
                .map(missing -> missing);
    }

    /**
     * Asks, or shares something. The thread is given an id that nobody guesses: who chose one would learn by a refusal what is called so
     * among what they may not read.
     *
     * @throws IllegalStateException if the ids that the host draws are not all different
     */
    public KnowledgeOutcome<ForumThread> open(ActorId by, ForumQuestion question) {
        ThreadId id = parts.ids().get();
        return editing.known(by)
                .flatMap(actor -> picture.<ForumThread>decide(
                        book -> {
                            checkState(book.thread(id).isEmpty(), "the id of a thread was drawn twice");
                            return decided(
                                    objectionToOpen(actor, question.readership()),
                                    () -> question.opened(Stamp.after(
                                            0, id.record(), parts.clock().instant(), by)));
                        },
                        book -> shown(actor, book.thread(id).orElseThrow())));
    }

    private Optional<KnowledgeRefusal> objectionToOpen(Actor actor, Readership readership) {
        Reader reader = readers.of(actor);
        boolean fits = writes(reader) && reader.mayRead(readership) && !readership.equals(Readership.everyone());
        return fits ? Optional.empty() : Optional.of(new ForumRefusal.NotForThisForum(actor.id(), readership));
    }

    /** Whoever lost the right to see it with what they did, or meanwhile, is shown that it was done. */
    private ForumThread shown(Actor actor, ForumThread thread) {
        return seen(actor, thread)
                .orElseGet(() -> thread.withPosts(thread.posts().stream()
                                .map(post -> post.saying(""))
                                .toList())
                        .withCases(ImmutableSet.of())
                        .withArticles(ImmutableSet.of()));
    }

    /** Answers; whoever may read it may. */
    public KnowledgeOutcome<ForumThread> answer(ActorId by, ThreadId id, String text) {
        return changed(
                by,
                id,
                (actor, thread) -> writable(thread).or(() -> full(thread)),
                stamp -> new ForumEvent.ThreadAnswered(stamp, text));
    }

    private static Optional<KnowledgeRefusal> writable(ForumThread thread) {
        return thread.closed().map(reason -> new ForumRefusal.ThreadIsClosed(thread.id(), reason));
    }

    private static Optional<KnowledgeRefusal> full(ForumThread thread) {
        return thread.posts().size() < ForumThread.MOST_POSTS
                ? Optional.empty()
                : Optional.of(new ForumRefusal.ThreadFull(thread.id(), ForumThread.MOST_POSTS));
    }

    /** Writes anew what somebody has written. */
    public KnowledgeOutcome<ForumThread> edit(ActorId by, ThreadId id, int post, String text) {
        return changed(
                by,
                id,
                (actor, thread) -> missing(thread, post)
                        .or(() -> owned(thread, post, actor))
                        .or(() -> writable(thread)),
                stamp -> new ForumEvent.PostEdited(stamp, post, text));
    }

    private static Optional<KnowledgeRefusal> missing(ForumThread thread, int post) {
        return thread.post(post).isPresent()
                ? Optional.empty()
                : Optional.of(new ForumRefusal.NotThisPost(
                        thread.id(), post, thread.posts().size()));
    }

    private static Optional<KnowledgeRefusal> owned(ForumThread thread, int post, Actor actor) {
        return thread.post(post)
                .filter(one -> !one.by().equals(actor.id()))
                .map(one -> new ForumRefusal.NotYourPost(thread.id(), post));
    }

    /** Says that this is the answer, in place of another perhaps: who asked may, and who moderates. */
    public KnowledgeOutcome<ForumThread> accept(ActorId by, ThreadId id, int post) {
        return changed(
                by,
                id,
                (actor, thread) ->
                        thread.post(post).filter(one -> one.shown() && post > 1).isPresent()
                                ? owned(thread, 1, actor).flatMap(notAsker -> moderation(actor, thread))
                                : Optional.of(new ForumRefusal.NotThisPost(
                                        id, post, thread.posts().size())),
                stamp -> new ForumEvent.AnswerAccepted(stamp, post));
    }

    /** Shows a post no longer, the whole thread if it is the question. */
    public KnowledgeOutcome<ForumThread> hide(ActorId by, ThreadId id, int post, String reason) {
        return moderated(by, id, post, stamp -> new ForumEvent.PostHidden(stamp, post, reason));
    }

    /** Shows it again. */
    public KnowledgeOutcome<ForumThread> show(ActorId by, ThreadId id, int post) {
        return moderated(by, id, post, stamp -> new ForumEvent.PostShown(stamp, post));
    }

    /** Lets nobody write any more. */
    public KnowledgeOutcome<ForumThread> close(ActorId by, ThreadId id, String reason) {
        return moderated(by, id, 1, stamp -> new ForumEvent.ThreadClosed(stamp, reason));
    }

    /** Lets everybody write again. */
    public KnowledgeOutcome<ForumThread> reopen(ActorId by, ThreadId id) {
        return moderated(by, id, 1, ForumEvent.ThreadReopened::new);
    }

    private KnowledgeOutcome<ForumThread> moderated(
            ActorId by, ThreadId id, int post, Function<Stamp, ForumEvent> event) {
        return changed(by, id, (actor, thread) -> moderation(actor, thread).or(() -> missing(thread, post)), event);
    }

    /**
     * Drafts a frequent question of a thread: of the answer that was accepted, or else of all that are shown. Its text is for whoever
     * does it to look through; personal numbers are masked. The thread leads to it for those who may read it, and it leads back.
     *
     * @param readership who is to read it when it is published
     */
    public KnowledgeOutcome<Article> promote(ActorId by, ThreadId id, ArticleId article, Readership readership) {
        return read(by, id)
                .flatMap(thread -> content(thread, readership))
                .flatMap(content -> drafted(by, article, content))
                .flatMap(draft -> changed(
                                by,
                                id,
                                (actor, thread) -> Optional.empty(),
                                stamp -> new ForumEvent.PromotedToArticle(stamp, article))
                        .map(thread -> draft));
    }

    /** What was drafted by the same for the same before, and not linked because something came between, is taken. */
    private KnowledgeOutcome<Article> drafted(ActorId by, ArticleId id, ArticleContent content) {
        return articles.find(id)
                .filter(there -> there.owner().equals(by) && there.latest().equals(content))
                .map(KnowledgeOutcome::accepted)
                .orElseGet(() -> articles.draft(by, id, content));
    }

    private static KnowledgeOutcome<ArticleContent> content(ForumThread thread, Readership readership) {
        String answers = thread.answer()
                .map(ForumPost::text)
                .orElseGet(() -> thread.posts().stream()
                        .skip(1)
                        .filter(ForumPost::shown)
                        .map(ForumPost::text)
                        .collect(Collectors.joining("\n\n")));
        if (answers.isBlank()) {
            return KnowledgeOutcome.refused(new ForumRefusal.NothingToPromote(thread.id()));
        }
        return KnowledgeOutcome.accepted(ArticleContent.builder()
                .kind(ArticleKind.FAQ)
                .title(PersonalNumbers.masked(thread.title()))
                .body(PersonalNumbers.masked(answers))
                .readership(readership)
                .addAllTopics(thread.topics())
                .build());
    }

    /** What to register at the desk to make a case of a thread: the question, and where it stands. */
    public KnowledgeOutcome<Registration> registration(ActorId by, ThreadId id, CustomerId customer) {
        return read(by, id)
                .map(thread -> Registration.builder()
                        .customer(customer)
                        .subject(thread.title())
                        .description(new MarkdownText(thread.posts().get(0).text()).plain() + "\n\n(forum: " + id + ")")
                        .build());
    }

    /** Puts on record that this case was made of it. */
    public KnowledgeOutcome<ForumThread> registered(ActorId by, ThreadId id, CaseNumber number) {
        return changed(
                by, id, (actor, thread) -> Optional.empty(), stamp -> new ForumEvent.PromotedToCase(stamp, number));
    }

    /** What stands in the way of a change that somebody wants. */
    private interface Obstacle {
        Optional<KnowledgeRefusal> to(Actor actor, ForumThread thread);
    }

    private KnowledgeOutcome<ForumThread> changed(
            ActorId by, ThreadId id, Obstacle obstacle, Function<Stamp, ForumEvent> event) {
        return editing.known(by)
                .flatMap(actor -> picture.<ForumThread>decide(
                        book -> book.thread(id)
                                .filter(thread -> seen(actor, thread).isPresent())
                                .map(thread -> decided(obstacle.to(actor, thread), () -> event.apply(next(thread, by))))
                                .orElseGet(() -> KnowledgeOutcome.refused(new ForumRefusal.UnknownThread(id))),
                        book -> shown(actor, book.thread(id).orElseThrow())));
    }

    private Stamp next(ForumThread thread, ActorId by) {
        return Stamp.after(thread.version(), thread.id().record(), parts.clock().instant(), by);
    }

    private static KnowledgeOutcome<ImmutableList<ForumEvent>> decided(
            Optional<KnowledgeRefusal> objection, Supplier<ForumEvent> event) {
        return objection
                .<KnowledgeOutcome<ImmutableList<ForumEvent>>>map(KnowledgeOutcome::refused)
                .orElseGet(() -> KnowledgeOutcome.accepted(ImmutableList.of(event.get())));
    }
}
