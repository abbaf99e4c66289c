package dk.sagsflow.jdbc.session;

import dk.sagsflow.core.cases.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A row of a result, read column by column from the left. Not thread-safe. */
public final class Row {
    private final ResultSet result;
    private int column;

    public Row(ResultSet result) {
        this.result = result;
    }

    public void next() {
        column = 0;
    }

    public String text() throws SQLException {
        return optionalText().orElseThrow(() -> new SQLException("column " + column + " holds nothing"));
    }

    public Optional<String> optionalText() throws SQLException {
        column++;
        return Optional.ofNullable(result.getString(column)).map(StoredText::read);
    }

    /** The number of a case; of a row that somebody edited so that it is none, one that shows as much of it as can be shown. */
    public CaseNumber caseNumber() throws SQLException {
        String text = text();
        try {
            return CaseNumber.of(text);
        } catch (IllegalArgumentException edited) {
            return EditedNumber.shown(text);
        }
    }

    public Instant instant() throws SQLException {
        return optionalInstant().orElseThrow(() -> new SQLException("column " + column + " holds nothing"));
    }

    public Optional<Instant> optionalInstant() throws SQLException {
        column++;
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    public long number() throws SQLException {
        column++;
        return result.getLong(column);
    }

    public Optional<Long> optionalNumber() throws SQLException {
        long number = number();
        return result.wasNull() ? Optional.empty() : Optional.of(number);
    }

    public int count() throws SQLException {
        column++;
        return result.getInt(column);
    }

    public void skip(int columns) {
        column += columns;
    }

    /** Bytes, none if there is nothing. */
    public byte[] bytes() throws SQLException {
        column++;
        byte[] bytes = result.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    public boolean yes() throws SQLException {
        column++;
        return result.getBoolean(column);
    }
}
