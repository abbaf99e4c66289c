package dk.sagsflow.examples.sagsflow.log.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks gzip, of one part or several, and refuses what follows them and is none: the JDK would leave it out in silence. Not thread-safe. */
final class GzipStream extends GZIPInputStream {
    private static final int TRAILER = 8;

    private final InputStream packed;
    private boolean ended;

    GzipStream(InputStream packed, int buffer) throws IOException {
        super(packed, buffer);
        this.packed = packed;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read < 0 && !ended) {
            ended = true;
            refuseMore();
        }
        return read;
    }

    /** Zeros fill up the last block of a tape, and mean nothing. */
    private void refuseMore() throws IOException {
        for (int at = len - Math.max(0, inf.getRemaining() - TRAILER); at < len; at++) {
            refuse(buf[at]);
        }
        for (int next = packed.read(); next >= 0; next = packed.read()) {
            refuse(next);
        }
    }

    private static void refuse(int value) throws ZipException {
        if (value != 0) {
            throw new ZipException("what follows is not gzip");
        }
    }
}
