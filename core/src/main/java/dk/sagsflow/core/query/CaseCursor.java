package dk.sagsflow.core.query;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.claim.Lease;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * Where a page of cases begins. Its text can be handed out and taken back, to a browser say; nobody but a store reads it. It
 * goes with one {@link CaseOrder}. Immutable.
 *
 * @param value the text
 */
public record CaseCursor(String value) {
    private static final Instant LONG_AGO = Instant.parse("0001-01-01T00:00:00Z");

    /** Refuses null. */
    public CaseCursor {
        requireNonNull(value, "value");
    }

    /**
     * The place of a case in an order. Immutable.
     *
     * @param at what the order goes by
     * @param registeredAt when the case came in
     * @param number its number
     */
    public record Place(Instant at, Instant registeredAt, CaseNumber number) {
        /** Where those stand that have nothing of what the order goes by. */
        public static final Instant NEVER = Lease.FURTHEST;

        /** Refuses null. */
        public Place {
            requireNonNull(at, "at");
            requireNonNull(registeredAt, "registeredAt");
            requireNonNull(number, "number");
        }
    }

    /** The cursor of this text. */
    public static CaseCursor of(String value) {
        return new CaseCursor(value);
    }

    /** Behind every case that has a limit, in the order of {@link CaseOrder#DUE_FIRST}: where those begin that have none. */
    public static CaseCursor behindLimits() {
        return of(CaseOrder.DUE_FIRST, new Place(Place.NEVER, LONG_AGO, CaseNumber.of("0")));
    }

    /** Behind this case. */
    public static CaseCursor after(CaseOrder order, CasePage.Line line) {
        return of(order, line.placeIn(order));
    }

    private static CaseCursor of(CaseOrder order, Place place) {
        String text = order + " " + place.at() + " " + place.registeredAt() + " " + place.number();
        return new CaseCursor(
                Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The place after which the page begins.
     *
     * @throws IllegalArgumentException if this is no cursor, or one of another order
     */
    public Place place(CaseOrder order) {
        String[] parts = decoded().split(" ", 4);
        checkArgument(parts.length == 4, "\"%s\" is no cursor; take the one that came with the page before", value);
        checkArgument(
                parts[0].equals(order.name()),
                "the cursor goes with the order %s, not with %s; ask for the first page anew",
                parts[0],
                order);
        return new Place(Instant.parse(parts[1]), Instant.parse(parts[2]), CaseNumber.of(parts[3]));
    }

    private String decoded() {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is no cursor; take the one that came with the page before", foreign);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
