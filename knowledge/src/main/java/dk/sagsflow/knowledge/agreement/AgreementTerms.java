package dk.sagsflow.knowledge.agreement;

import dk.sagsflow.core.bounds.Texts;

/**
 * What is agreed, in words (R28). Immutable.
 *
 * @param purpose what the unit has superusers for
 * @param managerRole what the manager does for it
 * @param superuserRole what superusers do, and what they answer for
 * @param benefit what the unit gains
 */
public record AgreementTerms(String purpose, String managerRole, String superuserRole, String benefit) {
    /** Refuses a blank text. */
    public AgreementTerms {
        Texts.requireText("purpose", purpose);
        Texts.requireText("role of the manager", managerRole);
        Texts.requireText("role of the superuser", superuserRole);
        Texts.requireText("benefit", benefit);
    }
}
