package dk.sagsflow.knowledge;

import java.security.SecureRandom;

/** A key that nobody guesses, for hosts that give none: the one thing here that is drawn by chance. */
final class RandomKey {
    private static final int LENGTH = 32;

    private RandomKey() {}

    static byte[] of() {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
