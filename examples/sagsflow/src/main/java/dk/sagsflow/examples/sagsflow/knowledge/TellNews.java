package dk.sagsflow.examples.sagsflow.knowledge;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.audience.NewsChannel;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.news.NewsNotice;
import dk.sagsflow.knowledge.subscription.NoticeChannel;
import dk.sagsflow.knowledge.subscription.Rhythm;
import dk.sagsflow.knowledge.subscription.Topic;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes news, and shows where it stands and who is told. Not thread-safe. */
@Command(
        name = "news",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes a piece of news for some readers about a topic to which an editor, a superuser and a citizen"
                    + " subscribe, and prints where it stands, and who is told what.",
            "For example: knowledge news examples/models/ams --for SUPERUSERS"
        })
final class TellNews implements Runnable {
    private static final InstantSource MONDAY = InstantSource.fixed(Instant.parse("2007-09-03T08:00:00Z"));
    private static final Topic TOPIC =
            Topic.of("releases", "Udgaver", "Releases").byDefaultFor(Rhythm.AT_ONCE, Readership.superusers());

    /** For whom news can be. */
    private enum Readers {
        EVERYONE(Readership.everyone()),
        SUPERUSERS(Readership.superusers()),
        ORGANISATION(Readership.supportOrganisation());

        @SuppressWarnings("ImmutableEnumChecker") // It is immutable, and does not say so to compilers.
        private final Readership readership;

        Readers(Readership readership) {
            this.readership = readership;
        }
    }

    @Mixin
    private KnownOrganisation known = new KnownOrganisation();

    @Option(
            names = "--for",
            paramLabel = "READERS",
            defaultValue = "SUPERUSERS",
            description = "Whom it is for: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Readers readers = Readers.SUPERUSERS;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            defaultValue = "Ny udgave på mandag",
            description = "What it is called. Default: ${DEFAULT-VALUE}.")
    private String title = "";

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            defaultValue = "Systemet er **lukket** søndag fra klokken 22.",
            description = "What it says, in Markdown. Default: ${DEFAULT-VALUE}.")
    private String text = "";

    private final List<NewsNotice> mails = new ArrayList<>();
    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    TellNews() {}

    @Override
    public void run() {
        SupportOrganisation organisation = known.model().organisation();
        try (KnowledgeBase base = known.base(organisation, MONDAY)) {
            base.topics().declare(KnownOrganisation.EDITOR, TOPIC).orElseThrow();
            for (ActorId who : List.of(
                    KnownOrganisation.EDITOR,
                    KnownOrganisation.SUPERUSER,
                    ActorId.of(KnownOrganisation.customer(1).value()))) {
                subscribe(base, who);
            }
            base.news()
                    .announce(KnownOrganisation.EDITOR, ArticleId.of("news"), content())
                    .orElseThrow();
            print(base);
        }
    }

    private ArticleContent content() {
        return ArticleContent.builder()
                .kind(ArticleKind.NEWS)
                .title(title)
                .body(text)
                .readership(readers.readership)
                .addTopics(TOPIC.id())
                .build();
    }

    private static void subscribe(KnowledgeBase base, ActorId who) {
        String token = base.subscriptions()
                .reportAddress(who, who + "@example.invalid")
                .orElseThrow()
                .token();
        base.subscriptions().confirmAddress(who, token).orElseThrow();
        base.subscriptions()
                .subscribe(who, TOPIC.id(), NoticeChannel.MAIL, Rhythm.AT_ONCE)
                .orElseThrow();
    }

    private void print(KnowledgeBase base) {
        stands(base, "support site", NewsChannel.SUPPORT_SITE, Reader.anyStaff());
        stands(base, "public site", NewsChannel.PUBLIC_SITE, Reader.anybody());
        base.notices().dispatch();
        base.notices().deliver(mails::add);
        out.println("told: " + mails.size());
        for (NewsNotice mail : mails) {
            out.println("  " + mail.address() + ": " + mail.subject());
            mail.text().lines().forEach(line -> out.println("    " + line));
        }
    }

    private void stands(KnowledgeBase base, String where, NewsChannel channel, Reader reader) {
        long pieces = base.news().on(channel, reader).stream()
                .filter(news -> news.id().value().equals("news"))
                .count();
        out.println(where + ": " + (pieces > 0 ? "stands there" : "does not stand there"));
    }
}
