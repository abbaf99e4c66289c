package dk.sagsflow.core.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** In which order cases are listed. Cases that are alike in it come by registration, and then by number. */
public enum CaseOrder {
    /** The one that came in first, first. Never changes, so a case that stays among those asked for is on exactly one page. */
    REGISTRATION,
    /** The one first whose limit is used up first, as members know it; those without a limit last. */
    DUE_FIRST,
    /** The one first whose limit is used up first, as its customer knows it; those without a limit last. */
    DUE_FIRST_FOR_CUSTOMER,
    /** The one that was changed last, first. A case that is changed while pages are read may be on two. */
    LATEST_CHANGE;

    // Written out, since a store in memory compares some forty places for each step.
    private static final Comparator<CaseCursor.Place> ASCENDING =
            (one, other) -> firstOf(one.at().compareTo(other.at()), one, other);
    private static final Comparator<CaseCursor.Place> LATEST_FIRST =
            (one, other) -> firstOf(other.at().compareTo(one.at()), one, other);

    private static int firstOf(int byTime, CaseCursor.Place one, CaseCursor.Place other) {
        if (byTime != 0) {
            return byTime;
        }
        int byRegistration = one.registeredAt().compareTo(other.registeredAt());
        return byRegistration == 0 ? one.number().compareTo(other.number()) : byRegistration;
    }

    /** Puts places in this order. */
    public Comparator<CaseCursor.Place> comparator() {
        return this == LATEST_CHANGE ? LATEST_FIRST : ASCENDING;
    }

    /** The place of a case in this order. */
    public CaseCursor.Place placeOf(CasePage.Entry entry) {
        return new CaseCursor.Place(
                instant(entry), entry.state().registeredAt(), entry.state().number());
    }

    private Instant instant(CasePage.Entry entry) {
        return switch (this) {
            case REGISTRATION -> entry.state().registeredAt();
            case DUE_FIRST -> orNever(entry.agenda().members().first());
            case DUE_FIRST_FOR_CUSTOMER -> orNever(entry.agenda().customers().first());
            case LATEST_CHANGE -> entry.state().changedAt();
        };
    }

    private static Instant orNever(Optional<Agenda.Limit> limit) {
        return limit.isPresent() ? limit.get().at() : CaseCursor.Place.NEVER;
    }
}
