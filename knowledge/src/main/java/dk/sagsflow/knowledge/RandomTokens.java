package dk.sagsflow.knowledge;

import java.security.SecureRandom;
import java.util.Base64;

/** Tokens and keys that nobody guesses: the one place where chance does not come in from outside, unless a host says so. */
final class RandomTokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;

    private RandomTokens() {}

    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key());
    }

    static byte[] key() {
        byte[] key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        return key;
    }
}
