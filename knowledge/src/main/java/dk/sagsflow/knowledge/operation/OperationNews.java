package dk.sagsflow.knowledge.operation;

import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.audience.NewsChannel;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.markdown.MarkdownText;
import dk.sagsflow.knowledge.news.NewsAudience;
import dk.sagsflow.knowledge.news.NewsId;
import dk.sagsflow.knowledge.news.NewsItem;
import dk.sagsflow.knowledge.news.NewsSource;
import dk.sagsflow.knowledge.news.NewsWords;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import java.util.Optional;

/**
 * What is told of systems: each word is a piece of news, of which those hear at once who speak to customers (R23). A word that was for
 * others than the disruption is for now is no news any more.
 */
final class OperationNews implements NewsSource {
    private static final String PART = "operation/";

    private final Operations operations;
    private final Readership contact;
    private final KnowledgeWords words;

    OperationNews(Operations operations, SupportOrganisation organisation, KnowledgeWords words) {
        this.operations = operations;
        this.contact = new Readership.OfTier(organisation.contactTier());
        this.words = words;
    }

    @Override
    public Optional<NewsId> published(KnowledgeEvent event) {
        return event instanceof OperationEvent && !(event instanceof OperationEvent.StatusLinked)
                ? Optional.of(new NewsId(PART + event.stamp().sequence() + "/"
                        + event.stamp().record().value()))
                : Optional.empty();
    }

    @Override
    public Optional<NewsItem> find(NewsId id) {
        if (!id.value().startsWith(PART)) {
            return Optional.empty();
        }
        int end = id.value().indexOf('/', PART.length());
        long number = Long.parseLong(id.value().substring(PART.length(), end));
        return operations
                .find(DisruptionId.of(id.value().substring(end + 1)))
                .flatMap(disruption -> entry(disruption, number)
                        .filter(entry ->
                                entry.readership().equals(disruption.details().readership()))
                        .map(entry -> item(id, disruption, entry)));
    }

    private static Optional<DisruptionEntry> entry(Disruption disruption, long number) {
        return disruption.entries().stream()
                .filter(entry -> entry.number() == number)
                .findFirst();
    }

    private NewsItem item(NewsId id, Disruption disruption, DisruptionEntry entry) {
        DisruptionDetails details = disruption.details();
        String title = words.of(entry.step()) + ": " + details.title();
        String said = new MarkdownText(entry.text()).plain();
        NewsAudience audience =
                new NewsAudience(details.readership(), NewsChannel.of(details.readership()), Optional.of(contact));
        return new NewsItem(id, audience, details.topics(), NewsWords.of(title, said, said));
    }
}
