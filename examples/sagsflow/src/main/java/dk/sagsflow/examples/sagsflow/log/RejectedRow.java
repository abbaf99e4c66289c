package dk.sagsflow.examples.sagsflow.log;

/**
 * A row that the replay goes without. Immutable.
 *
 * @param line the line on which the row starts; the header is line 1
 * @param reason why, in one line
 */
public record RejectedRow(long line, String reason) {}
