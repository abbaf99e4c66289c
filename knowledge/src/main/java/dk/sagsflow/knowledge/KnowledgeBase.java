package dk.sagsflow.knowledge;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.article.ArticleCare;
import dk.sagsflow.knowledge.article.Articles;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readers;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.erasure.KnowledgeErasure;
import dk.sagsflow.knowledge.feed.Feeds;
import dk.sagsflow.knowledge.forum.Forum;
import dk.sagsflow.knowledge.forum.ForumParts;
import dk.sagsflow.knowledge.forum.ThreadId;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.knownerror.CaseDesk;
import dk.sagsflow.knowledge.knownerror.KnownErrors;
import dk.sagsflow.knowledge.mailing.MailingLists;
import dk.sagsflow.knowledge.news.News;
import dk.sagsflow.knowledge.news.NewsMail;
import dk.sagsflow.knowledge.news.NoticeParts;
import dk.sagsflow.knowledge.news.NoticePost;
import dk.sagsflow.knowledge.news.TopicNotices;
import dk.sagsflow.knowledge.operation.MajorIncidents;
import dk.sagsflow.knowledge.operation.OperationParts;
import dk.sagsflow.knowledge.operation.Operations;
import dk.sagsflow.knowledge.people.BookKeeping;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import dk.sagsflow.knowledge.search.ArticleIndex;
import dk.sagsflow.knowledge.search.ArticleSearch;
import dk.sagsflow.knowledge.subscription.SubscriptionParts;
import dk.sagsflow.knowledge.subscription.TopicSubscriptions;
import dk.sagsflow.knowledge.subscription.Topics;
import dk.sagsflow.knowledge.topic.TopicId;
import dk.sagsflow.knowledge.tree.QuestionTrees;
import dk.sagsflow.knowledge.tree.TreeVerification;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one object by which an embedder reaches what the organisation knows: beside a desk, or without one. It keeps no state but
 * its store's, and starts no thread. Safe for use by many threads, as far as its collaborators are.
 */
public final class KnowledgeBase implements AutoCloseable {
    private final SupportOrganisation organisation;
    private final InstantSource clock;
    private final Readers readers;
    private final Editing editing;
    private final Articles articles;
    private final ArticleCare care;
    private final ArticleIndex index;
    private final ArticleSearch search;
    private final QuestionTrees trees;
    private final KnowledgeErasure erasure;
    private final Topics topics;
    private final TopicSubscriptions subscriptions;
    private final News news;
    private final Operations operations;
    private final Forum forum;
    private final TopicNotices notices;
    private final Optional<SupportPeople> people;

    private KnowledgeBase(Builder parts) {
        this.organisation = parts.organisation;
        this.clock = parts.clock;
        this.readers = new Readers(parts.organisation, parts.directory);
        this.editing = new Editing(
                parts.store, parts.organisation, parts.directory, parts.clock, ImmutableSet.copyOf(parts.editors));
        this.articles = new Articles(parts.store, parts.organisation, readers, editing, parts.clock);
        this.care = new ArticleCare(parts.store, articles, editing, parts.clock);
        this.index = parts.index.get();
        this.search = new ArticleSearch(parts.store, articles, editing, index, parts.clock);
        this.trees = new QuestionTrees(parts.store, readers, editing, parts.clock);
        this.erasure = new KnowledgeErasure(parts.store, parts.directory, editing, parts.clock);
        this.topics = new Topics(parts.store, editing, parts.clock);
        this.subscriptions = subscriptions(parts);
        this.news = new News(articles, editing, subscriptions);
        this.operations = operations(parts);
        this.forum = forum(parts);
        this.notices = notices(parts);
        this.people = parts.people;
    }

    private TopicSubscriptions subscriptions(Builder parts) {
        return new TopicSubscriptions(SubscriptionParts.builder()
                .store(parts.store)
                .organisation(organisation)
                .directory(parts.directory)
                .readers(readers)
                .editing(editing)
                .clock(parts.clock)
                .key(parts.tokenKey.get())
                .build());
    }

