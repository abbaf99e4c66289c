package dk.sagsflow.knowledge.history;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import java.util.Arrays;

/**
 * The kinds of record that are called like a person, which nothing else makes: when the person is forgotten, each of them is called
 * otherwise.
 */
public enum RecordOfPerson {
    /** What somebody watches in the forum. */
    FORUM_WATCHER("forum-watcher"),

    /** What somebody is to be told. */
    NOTICES_TO("notices-to"),

    /** Who somebody is. */
    PERSON("person"),

    /** What somebody wants to be told. */
    SUBSCRIBER("subscriber"),

    /** How long somebody worked as a superuser. */
    SUPERUSER_TIME("superuser-time"),

    /** What somebody is certified in. */
    TRAINEE("trainee");

    private static final ImmutableSet<String> KINDS =
            Arrays.stream(values()).map(each -> each.kind).collect(ImmutableSet.toImmutableSet());

    private final String kind;

    RecordOfPerson(String kind) {
        this.kind = kind;
    }

    /** The record of this kind that is called like this person. */
    public RecordId of(ActorId person) {
        return RecordId.of(kind, person.value());
    }

    /** Whether this record is called like a person. */
    public static boolean includes(RecordId record) {
        return KINDS.contains(record.kind());
    }
}
