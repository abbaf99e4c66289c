package dk.sagsflow.knowledge.agreement;

/** What superusers spend time on by their agreement (R28). Kinds may be added in a minor release. */
public enum SuperuserWork {
    /** Helping colleagues and working on their cases. */
    SOLVING,
    /** Courses. */
    TRAINING,
    /** Meetings of experience groups. */
    MEETINGS,
    /** Trying out what is new before it is taken into use. */
    TESTING
}
