package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of the budgets of the targets that may hold for a clock its stretches use. Which target holds is known at the end
 * alone, so what is counted is kept for all of them; a reading counts the rest for the one that holds then, and keeps
 * nothing. Not thread-safe.
 */
final class Usage {
    /** No target holds. */
    static final int NONE = -1;

    private static final Runs[] NOTHING = {};

    private final ImmutableList<Selected> candidates;
    /** For each of them that counts from the beginning, whatever held before; none until something is counted. */
    private Runs[] whole = NOTHING;
    /** For those that go on with, or without, what was used before they held; null until something is counted for them. */
    private @Nullable Succession succession;

    private int counted;
    /** When the last stretch that is counted ended. */
    private Instant until = Instant.MAX;

    Usage(ImmutableList<Selected> candidates) {
        this.candidates = candidates;
    }

    Usage(Usage other) {
        this.candidates = other.candidates;
        this.whole = other.whole.length == 0 ? NOTHING : other.whole.clone();
        this.succession = other.succession == null ? null : other.succession.copy();
        this.counted = other.counted;
        this.until = other.until;
    }

    private static boolean countsWhole(Selected candidate) {
        return candidate.agreement().onChange() == ChangePolicy.RECOMPUTE
                || candidate.target().budget() instanceof Budget.InWorkingDays;
    }

    /** The place after the last stretch that is counted. */
    int counted() {
        return counted;
    }

    /**
     * Counts stretches after those that are counted.
     *
     * @param suspended whether the span lets the clock stand in them
     */
    void count(PastStretches past, TrackPlaces part, boolean suspended) {
        if (whole.length == 0) {
            begin();
        }
        for (int i = 0; i < whole.length; i++) {
            if (countsWhole(candidates.get(i))) {
                whole[i] = whole[i].with(past, part, until, candidates.get(i).target(), suspended);
            }
        }
        if (succession != null) {
            succession.count(past, part, until, suspended);
        }
        counted = part.to();
        until = past.get(part.to() - 1).to();
    }

    private void begin() {
        whole = new Runs[candidates.size()];
        Arrays.fill(whole, Runs.NONE);
        for (int i = 0; i < whole.length; i++) {
            if (!countsWhole(candidates.get(i))) {
                succession = new Succession(candidates);
            }
        }
    }

    /** Which of the targets holds if the case stands like this; {@link #NONE} if none does. */
    int held(SupportCase state) {
        return firstApplying(candidates, state);
    }

    static int firstApplying(ImmutableList<Selected> candidates, SupportCase state) {
        // Asked for each clock of each reading, so without an iterator.
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).applies(state)) {
                return i;
            }
        }
        return NONE;
    }

    Selected candidate(int place) {
        return candidates.get(place);
    }

    static boolean stands(Target target, SupportCase state) {
        return state.hold().isPresent() && pausedBy(target, state).isPresent();
    }

    static Optional<WaitingFor> pausedBy(Target target, SupportCase state) {
        return state.hold().map(SupportCase.Hold::waitingFor).filter(target.pausedBy()::contains);
    }

    /**
     * What is used of the target that holds at the end of a track, and when an amount was used up.
     *
     * @param held which of them that is
     * @param suspended whether the span lets the clock stand in what is not counted
     */
    Consumption consumption(int held, Track track, PastStretches past, boolean suspended) {
        Selected selected = candidates.get(held);
        return countsWhole(selected)
                ? whole(held, track, past, suspended)
                : succession(track, past, suspended).consumption(selected, track.until());
    }

    private Consumption whole(int held, Track track, PastStretches past, boolean suspended) {
        Target target = candidates.get(held).target();
        Runs runs = whole.length == 0 ? Runs.NONE : whole[held];
        Instant end = until;
        for (TrackPlaces part : track.places().since(counted)) {
            runs = runs.with(past, part, end, target, suspended);
            end = past.get(part.to() - 1).to();
        }
        return new Consumption(target, 0, track.began(), Duration.ZERO, runs.over(track.until(), target.calendar()));
    }

    private Succession succession(Track track, PastStretches past, boolean suspended) {
        Succession known = succession;
        if (known != null && track.places().to() <= counted) {
            return known;
        }
        Succession all = known == null ? new Succession(candidates) : known.copy();
        Instant end = until;
        for (TrackPlaces part : track.places().since(counted)) {
            all.count(past, part, end, suspended);
            end = past.get(part.to() - 1).to();
        }
        return all;
    }
}
