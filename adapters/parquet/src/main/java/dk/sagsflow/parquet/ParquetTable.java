package dk.sagsflow.parquet;

import static dk.sagsflow.parquet.ParquetColumn.NUMBER;
import static dk.sagsflow.parquet.ParquetColumn.TEXT;
import static dk.sagsflow.parquet.ParquetColumn.TIME;
import static dk.sagsflow.parquet.ParquetColumn.known;
import static dk.sagsflow.parquet.ParquetColumn.maybe;

import com.google.common.collect.ImmutableList;
import java.util.Locale;

/**
 * The tables of an export: each is a folder of Parquet files. Columns are added at the end and never change their meaning. No
 * table has a person's name, id or text.
 */
public enum ParquetTable {
    /** A row for each event. */
    EVENTS(
            known("case_number", TEXT, "the case"),
            known("sequence", NUMBER, "the place of the event among those of its case, as they were recorded, from 1"),
            known("type", TEXT, "the kind of the event, a constant of EventKind"),
            known("occurred_at", TIME, "when it happened"),
            known("recorded_at", TIME, "when it reached the case"),
            known("side", TEXT, "on which side of the counter it was done, a constant of Side"),
            known("channel", TEXT, "by which way it came, a constant of Channel"),
            known("status", TEXT, "how the case stands after it, a constant of CaseStatus"),
            maybe("tier_id", TEXT, "the tier that has the case after it"),
            maybe("group_id", TEXT, "the group that has the case after it"),
            maybe("waiting_for", TEXT, "what the case waits for after it, a constant of WaitingFor")),
    /** A row for each case, as it is when it is exported. */
    CASES(
            known("case_number", TEXT, "the case"),
            known("registered_at", TIME, "when it came in"),
            known("kind", TEXT, "what kind of record it is, a constant of CaseKind"),
            maybe("system", TEXT, "the system that it concerns"),
            maybe("category", TEXT, "its category, if that is one of those named"),
            maybe("priority", TEXT, "in which order it is worked on, a constant of Priority"),
            known("customer_kind", TEXT, "what kind of customer it is of, a constant of CustomerKind"),
            maybe("unit", TEXT, "the unit of its customer"),
            known("status", TEXT, "how it stands, a constant of CaseStatus"),
            maybe("tier_id", TEXT, "the tier that has it"),
            maybe("group_id", TEXT, "the group that has it"),
            maybe("first_answered_at", TIME, "when its customer had the first answer"),
            maybe("closed_at", TIME, "when it was closed, if it is"),
            maybe("closing_reason", TEXT, "why it is closed, a constant of ClosingReason"),
            known("events", NUMBER, "how many events it has"),
            known("visits", NUMBER, "figure VISITED"),
            known("visited_s", NUMBER, "the length of those visits in seconds"),
            known("handed_over", NUMBER, "figure HANDED_OVER"),
            known("given_back", NUMBER, "figure GIVEN_BACK"),
            known("returned", NUMBER, "figure RETURNED"),
            known("answered", NUMBER, "figure ANSWERED"),
            known("answered_at_first_contact", NUMBER, "figure ANSWERED_AT_FIRST_CONTACT"),
            known("reopened", NUMBER, "figure REOPENED"),
            known("waited", NUMBER, "figure WAITED"),
            known("waited_s", NUMBER, "the length of those waits in seconds")),
    /** A row for each fact that a figure counts. */
    FACTS(
            known("case_number", TEXT, "the case"),
            known("figure", TEXT, "as what it counts, a constant of Figure"),
            known("occurred_at", TIME, "when it occurred"),
            maybe("length_s", NUMBER, "how long it took in seconds, of figures that say so"),
            maybe("tier_id", TEXT, "dimension TIER"),
            maybe("group_id", TEXT, "dimension GROUP"),
            maybe("status", TEXT, "dimension STATUS"),
            maybe("waiting_for", TEXT, "dimension WAITING_FOR"),
            maybe("closing_reason", TEXT, "dimension CLOSING_REASON"),
            maybe("agreement", TEXT, "dimension AGREEMENT"),
            maybe("target", TEXT, "dimension TARGET"),
            maybe("channel", TEXT, "dimension CHANNEL"));

    private final ImmutableList<ParquetColumn> columns;

    ParquetTable(ParquetColumn... columns) {
        this.columns = ImmutableList.copyOf(columns);
    }

    /** Its columns, in their order. */
    public ImmutableList<ParquetColumn> columns() {
        return columns;
    }

    /** What its folder is called. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
