package dk.sagsflow.report;

import java.util.Locale;

/** What somebody looks at first. */
enum KeyFigure {
    REGISTERED,
    ANSWERED,
    OPEN,
    TIME_TO_ANSWER,
    FIRST_CONTACT,
    ATTAINMENT,
    REOPENED,
    HAND_OVERS,
    GIVEN_BACK;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it takes to know which groups had a case. */
    boolean ofMoves() {
        return this == FIRST_CONTACT || this == HAND_OVERS || this == GIVEN_BACK || this == REOPENED;
    }
}
