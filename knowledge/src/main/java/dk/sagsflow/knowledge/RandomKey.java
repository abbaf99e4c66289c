package dk.sagsflow.knowledge;

import com.google.common.io.BaseEncoding;
import java.security.SecureRandom;

/** A key that nobody guesses, for hosts that give none: the one thing here that is drawn by chance. */
final class RandomKey {
    private static final int LENGTH = 32;
    private static final int NAME_LENGTH = 26;

    private RandomKey() {}

    /** A name that nobody guesses. */
    static String name() {
        return BaseEncoding.base32().lowerCase().omitPadding().encode(of()).substring(0, NAME_LENGTH);
    }

    static byte[] of() {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
