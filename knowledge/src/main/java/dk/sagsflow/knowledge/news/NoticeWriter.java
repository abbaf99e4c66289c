package dk.sagsflow.knowledge.news;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import dk.sagsflow.knowledge.subscription.OneClickUnsubscribe;
import dk.sagsflow.knowledge.subscription.TopicSubscriptions;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the mails that tell people the news. */
final class NoticeWriter {
    private static final String RULE = "\n\n----------\n\n";

    private final TopicSubscriptions subscriptions;
    private final NewsMail mail;

    /** Of what somebody may hear no more by one click: of a topic, or of everything. */
    record WayOut(Optional<TopicId> topic) {}

    /** To whom something is sent; there is no way out of what somebody must be told. */
    record Envelope(NoticeId id, ActorId who, String address, Optional<WayOut> wayOut) {}

    NoticeWriter(TopicSubscriptions subscriptions, NewsMail mail) {
        this.subscriptions = subscriptions;
        this.mail = mail;
    }

    /** The mail of these, at least one. */
    NewsNotice written(Envelope envelope, List<NewsItem> items) {
        Optional<String> end = mail.unsubscribePage()
                .flatMap(page -> envelope.wayOut()
                        .map(way -> page + subscriptions.unsubscribeToken(envelope.who(), way.topic())));
        String hint = end.map(address -> RULE + words().of("UnsubscribeHint", Map.of("address", address)))
                .orElse("");
        String text = items.size() == 1 ? items.get(0).words().text() : digest(items);
        return new NewsNotice(envelope.id(), envelope.address(), subject(items), text + hint, headers(end));
    }

    private KnowledgeWords words() {
        return KnowledgeWords.in(mail.language());
    }

    private String subject(List<NewsItem> items) {
        return items.size() == 1
                ? items.get(0).words().title()
                : words().of("DigestHeading", Map.of("count", items.size()));
    }

    private static String digest(List<NewsItem> items) {
        return items.stream()
                .map(NewsItem::words)
                .map(words -> words.title() + "\n\n" + words.lead())
                .collect(Collectors.joining(RULE));
    }

    private static ImmutableMap<String, String> headers(Optional<String> end) {
        return end.map(address -> ImmutableMap.of(
                        "List-Unsubscribe",
                        "<" + address + ">",
                        OneClickUnsubscribe.POST_HEADER,
                        OneClickUnsubscribe.POST_FIELD))
                .orElse(ImmutableMap.of());
    }
}
