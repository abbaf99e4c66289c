package dk.sagsflow.examples.sagsflow.log.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes a stream and stops at bytes that are not of the encoding, with their line. Everything before them is handed
 * out first. Drops byte order marks where lines begin: files that were put together have one for each. Not thread-safe.
 */
final class DecodingReader extends Reader {

    private static final int BUFFER = 1 << 15;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String ADVICE =
            "; if it comes from Windows, write \"encoding\": \"windows-1252\" in the mapping, or what else it is";

    private final InputStream in;
    private final Charset encoding;
    private final boolean supposed;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean inputEnded;
    private boolean flushed;
    private long line = 1;
    private char previous = '\n';

    /**
     * Decodes this.
     *
     * @param supposed whether nobody said that this is the encoding
     */
    DecodingReader(InputStream in, Charset encoding, boolean supposed) {
        super(in);
        this.in = in;
        this.encoding = encoding;
        this.supposed = supposed;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (flushed) {
                return -1;
            }
            decodeSome();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    private void decodeSome() throws IOException {
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, inputEnded);
        if (result.isUnderflow() && inputEnded) {
            result = decoder.flush(chars);
            flushed = result.isUnderflow();
        }
        chars.flip();
        boolean produced = chars.hasRemaining();
        countLines();
        if (!produced) {
            goOn(result);
        }
    }

    private void goOn(CoderResult result) throws IOException {
        if (result.isError()) {
            throw new UndecodableException(line, result.length());
        }
        if (!flushed && result.isUnderflow()) {
            fill();
        }
    }

    private void countLines() {
        int kept = chars.position();
        for (int i = kept; i < chars.limit(); i++) {
            char c = chars.get(i);
            boolean begins = previous == '\n' || previous == '\r';
            if (c == BYTE_ORDER_MARK && begins) {
                continue;
            }
            if (c == '\r' || (c == '\n' && previous != '\r')) {
                line++;
            }
            previous = c;
            chars.put(kept++, c);
        }
        chars.limit(kept);
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
        inputEnded = count < 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Bytes that the encoding does not know. */
    final class UndecodableException extends CharacterCodingException {

        private static final long serialVersionUID = 1L;

        private final long undecodableLine;
        private final String wrong;

        private UndecodableException(long undecodableLine, int length) {
            this.undecodableLine = undecodableLine;
            StringBuilder hex = new StringBuilder();
            for (int i = 0; i < length; i++) {
                hex.append(String.format(" %02X", bytes.get(bytes.position() + i)));
            }
            this.wrong = hex.toString();
        }

        @Override
        public String getMessage() {
            return "line " + undecodableLine + ": bytes" + wrong + " are not " + encoding + (supposed ? ADVICE : "");
        }
    }
}
