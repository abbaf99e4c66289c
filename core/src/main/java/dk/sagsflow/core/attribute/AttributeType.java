package dk.sagsflow.core.attribute;

/** What a field of a case holds. */
public enum AttributeType {
    /** Free text; personal data unless said otherwise. */
    TEXT,
    /** A decimal number, exact. */
    NUMBER,
    /** Yes or no. */
    YES_NO,
    /** A date without a time. */
    DATE,
    /** One of a declared list of words. */
    CHOICE
}
