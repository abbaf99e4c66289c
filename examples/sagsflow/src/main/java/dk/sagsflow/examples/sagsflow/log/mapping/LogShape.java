package dk.sagsflow.examples.sagsflow.log.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/** What a row of a log tells. The list of kinds is complete. */
public sealed interface LogShape {
    /**
     * A step of a case: when it happened, who had it then, and how it stood.
     *
     * @param keeps of what a row says something only when it changes; rows of one time are then one step
     */
    record Steps(ImmutableSet<Column> keeps) implements LogShape {}

    /**
     * A new value of one field of a case, as audit trails tell it; what it does not say stays as it was.
     *
     * @param field the column with the name of the field
     * @param value the column with its new value
     * @param fields what the fields are called; rows of other fields are read over
     * @param before what holds until a row says otherwise
     */
    record Changes(String field, String value, ImmutableMap<String, Column> fields, ImmutableMap<Column, String> before)
            implements LogShape {}

    /**
     * A whole case, with a column for each moment of its life. Who had it in between, and what it waited for, is not known.
     *
     * @param moments at least one, the registration first
     */
    record OneRow(ImmutableList<Moment> moments) implements LogShape {}

    /**
     * A moment in the life of a case.
     *
     * @param column the column with its time
     * @param state how the case stood from then on
     */
    record Moment(String column, RowState state) {}

    /** Whether the log tells the way of a case from group to group. */
    default boolean tellsMoves() {
        return !(this instanceof OneRow);
    }

    /** Whether the log tells when somebody first did something about a case. */
    default boolean tellsFirstResponse() {
        return !(this instanceof OneRow row)
                || row.moments().stream().anyMatch(moment -> moment.state() instanceof RowState.Working);
    }

    /** Whether the log tells when a case waited. */
    default boolean tellsWaiting() {
        return !(this instanceof OneRow row)
                || row.moments().stream().anyMatch(moment -> moment.state() instanceof RowState.Waiting);
    }
}
