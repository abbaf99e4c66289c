package dk.sagsflow.knowledge.subscription;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Strings;
import com.google.common.primitives.Bytes;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.topic.TopicId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What confirms an address, and what stands in the address that ends a subscription: who wants to hear no more of what, so enciphered that nobody reads it and
 * nobody makes one without the key. The same for the same, so that every mail of a kind has one. Nothing of it is stored. Safe for
 * use by many threads.
 */
final class SubscriptionTokens {
    static final int KEY_LENGTH = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int BLOCK = 48;
    private static final int LONGEST = 4_000;
    private static final char END = '\n';

    private final byte[] key;

    /** What a token says: no topic if it is about all of them. */
    record Said(ActorId who, Optional<TopicId> topic) {
        Said {
            requireNonNull(who, "who");
            requireNonNull(topic, "topic");
        }
    }

    SubscriptionTokens(byte[] key) {
        checkArgument(key.length >= KEY_LENGTH, "key has %s bytes; at least %s are needed", key.length, KEY_LENGTH);
        this.key = key.clone();
    }

    String token(Said said) {
        byte[] plain = padded(
                        said.who() + "\n" + said.topic().map(TopicId::value).orElse("") + END)
                .getBytes(StandardCharsets.UTF_8);
        byte[] nonce = Arrays.copyOf(derived("nonce", plain), NONCE);
        byte[] token = Bytes.concat(nonce, ciphered(Cipher.ENCRYPT_MODE, nonce, plain));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The token that confirms an address: whoever reads mail there has it, and nobody else. */
    String confirmation(ActorId who, String address, Instant until) {
        byte[] report = (who + "\n" + address + END + until).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derived("confirm", report));
    }

    /** So that the length of a token tells little of what stands in it. */
    private static String padded(String text) {
        int blocks = text.length() / BLOCK + 1;
        return Strings.padEnd(text, blocks * BLOCK, END);
    }

    /** What a token says; empty if it is none of ours. */
    Optional<Said> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= NONCE) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(bytes, NONCE);
            byte[] plain = ciphered(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(bytes, NONCE, bytes.length));
            return Optional.of(said(new String(plain, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Said said(String plain) {
        int first = plain.indexOf(END);
        String topic = plain.substring(first + 1, plain.indexOf(END, first + 1));
        return new Said(
                ActorId.of(plain.substring(0, first)),
                topic.isEmpty() ? Optional.empty() : Optional.of(TopicId.of(topic)));
    }

    private byte[] ciphered(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            SecretKeySpec secret = new SecretKeySpec(derived("cipher", new byte[0]), "AES");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("not ciphered with this key", refused);
        }
    }

    private byte[] derived(String purpose, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(text);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has HmacSHA256", absent);
        }
    }
}
