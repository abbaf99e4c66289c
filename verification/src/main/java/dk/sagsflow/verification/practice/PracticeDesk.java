package dk.sagsflow.verification.practice;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import java.time.Duration;
import java.time.Instant;

/**
 * A desk to train and to try things out at, apart from the real one (R32): on a copy of the model, with invented customers and cases,
 * on a clock of its own that is moved by hand, and with nothing that leads out. It takes no store, no notifier, no carrier and no
 * listener: what is sent is kept, to be {@linkplain #told read}, at addresses at which nobody reads mail. It starts no thread; what
 * comes due happens when the clock passes it. Safe for use by many threads: a class may work at one.
 */
public final class PracticeDesk {
    /** How many invented cases there are at most. */
    public static final int MOST_CASES = 10_000;

    private final SupportModel model;
    private final PracticePeople people;
    private final Builder parts;
    private volatile PracticeRoom room;

    private PracticeDesk(Builder parts) {
        this.parts = parts;
        this.model = apart(parts.model);
        this.people = new PracticePeople(model, parts.people);
        this.room = furnished();
    }

    /** The model with addresses of groups at which nobody reads mail. */
    private static SupportModel apart(SupportModel model) {
        return model.withOrganisation(model.organisation()
                .withGroups(model.organisation().groups().stream()
                        .map(PracticeDesk::apart)
                        .toList()));
    }

    private static SupportGroup apart(SupportGroup group) {
        return group.mailAddress().isEmpty()
                ? group
                : group.withMailAddress(PracticePeople.address("group " + group.id()));
    }

    private PracticeRoom furnished() {
        return PracticeRoom.furnished(
                model, people, new InventedCases(model.organisation(), people, parts.seed), parts.cases, parts.start);
    }

    /**
     * A builder of a practice desk on a copy of this model.
     *
     * @param start where its clock stands at first
     */
    public static Builder builder(SupportModel model, Instant start) {
        return new Builder(model, start);
    }

    /** The desk, as it is until it is {@linkplain #reset reset}; its operations sweep and deliver within the room alone. */
    public SupportDesk desk() {
        return room.desk();
    }

    /** Who is there: those who practise, invented customers, and somebody for each group. */
    public Directory directory() {
        return people.directory();
    }

    /** What time it is there. */
    public Instant now() {
        return room.now();
    }

    /** Lets so much time pass; see {@link #moveTo}. */
    public void advance(Duration by) {
        moveTo(now().plus(requireNonNull(by, "by")));
    }

    /**
     * Moves the clock on. Whatever comes due on the way happens at its time, as far as the desk does it by itself, and what is to be
     * sent is kept.
     *
     * @throws IllegalArgumentException if the clock would go back, which only a {@linkplain #reset reset} does
     */
    public void moveTo(Instant instant) {
        room.moveTo(instant);
    }

    /** What would have been sent, in order. */
    public ImmutableList<Notification> told() {
        return room.told();
    }

    /** Begins anew: the same invented cases, the same time, nothing of what was done since. */
    public synchronized void reset() {
        room = furnished();
    }

    /** Builds practice desks. Not thread-safe. */
    public static final class Builder {
        private final SupportModel model;
        private final Instant start;
        private People people = new People(ImmutableList.of(), ImmutableList.of());
        private int cases = 20;
        private long seed = 2007;

        private Builder(SupportModel model, Instant start) {
            this.model = requireNonNull(model, "model");
            this.start = Microseconds.kept(Bounds.instant("start of a practice desk", start));
        }

        /**
         * Lets these people practise, with their groups and competences and without their addresses. Of customers, superusers come in;
         * all others are invented. Programs stay outside.
         */
        @CanIgnoreReturnValue
        public Builder withPeople(People practising) {
            this.people = requireNonNull(practising, "practising");
            return this;
        }

        /** So many invented cases wait there; 20 unless said otherwise. What the model refuses to register is left out. */
        @CanIgnoreReturnValue
        public Builder withCases(int number) {
            checkArgument(number >= 0 && number <= MOST_CASES, "%s cases; 0 to %s are allowed", number, MOST_CASES);
            this.cases = number;
            return this;
        }

        /** Draws other cases. */
        @CanIgnoreReturnValue
        public Builder withSeed(long drawn) {
            this.seed = drawn;
            return this;
        }

        /** The practice desk. */
        public PracticeDesk build() {
            Builder kept = new Builder(model, start);
            kept.people = people;
            kept.cases = cases;
            kept.seed = seed;
            return new PracticeDesk(kept);
        }
    }
}
