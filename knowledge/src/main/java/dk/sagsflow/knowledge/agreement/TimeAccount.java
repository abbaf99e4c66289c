package dk.sagsflow.knowledge.agreement;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;
import java.time.Duration;

/**
 * How long a superuser worked at something, beside what was agreed for that time. Immutable.
 *
 * @param person who
 * @param work at what
 * @param agreed how long was agreed
 * @param used how long it was
 */
public record TimeAccount(ActorId person, SuperuserWork work, Duration agreed, Duration used) {
    /** Refuses null. */
    public TimeAccount {
        requireNonNull(person, "person");
        requireNonNull(work, "work");
        requireNonNull(agreed, "agreed");
        requireNonNull(used, "used");
    }

    /** What is left; less than nothing if it was more than agreed. */
    public Duration left() {
        return agreed.minus(used);
    }
}
