package dk.sagsflow.core.notification;

import static java.util.Objects.requireNonNull;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Where mail to an address arrives, whatever its spelling: {@code Anna@Example.DK} and {@code anna@example.dk} are one mailbox,
 * and so are {@code info@rødgrød.dk} and {@code info@xn--rdgrd-vuad.dk}. Domains are told apart as the domain name system
 * does. The part before the {@code @} could by its standard be told apart by upper and lower case; no provider does, people
 * do not either, and so do we not. Dots and {@code +} in it are left as they are. Immutable.
 *
 * @param value the address in the one spelling that all of its mailbox share
 */
public record CanonicalAddress(String value) {
    /** Refuses null. */
    public CanonicalAddress {
        requireNonNull(value, "value");
    }

    /** The mailbox of this address; a text that is no address stands for itself. */
    public static CanonicalAddress of(String address) {
        if (isPlain(address)) {
            return new CanonicalAddress(address);
        }
        String text = Normalizer.normalize(address.strip(), Normalizer.Form.NFC);
        int at = text.lastIndexOf('@');
        return at < 0
                ? new CanonicalAddress(text.toLowerCase(Locale.ROOT))
                : new CanonicalAddress(
                        text.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain(text.substring(at + 1)));
    }

    /** Whether it is spelled as mailboxes are already, as most addresses are: nothing but visible ASCII without capitals. */
    private static boolean isPlain(String address) {
        for (int place = 0; place < address.length(); place++) {
            char character = address.charAt(place);
            if (character <= ' ' || character > '~' || (character >= 'A' && character <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static String domain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException unusual) {
            return domain.toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
