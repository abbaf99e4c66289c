package dk.sagsflow.core.notification;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.watcher.Watcher;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Tells repeats of a message apart: what is stored or delivered twice under one id is the same message. Immutable.
 *
 * @param value the id, not blank, at most 200 characters long; it names nobody
 */
public record MessageId(String value) {
    private static final int LONGEST = 200;
    private static final int HASH = 32;

    /** Refuses a text that is blank or too long. */
    public MessageId {
        checkArgument(
                !value.isBlank() && value.length() <= LONGEST,
                "id of a message is \"%s\", which is blank or longer than %s characters",
                value,
                LONGEST);
    }

    /** The id of this text. */
    public static MessageId of(String value) {
        return new MessageId(value);
    }

    /**
     * The id of what is told because of an event. Two recipients that read one mailbox get the same id if they are told the
     * same, and then one message is enough; if they are told different things, they get both.
     *
     * @param sequence the event of the case
     * @param kind what it tells
     * @param told address, language and words, of which nothing is left to read
     */
    public static MessageId of(CaseNumber number, long sequence, Notification.Kind kind, Told told) {
        return new MessageId(ofEvent(number, sequence) + words(kind, told));
    }

    /**
     * The id of a copy of what others are told because of an event, for somebody who watches.
     *
     * @param sequence the event of the case
     * @param kind what it tells
     * @param told address, language and words, of which nothing is left to read
     * @param copies of what it is a copy
     */
    public static MessageId ofCopy(
            CaseNumber number, long sequence, Notification.Kind kind, Told told, Watcher.Copies copies) {
        return new MessageId(ofEvent(number, sequence) + ofCopies(told.mailbox(), copies) + words(kind, told));
    }

    private static String words(Notification.Kind kind, Told told) {
        return hash(kind.name(), told.mailbox().value(), told.subject(), told.text());
    }

    /** How the ids begin of what is told of an event. A number that is too long for an id is known by what is left of it. */
    static String ofEvent(CaseNumber number, long sequence) {
        String known = Lane.known(number);
        return known + "/" + sequence + "/";
    }

    /** What the ids hold of copies that go to a mailbox. */
    static String ofCopies(CanonicalAddress mailbox, Watcher.Copies copies) {
        return "copy-" + hash(copies.name(), mailbox.value()) + "/";
    }

    /**
     * What somebody is told.
     *
     * @param mailbox where
     * @param subject in its first line
     * @param text in the rest
     */
    public record Told(CanonicalAddress mailbox, String subject, String text) {
        /** Refuses null. */
        public Told {
            requireNonNull(mailbox, "mailbox");
            requireNonNull(subject, "subject");
            requireNonNull(text, "text");
        }
    }

    /** The first characters of a hash of these, each with its length before it, so that no two lists have the same. */
    static String hash(String... parts) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (String part : parts) {
            hasher.putInt(part.length()).putString(part, StandardCharsets.UTF_8);
        }
        return HexFormat.of().formatHex(hasher.hash().asBytes(), 0, HASH / 2);
    }

    @Override
    public String toString() {
        return value;
    }
}