    private Operations operations(Builder parts) {
        return new Operations(OperationParts.builder()
                .store(parts.store)
                .organisation(organisation)
                .readers(readers)
                .editing(editing)
                .topics(topics)
                .clock(parts.clock)
                .build());
    }

    private Forum forum(Builder parts) {
        return new Forum(ForumParts.builder()
                .store(parts.store)
                .articles(articles)
                .readers(readers)
                .editing(editing)
                .topics(topics)
                .clock(parts.clock)
                .ids(parts.threadIds)
                .build());
    }

    private TopicNotices notices(Builder parts) {
        KnowledgeWords words = KnowledgeWords.in(parts.newsMail.language());
        return new TopicNotices(NoticeParts.builder()
                .store(parts.store)
                .readers(readers)
                .subscriptions(subscriptions)
                .addSources(news.source(), operations.news(words), forum.news(words))
                .clock(parts.clock)
                .mail(parts.newsMail)
                .post(parts.noticePost)
                .build());
    }

    /**
     * A builder of a knowledge base for this organisation and these people, in memory unless a store is given.
     *
     * @param clock where the time comes from
     */
    public static Builder builder(SupportOrganisation organisation, Directory directory, InstantSource clock) {
        return new Builder(organisation, directory, clock);
    }

    /**
     * A builder of a knowledge base of the organisation and the people of these books, on their store and their clock: one object that
     * reaches all of it.
     */
    public static Builder builder(SupportPeople people) {
        BookKeeping books = people.books();
        Builder builder = new Builder(books.organisation(), people.directory(), books.clock());
        builder.people = Optional.of(people);
        return builder.withStore(books.store());
    }

    /** The books about the people who carry it, if it was built beside them. */
    public Optional<SupportPeople> people() {
        return people;
    }

    /** The mailing lists of those books, which know who subscribes to topics here (R26). */
    public Optional<MailingLists> mailingLists() {
        return people.map(books -> books.mailingLists().knowing(subscriptions::subscribersAt));
    }

    /** What this actor may read now; whom the directory does not know is {@linkplain Reader#anybody anybody}. */
    public Reader reader(ActorId actor) {
        return readers.of(actor);
    }

    /** Who may publish what. */
    public Editing editing() {
        return editing;
    }

    /** What is written down. */
    public Articles articles() {
        return articles;
    }

    /** What editors look after. */
    public ArticleCare care() {
        return care;
    }

    /** Finding what is written down. */
    public ArticleSearch search() {
        return search;
    }

    /** Forgetting a person everywhere in what is known. */
    public KnowledgeErasure erasure() {
        return erasure;
    }

    /** Question trees. */
    public QuestionTrees trees() {
        return trees;
    }

    /** The topics to which people subscribe. */
    public Topics topics() {
        return topics;
    }

    /** Who is told of which topics. */
    public TopicSubscriptions subscriptions() {
        return subscriptions;
    }

    /** News, where it is shown. */
    public News news() {
        return news;
    }

    /** Where one asks and shares. */
    public Forum forum() {
        return forum;
    }

    /** Feeds of news and operations, and calendars of planned work. */
    public Feeds feeds() {
        return new Feeds(readers, news, operations, clock);
    }

    /** How systems run. */
    public Operations operations() {
        return operations;
    }

    /**
     * The status of major incidents beside this desk.
     *
     * @param desk {@code CaseDesk.of(desk::view, desk::submit)}
     * @param program who looks at the cases, and tells: a program of the directory that may see them
     * @param topics to whom it is told: who subscribes to one of these
     */
    public MajorIncidents majorIncidents(CaseDesk desk, ActorId program, Set<TopicId> topics) {
        return new MajorIncidents(operations, desk, program, ImmutableSet.copyOf(topics));
    }

