package dk.sagsflow.examples.sagsflow.log.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.examples.sagsflow.log.file.LogFormat;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.time.LogTime;
import dk.sagsflow.sla.calibration.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says how to read the log of one organisation: its columns, times, tiers and words for the state of a case. It is not
 * a configuration of the helpdesk; only the limits say what is expected of the work. Immutable.
 *
 * @param name the log, in words
 * @param format the form of the file
 * @param columns where each value stands
 * @param shape what a row tells
 * @param time how times are written
 * @param missing the values that stand for "no value"
 * @param tiers in the order of the mapping, at least one; the first whose expression fits a group has the group
 * @param contactTier the id of the tier that customers turn to
 * @param statuses what each status means
 * @param noGroup the group that has a case while a row names none; without it, such rows are left out
 * @param impacts what each impact value means; empty if the log has no impact
 * @param priorities what each priority value means; empty if the log has no priority
 * @param verdicts what each verdict means; empty if the log has none
 * @param limits by tier id; a tier without an entry has no limit
 */
public record LogMapping(
        String name,
        LogFormat format,
        Columns columns,
        LogShape shape,
        LogTime time,
        ImmutableSet<String> missing,
        ImmutableList<Tier> tiers,
        String contactTier,
        Optional<String> noGroup,
        StatusTable statuses,
        ImmutableMap<String, LoggedImpact> impacts,
        ImmutableMap<String, Priority> priorities,
        ImmutableMap<String, Verdict> verdicts,
        ImmutableMap<String, Limit> limits) {

    /**
     * The names of the columns in the header.
     *
     * @param named by what they are about; of those that concern the case and not its row, {@link Column#REGISTERED} and
     *     those after it, the last usable row of a case has the value
     * @param status none or more, whose values are joined by {@value StatusTable#JOINT}
     */
    public record Columns(ImmutableMap<Column, String> named, ImmutableList<String> status) {
        /** What the column is called that is about this. */
        public Optional<String> name(Column column) {
            return Optional.ofNullable(named.get(column));
        }
    }

    /**
     * A tier of the organisation.
     *
     * @param id unique in the mapping
     * @param name in words
     * @param groups fits a group name if it is found anywhere in it
     */
    public record Tier(String id, String name, Pattern groups) {}

    /**
     * How long a tier may have a case.
     *
     * @param limit positive
     * @param pausedBy the reasons for waiting that stop the clock; may be empty
     */
    public record Limit(Duration limit, ImmutableSet<RowState.Reason> pausedBy) {}

    /**
     * Reads a mapping from a JSON file.
     *
     * @throws UnusableInputException with every problem found, one line each: file, JSON pointer, problem; or file,
     *     line, column and problem if the file is not JSON
     */
    public static LogMapping read(Path file) {
        return MappingReader.read(file);
    }

    /** The names of all columns that are read. */
    public ImmutableSet<String> columnsAskedFor() {
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        names.addAll(columns.named().values()).addAll(columns.status());
        if (shape instanceof LogShape.OneRow row) {
            row.moments().forEach(moment -> names.add(moment.column()));
        } else if (shape instanceof LogShape.Changes changes) {
            names.add(changes.field(), changes.value());
        }
        return names.build();
    }

    /** The first tier whose expression fits the group. */
    public Optional<Tier> tierOf(String group) {
        return tiers.stream()
                .filter(tier -> tier.groups().matcher(group).find())
                .findFirst();
    }
}
