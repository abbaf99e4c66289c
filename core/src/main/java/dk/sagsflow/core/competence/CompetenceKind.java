package dk.sagsflow.core.competence;

/** What kind of thing people can be certified in. Kinds may be added in a minor release. */
public enum CompetenceKind {
    /** The basic module that every superuser is certified in (R29). */
    BASIC_MODULE,
    /** The extended module of a system, for superusers (R29). */
    SYSTEM_MODULE,
    /** What a supporter must know, as the competence profile says (R31). */
    SKILL
}
