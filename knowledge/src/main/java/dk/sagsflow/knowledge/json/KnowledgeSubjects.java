package dk.sagsflow.knowledge.json;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.knowledge.agreement.AgreementEvent;
import dk.sagsflow.knowledge.article.ArticleEvent;
import dk.sagsflow.knowledge.editing.EditorialEvent;
import dk.sagsflow.knowledge.forum.ForumEvent;
import dk.sagsflow.knowledge.forum.WatchEvent;
import dk.sagsflow.knowledge.history.ErasureEvent;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.mailing.MailingListEvent;
import dk.sagsflow.knowledge.meeting.MeetingEvent;
import dk.sagsflow.knowledge.news.NoticeEvent;
import dk.sagsflow.knowledge.operation.OperationEvent;
import dk.sagsflow.knowledge.people.PeopleEvent;
import dk.sagsflow.knowledge.release.ReleaseEvent;
import dk.sagsflow.knowledge.search.SearchEvent;
import dk.sagsflow.knowledge.subscription.SubscriptionEvent;
import dk.sagsflow.knowledge.subscription.TopicEvent;
import dk.sagsflow.knowledge.training.TrainingEvent;
import dk.sagsflow.knowledge.tree.TreeEvent;
import java.util.Map;

/** The sealed kinds of event that there are, by what the JSON of events calls their subject: a name that never changes. */
final class KnowledgeSubjects {
    /** All of them. Whoever adds a subject adds a line. */
    static final ImmutableMap<String, Class<? extends KnowledgeEvent>> ALL =
            ImmutableMap.<String, Class<? extends KnowledgeEvent>>builder()
                    .put("agreement", AgreementEvent.class)
                    .put("article", ArticleEvent.class)
                    .put("editing", EditorialEvent.class)
                    .put("erasure", ErasureEvent.class)
                    .put("forum", ForumEvent.class)
                    .put("mailing-list", MailingListEvent.class)
                    .put("meeting", MeetingEvent.class)
                    .put("news", NoticeEvent.class)
                    .put("operation", OperationEvent.class)
                    .put("people", PeopleEvent.class)
                    .put("release", ReleaseEvent.class)
                    .put("search", SearchEvent.class)
                    .put("subscription", SubscriptionEvent.class)
                    .put("topic", TopicEvent.class)
                    .put("training", TrainingEvent.class)
                    .put("tree", TreeEvent.class)
                    .put("watching", WatchEvent.class)
                    .buildOrThrow();

    private KnowledgeSubjects() {}

    static String of(KnowledgeEvent event) {
        return ALL.entrySet().stream()
                .filter(subject -> subject.getValue().isInstance(event))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        event.getClass().getName() + " is no event of this library; its subjects are " + ALL.keySet()));
    }
}
