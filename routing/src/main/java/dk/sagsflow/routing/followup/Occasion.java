package dk.sagsflow.routing.followup;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.Station;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a case waits in, for as long as it does: some stretches of its timeline. Immutable.
 *
 * @param kind in what
 * @param ordinal which of its kind in the history, from 1: the same whatever sweeps put on record in between
 * @param began when it began, inclusive
 * @param firstStretch the place of the first stretch in it
 * @param endStretch the place of the first stretch after it; as many as there are if it is not over
 * @param ended when it ends, exclusive; empty if it does not, as far as is known
 * @param handedOverBy who handed the case over
 * @param recorded the ids of the follow-ups on it that are on record
 */
record Occasion(
        FollowUpOccasion kind,
        int ordinal,
        Instant began,
        int firstStretch,
        int endStretch,
        Optional<Instant> ended,
        Optional<Station> handedOverBy,
        ImmutableSet<String> recorded) {
    boolean overBy(Instant instant) {
        return ended.filter(end -> !end.isAfter(instant)).isPresent();
    }

    String key() {
        return key(kind, ordinal);
    }

    static String key(FollowUpOccasion kind, int ordinal) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + ordinal;
    }
}
