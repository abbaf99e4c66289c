package dk.sagsflow.examples.sagsflow.log.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds out how a text is encoded: by its byte order mark, or by the zeros that UTF-16 has in every second place. */
final class Encodings {
    private static final int LOOKED_AT = 64;

    private Encodings() {}

    /**
     * The encoding of what comes, which stays unread; UTF-8 if nothing speaks for UTF-16.
     *
     * @param in a stream that can be marked
     */
    static Charset of(InputStream in) throws IOException {
        in.mark(LOOKED_AT);
        byte[] first = in.readNBytes(LOOKED_AT);
        in.reset();
        if (startsWith(first, 0xFE, 0xFF) || zeros(first, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(first, 0xFF, 0xFE) || zeros(first, 1) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Whether most of every second byte is zero, and nothing else is. */
    private static boolean zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 != from) {
                    return false;
                }
                zeros++;
            }
        }
        return bytes.length > 3 && zeros * 4 > bytes.length;
    }
}
