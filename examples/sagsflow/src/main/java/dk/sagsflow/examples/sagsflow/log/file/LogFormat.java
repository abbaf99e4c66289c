package dk.sagsflow.examples.sagsflow.log.file;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What a mapping says of the form of its file; what it does not say is found out from the file itself. Immutable.
 *
 * @param delimiter stands between two values of a row
 * @param encoding of the file
 * @param root the member of the JSON document in which the array of records is; with points, one within another
 * @param records the arrays within a record of JSON whose elements are the rows, with points, one within another
 */
public record LogFormat(
        Optional<Character> delimiter, Optional<Charset> encoding, Optional<String> root, Optional<String> records) {
    /** All of it is found out. */
    public static LogFormat unknown() {
        return new LogFormat(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
