package dk.sagsflow.verification.script;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** What can happen to a case in a scenario: the commands of a desk, as people say them. */
public enum Verb {
    /** Somebody of the group takes it on. */
    ACCEPTED("accepted"),
    /** It is given to a member of the group. */
    ASSIGNED("assigned", Detail.PERSON),
    /** It goes where the rules of the model lead it. */
    TRIAGED("triaged"),
    /** Another group is asked. */
    HANDED_OVER("handed over", Detail.GROUP, Detail.REASON),
    /** The group answers whoever asked it. */
    ANSWERED("answered", Detail.TEXT),
    /** The group returns it without an answer. */
    GIVEN_BACK("given back", Detail.GIVE_BACK_REASON, Detail.TEXT),
    /** It waits. */
    WAITS("waits", Detail.WAITING, Detail.UNTIL, Detail.TEXT),
    /** It waits no longer. */
    RESUMED("resumed"),
    /** It is placed; what is not said stays. */
    CLASSIFIED("classified", Detail.KIND, Detail.SYSTEM, Detail.CATEGORY, Detail.CAUSE),
    /** Its priority is judged. */
    PRIORITISED("prioritised", Detail.PRIORITY, Detail.IMPACT, Detail.URGENCY),
    /** A field of the organisation's own is filled in. */
    FILLED_IN("filled in", Detail.ATTRIBUTE, Detail.VALUE),
    /** A note inside the organisation. */
    NOTED("noted", Detail.TEXT),
    /** The customer is told something. */
    TOLD("told", Detail.TEXT),
    /** The customer writes or calls. */
    WROTE("wrote", Detail.TEXT),
    /** Contact with a supplier is documented (R09). */
    DOCUMENTED("documented", Detail.SUPPLIER, Detail.TEXT),
    /** Somebody is told by hand. */
    ESCALATED("escalated", Detail.PERSON, Detail.REASON),
    /** A way around the trouble is written down. */
    WORKAROUND("worked around", Detail.TEXT),
    /** It becomes a change request (R10). */
    CONVERTED("converted", Detail.CHANGE, Detail.REFERENCE),
    /** It is for a unit outside (R11). */
    REFERRED("referred", Detail.UNIT_OUTSIDE, Detail.TEXT),
    /** The customer comes back. */
    REOPENED("reopened", Detail.REASON),
    /** The customer agrees. */
    CONFIRMED("confirmed"),
    /** It ends. */
    CLOSED("closed", Detail.CLOSING_REASON, Detail.TEXT);

    private static final ImmutableSet<Detail> NEEDED = ImmutableSet.of(
            Detail.GROUP,
            Detail.PERSON,
            Detail.UNIT_OUTSIDE,
            Detail.WAITING,
            Detail.SUPPLIER,
            Detail.ATTRIBUTE,
            Detail.VALUE);

    private final String words;
    private final ImmutableList<Detail> details;

    Verb(String words, Detail... details) {
        this.words = words;
        this.details = ImmutableList.copyOf(details);
    }

    /** As scenarios say it. */
    public String words() {
        return words;
    }

    /** What can be said about it. */
    public ImmutableList<Detail> details() {
        return details;
    }

    /** Whether nothing can happen unless this is said. */
    public boolean needs(Detail detail) {
        return details.contains(detail) && NEEDED.contains(detail);
    }
}
