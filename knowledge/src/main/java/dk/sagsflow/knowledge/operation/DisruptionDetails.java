package dk.sagsflow.knowledge.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.topic.TopicId;

/**
 * What disturbs which systems, and for whom it is told. Immutable.
 *
 * @param title what it is called
 * @param text what is known of it; may be empty
 * @param systems which systems, at least one
 * @param topics to whom it is told: who subscribes to one of these
 * @param readership who may read it
 */
public record DisruptionDetails(
        String title,
        String text,
        ImmutableSet<SystemId> systems,
        ImmutableSet<TopicId> topics,
        Readership readership) {
    private static final int MOST = 200;

    /** Refuses what is out of bounds, and a disruption of nothing. */
    public DisruptionDetails {
        Bounds.line("title of a disruption", title);
        Bounds.require(!title.isBlank(), "title of a disruption is blank; some text is required");
        Bounds.text("text of a disruption", text);
        Bounds.require(!systems.isEmpty(), "a disruption is of one system or more; none is named");
        int most = Math.max(systems.size(), topics.size());
        Bounds.require(most <= MOST, "a disruption has %s systems or topics; at most %s are allowed", most, MOST);
        requireNonNull(readership, "readership");
    }

    /** Of one system, for the support organisation, about no topic. */
    public static DisruptionDetails of(String system, String title, String text) {
        return new DisruptionDetails(
                title, text, ImmutableSet.of(SystemId.of(system)), ImmutableSet.of(), Readership.supportOrganisation());
    }

    /** The same for these readers. */
    public DisruptionDetails forReaders(Readership other) {
        return new DisruptionDetails(title, text, systems, topics, other);
    }

    /** The same, told to who subscribes to this topic too. */
    public DisruptionDetails about(TopicId topic) {
        ImmutableSet<TopicId> more =
                ImmutableSet.<TopicId>builder().addAll(topics).add(topic).build();
        return new DisruptionDetails(title, text, systems, more, readership);
    }
}
