package dk.sagsflow.knowledge.subscription;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.Locale;
import java.util.Optional;

/**
 * What people subscribe to: operations, releases, teaching, a system. Whoever subscribes to a topic subscribes to those under it,
 * unless they say otherwise there. Immutable.
 *
 * @param id what it is called for ever
 * @param parent under which topic it stands; empty if under none
 * @param danish what people call it
 * @param english the same in English
 * @param enrolment who is told without having asked for it, here and under it
 */
public record Topic(TopicId id, Optional<TopicId> parent, String danish, String english, Enrolment enrolment) {
    /** Refuses null and names that are blank or more than a line. */
    public Topic {
        requireNonNull(id, "id");
        requireNonNull(parent, "parent");
        requireName(danish);
        requireName(english);
        requireNonNull(enrolment, "enrolment");
    }

    private static void requireName(String name) {
        Bounds.name("name of a topic", name);
        Bounds.require(!name.isBlank(), "name of a topic is blank; some text is required");
    }

    /** A topic under none, to which nobody subscribes to begin with. */
    public static Topic of(String id, String danish, String english) {
        return new Topic(TopicId.of(id), Optional.empty(), danish, english, Enrolment.NOBODY);
    }

    /** The same under another. */
    public Topic under(String other) {
        return new Topic(id, Optional.of(TopicId.of(other)), danish, english, enrolment);
    }

    /** The same, of which these are told in this rhythm until they opt out. */
    public Topic byDefaultFor(Rhythm rhythm, Readership... readerships) {
        Enrolment more = new Enrolment(ImmutableSet.copyOf(readerships), enrolment.mandatory(), rhythm);
        return new Topic(id, parent, danish, english, more);
    }

    /** The same, of which these are told in this rhythm and cannot opt out. */
    public Topic mandatoryFor(Rhythm rhythm, Readership... readerships) {
        Enrolment more = new Enrolment(enrolment.byDefault(), ImmutableSet.copyOf(readerships), rhythm);
        return new Topic(id, parent, danish, english, more);
    }

    Topic movedUnder(Optional<TopicId> other) {
        return new Topic(id, other, danish, english, enrolment);
    }

    /** What it is called in this language: Danish if it is Danish, else English. */
    public String name(Locale language) {
        return language.getLanguage().equals("da") ? danish : english;
    }
}
