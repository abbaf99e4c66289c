package dk.sagsflow.examples.sagsflow.log;

import dk.sagsflow.examples.sagsflow.log.mapping.Column;
import dk.sagsflow.examples.sagsflow.log.mapping.RowState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one row says at one moment, by what it is about. Immutable.
 *
 * @param line the line on which the row starts
 * @param at when it was; empty if the time cannot be read
 * @param values without the space around them, which many exports leave there; what is missing is not there
 * @param state how the case stands, where that is not for its status to say
 */
record Cells(long line, Optional<Instant> at, Map<Column, String> values, Optional<RowState> state) {
    Optional<String> value(Column column) {
        return Optional.ofNullable(values.get(column));
    }
}
