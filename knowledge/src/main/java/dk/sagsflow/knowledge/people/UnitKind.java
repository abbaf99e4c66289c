package dk.sagsflow.knowledge.people;

/** What kind of unit superusers speak for. Kinds may be added in a minor release. */
public enum UnitKind {
    /** A job centre, which needs at least one superuser (R28). */
    JOB_CENTRE,
    /** An unemployment fund. */
    UNEMPLOYMENT_FUND,
    /** A company. */
    COMPANY,
    /** Any other. */
    OTHER;

    /** Whether something is missing if there is no superuser, and no agreement about one. */
    public boolean needsSuperuser() {
        return this == JOB_CENTRE;
    }
}
