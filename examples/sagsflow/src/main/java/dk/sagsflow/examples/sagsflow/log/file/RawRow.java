package dk.sagsflow.examples.sagsflow.log.file;

import java.util.List;

/**
 * One row of a log as it stands in the file. Immutable.
 *
 * @param line the line on which it starts
 * @param fields its values, in the order of the header; where the file names a value that a row has not, it is empty
 */
public record RawRow(long line, List<String> fields) {}