    /** Telling people the news to which they subscribe. */
    public TopicNotices notices() {
        return notices;
    }

    /**
     * What proves question trees before they are published.
     *
     * @param triage where the rules lead a case from the entrance; empty if it stays there: {@code supportCase ->
     *     desk.propose(supportCase).group()}
     */
    public TreeVerification verification(Function<SupportCase, Optional<GroupId>> triage) {
        return new TreeVerification(organisation, articles::find, triage);
    }

    /**
     * Known errors beside this desk.
     *
     * @param desk {@code CaseDesk.of(desk::view, desk::submit)}
     * @param program who tells the cases what helps: a program of the directory that may work on them
     */
    public KnownErrors knownErrors(CaseDesk desk, ActorId program) {
        return new KnownErrors(articles, desk, program);
    }

    /** Closes the index. */
    @Override
    public void close() {
        index.close();
    }

    /** Builds knowledge bases. Not thread-safe. */
    public static final class Builder {
        private final SupportOrganisation organisation;
        private final Directory directory;
        private final InstantSource clock;
        private final Set<RightHolder> editors = new LinkedHashSet<>();
        private KnowledgeStore store = KnowledgeStore.inMemory();
        private Supplier<ArticleIndex> index = ArticleIndex::inMemory;
        private NewsMail newsMail = NewsMail.standard();
        private Optional<NoticePost> noticePost = Optional.empty();
        private Optional<SupportPeople> people = Optional.empty();
        private Supplier<byte[]> tokenKey = RandomKey::of;
        private Supplier<ThreadId> threadIds = () -> ThreadId.of(RandomKey.name());

        private Builder(SupportOrganisation organisation, Directory directory, InstantSource clock) {
            this.organisation = requireNonNull(organisation, "organisation");
            this.directory = requireNonNull(directory, "directory");
            this.clock = requireNonNull(clock, "clock");
        }

        /** Keeps everything in this store. */
        @CanIgnoreReturnValue
        public Builder withStore(KnowledgeStore kept) {
            this.store = requireNonNull(kept, "kept");
            return this;
        }

        /** Looks articles up in this index, in place of one in memory; the knowledge base closes it. */
        @CanIgnoreReturnValue
        public Builder withIndex(ArticleIndex opened) {
            requireNonNull(opened, "opened");
            this.index = () -> opened;
            return this;
        }

        /** How news is mailed, when digests go out and where subscriptions end. */
        @CanIgnoreReturnValue
        public Builder withNewsMail(NewsMail mail) {
            this.newsMail = requireNonNull(mail, "mail");
            return this;
        }

        /** Hands notices of news to this, the outbox of a desk; otherwise the host delivers them itself. */
        @CanIgnoreReturnValue
        public Builder withNoticePost(NoticePost post) {
            this.noticePost = Optional.of(post);
            return this;
        }

        /**
         * The key to the tokens that confirm addresses, and end subscriptions without a login: the same for all nodes and after each
         * restart, or what stands in mails sent before does nothing. Without one, each knowledge base draws its own.
         *
         * @param key 32 bytes or more, which nobody else knows
         */
        @CanIgnoreReturnValue
        public Builder withTokenKey(byte[] key) {
            byte[] kept = key.clone();
            this.tokenKey = () -> kept;
            return this;
        }

        /** Takes the ids of threads of the forum from there, each another; drawn by chance unless said otherwise. */
        @CanIgnoreReturnValue
        public Builder withThreadIds(Supplier<ThreadId> drawn) {
            this.threadIds = requireNonNull(drawn, "drawn");
            return this;
        }

        /** A web editor, who may publish anything and lets others in (R25). */
        @CanIgnoreReturnValue
        public Builder withEditor(RightHolder editor) {
            editors.add(requireNonNull(editor, "editor"));
            return this;
        }

        /** The knowledge base. */
        public KnowledgeBase build() {
            return new KnowledgeBase(this);
        }
    }
}
