package dk.sagsflow.examples.sagsflow.log.file;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files that are often taken for a log and are none, known by how they begin: what they are, and what to do. */
final class OtherForms {
    private static final int LOOKED_AT = 64;
    private static final String UNPACK = "; unpack it first, or pack it with gzip";
    private static final ImmutableMap<String, String> KNOWN = ImmutableMap.of(
            "PK\u0003\u0004", "is a zip archive, as .xlsx and .ods are; unpack it first, or save the sheet as CSV",
            "\u00d0\u00cf\u0011\u00e0", "is a spreadsheet of the old form (.xls); save the sheet as CSV",
            "BZh", "is packed with bzip2" + UNPACK,
            "\u00fd7zXZ", "is packed with xz" + UNPACK,
            "(\u00b5/\u00fd", "is packed with zstd" + UNPACK,
            "7z\u00bc\u00af", "is a 7z archive" + UNPACK,
            "%PDF", "is a PDF, which has no rows");

    private OtherForms() {}

    /**
     * What it is, if it is one of them; it stays unread.
     *
     * @param in a stream that can be marked
     */
    static Optional<String> of(InputStream in) throws IOException {
        in.mark(LOOKED_AT);
        String begins = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
        in.reset();
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            if (begins.startsWith(known.getKey())) {
                return Optional.of(known.getValue());
            }
        }
        String markup = begins.strip().toLowerCase(Locale.ROOT);
        return markup.startsWith("<html") || markup.startsWith("<!doctype html")
                ? Optional.of("is HTML, as some systems call their .xls; open it in a spreadsheet and save it as CSV")
                : Optional.empty();
    }
}
