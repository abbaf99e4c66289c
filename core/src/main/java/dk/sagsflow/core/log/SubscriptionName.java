package dk.sagsflow.core.log;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What a subscription is called, in all of a store: {@code search-index}, say. Immutable.
 *
 * @param value the name, not blank, at most 100 characters long
 */
public record SubscriptionName(String value) {
    private static final int LONGEST = 100;

    /** Refuses a name that is blank or too long. */
    public SubscriptionName {
        checkArgument(
                !value.isBlank() && value.length() <= LONGEST,
                "name of a subscription is \"%s\", which is blank or longer than %s characters",
                value,
                LONGEST);
    }

    /** The subscription of this name. */
    public static SubscriptionName of(String value) {
        return new SubscriptionName(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
