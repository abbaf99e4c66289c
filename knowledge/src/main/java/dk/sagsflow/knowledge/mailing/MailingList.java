package dk.sagsflow.knowledge.mailing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;

/**
 * A mailing list: it says from what it follows who is on it, and nobody is written onto it. Immutable.
 *
 * @param id what hosts call it
 * @param name what people call it
 * @param sources whoever one of these gives is on it
 */
public record MailingList(MailingListId id, String name, ImmutableSet<ListSource> sources) {
    /** Refuses null, a blank name and a list that follows from nothing. */
    public MailingList {
        requireNonNull(id, "id");
        Texts.requireIdentifier("name of a mailing list", name);
        Bounds.require(!sources.isEmpty(), "mailing list %s follows from nothing; name a source", id);
    }

    /** A list of whoever one of these gives. */
    public static MailingList of(String id, String name, ListSource first, ListSource... more) {
        return new MailingList(
                MailingListId.of(id),
                name,
                ImmutableSet.<ListSource>builder().add(first).add(more).build());
    }
}
