package dk.sagsflow.knowledge.people;

/** What kinds of finding there are about people. Ids are stable; kinds may be added in a minor release. */
public enum PeopleFindingCode {
    /** A unit that needs a superuser has none (R28). */
    UNIT_WITHOUT_SUPERUSER("SK201", "A unit that needs a superuser has none.", "Agree with its manager on one."),
    /** No agreement is in force about the superusers of a unit (R28). */
    UNIT_WITHOUT_AGREEMENT("SK202", "No agreement is in force with a unit.", "Make one with its manager."),
    /** An agreement about superusers runs out and none follows it. */
    AGREEMENT_RUNS_OUT("SK203", "An agreement runs out and none follows it.", "Renew it with the manager."),
    /** It was agreed to follow up on an agreement by a day that is past. */
    FOLLOW_UP_OVERDUE("SK204", "A follow-up is overdue.", "Talk to the manager, and write it down."),
    /** Superusers used more of their time than was agreed. */
    TIME_EXCEEDED("SK205", "More time was used than agreed.", "Agree on more, or let others help."),
    /** A superuser is not certified in the basic module (R29). */
    NOT_CERTIFIED("SK211", "A superuser is not certified in the basic module.", "Enrol the superuser in it."),
    /** A certificate counts no longer, or soon will not (R29). */
    CERTIFICATE_DUE("SK212", "A certificate is due.", "Enrol the person again before it is."),
    /** A supporter is not certified in what the own profile asks for (R31). */
    PROFILE_GAP("SK213", "A supporter lacks what a profile asks for.", "Teach it, or change the profile."),
    /** An experience group meets less often than four times a year (R30). */
    GROUP_FALLS_BEHIND("SK221", "An experience group meets too seldom.", "Call a meeting."),
    /** A release of a system comes and an experience group does not meet around it (R30). */
    RELEASE_WITHOUT_MEETING("SK222", "An experience group does not meet around a release.", "Call a meeting.");

    private final String id;
    private final String meaning;
    private final String advice;

    PeopleFindingCode(String id, String meaning, String advice) {
        this.id = id;
        this.meaning = meaning;
        this.advice = advice;
    }

    /** The stable id: {@code SK201}. */
    public String id() {
        return id;
    }

    /** What is the matter, in general. */
    public String meaning() {
        return meaning;
    }

    /** What can be done about it. */
    public String advice() {
        return advice;
    }
}
