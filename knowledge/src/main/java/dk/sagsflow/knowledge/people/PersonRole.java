package dk.sagsflow.knowledge.people;

/** What somebody is in the own unit. Supporters are what the groups say that they work in. Roles may be added in a minor release. */
public enum PersonRole {
    /** Helps the colleagues of the unit and speaks for them (R02, R03). */
    SUPERUSER,
    /** Answers for the unit, and agrees to what its superusers do (R28). */
    MANAGER,
    /** Somebody else of the unit who may have cases. */
    COLLEAGUE
}
