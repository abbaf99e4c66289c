package dk.sagsflow.verification.law;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.sla.agreement.Measure;
import java.util.Optional;

/**
 * What a law can say: few sentences, each of which can be proved over all cases and every start in a year. Times are meant as
 * long as nothing waits, no clock pauses, and the case does not become another on its way. Immutable; kinds may be added in a minor release.
 */
public sealed interface Sentence {
    /**
     * The cases are due within a time after they are registered.
     *
     * @param measure what is due: {@code FIRST_RESPONSE}, {@code RESOLUTION} or {@code CLOSURE}
     * @param limit within which time
     */
    record Due(Measure measure, Limit limit) implements Sentence {
        /** Refuses what does not begin with the registration. */
        public Due {
            requireNonNull(limit, "limit");
            checkArgument(
                    measure == Measure.FIRST_RESPONSE || measure == Measure.RESOLUTION || measure == Measure.CLOSURE,
                    "%s does not begin with the registration; FIRST_RESPONSE, RESOLUTION and CLOSURE do",
                    measure);
        }
    }

    /**
     * The customer hears from the organisation within a time after registration: by the first response that is promised, or
     * by a follow-up rule that breaks the silence.
     *
     * @param limit within which time
     */
    record Heard(Limit limit) implements Sentence {
        /** Refuses null. */
        public Heard {
            requireNonNull(limit, "limit");
        }
    }

    /**
     * The cases lie somewhere for a time at most, from when they first come there, before somebody is told or they go on by
     * themselves: by a threshold of how long they may lie there. One of all visits to a tier is that of the group there which
     * they came to first; if it was passed before they come on to another, somebody knows of them.
     *
     * @param at the tier, which is every group of it, or one group
     * @param limit for which time at most
     */
    record Told(HandOverEnd at, Limit limit) implements Sentence {
        /** Refuses null. */
        public Told {
            requireNonNull(at, "at");
            requireNonNull(limit, "limit");
        }
    }

    /**
     * A group has the cases, at a visit or at all of them, for a time at most.
     *
     * @param group the group
     * @param limit for which time at most
     */
    record Has(GroupId group, Limit limit) implements Sentence {
        /** Refuses null. */
        public Has {
            requireNonNull(group, "group");
            requireNonNull(limit, "limit");
        }
    }

    /**
     * A group has the cases, at a visit or at all of them, for a part at most of the time in which the customer is promised an
     * answer; of every such time, if several are promised.
     *
     * @param group the group
     * @param percent which part, 1 to 100
     */
    record HasShare(GroupId group, int percent) implements Sentence {
        /** Refuses what is no part. */
        public HasShare {
            requireNonNull(group, "group");
            checkArgument(percent >= 1 && percent <= 100, "share is %s %, not 1 to 100", percent);
        }
    }

    /**
     * The cases pass a group: where triage leaves them they have been there; or, before they come to a place in any way that
     * there is, by rule or by hand.
     *
     * @param group the group
     * @param before the place; empty if the rules of triage are meant
     */
    record Passes(GroupId group, Optional<HandOverEnd> before) implements Sentence {
        /** Refuses null. */
        public Passes {
            requireNonNull(group, "group");
            requireNonNull(before, "before");
        }
    }

    /**
     * Only the cases that the law is about come to a place, in any way that there is, by rule or by hand.
     *
     * @param at the place
     */
    record OnlyThese(HandOverEnd at) implements Sentence {
        /** Refuses null. */
        public OnlyThese {
            requireNonNull(at, "at");
        }
    }
}
