package dk.sagsflow.core.notification;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;

/**
 * What must go out in order, one after the other: what a mailbox is told about one case, what it is told in digests, what a
 * host sends to one place. Lanes know nothing of each other. Immutable.
 *
 * @param value tells lanes apart, not blank, at most 200 characters long; it names nobody
 */
public record Lane(String value) {
    private static final int LONGEST = 200;
    private static final int LONGEST_NUMBER = 90;

    /** Refuses a text that is blank or too long. */
    public Lane {
        checkArgument(
                !value.isBlank() && value.length() <= LONGEST,
                "lane is \"%s\", which is blank or longer than %s characters",
                value,
                LONGEST);
    }

    /** A lane of a host. */
    public static Lane ofHost(String name) {
        return new Lane("host/" + requireNonNull(name, "name"));
    }

    static Lane of(CanonicalAddress mailbox, CaseNumber number) {
        return new Lane("case/" + known(number) + "/" + MessageId.hash(mailbox.value()));
    }

    /** The number, or what is left of one that is too long for ids and lanes. */
    static String known(CaseNumber number) {
        return number.value().length() <= LONGEST_NUMBER ? number.value() : MessageId.hash(number.value());
    }

    static Lane ofDigest(CanonicalAddress mailbox) {
        return new Lane("digest/" + MessageId.hash(mailbox.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
