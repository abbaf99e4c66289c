package dk.sagsflow.routing.desk;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.query.UnreadableCase;

/**
 * What a group has to do, by what is due first, as one actor may see it. Immutable.
 *
 * @param items the cases
 * @param unreadable the cases that would be among them and cannot be read, for operators; customers are told of none
 */
public record WorkList(ImmutableList<WorkItem> items, ImmutableList<UnreadableCase> unreadable) {
    /** Refuses null. */
    public WorkList {
        requireNonNull(items, "items");
        requireNonNull(unreadable, "unreadable");
    }
}
