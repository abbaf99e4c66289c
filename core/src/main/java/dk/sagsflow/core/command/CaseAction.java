package dk.sagsflow.core.command;

/** What can be done with a case: one for each kind of {@link CaseCommand}, and what is no command on a case. Constants may be added. */
public enum CaseAction {
    /** Bring a case in. */
    REGISTER,
    /** Search cases by what customers do not see. */
    SEARCH_INTERNALLY,
    /** Ask where the rules would send a case. */
    PROPOSE,
    /** Say that something happened earlier, or that another system brings it. */
    TELL_CIRCUMSTANCES,
    /** Bring the number of a case along. */
    BRING_NUMBER,
    /** Take the case on for the working group. */
    ACCEPT,
    /** Give the case to a member of the working group. */
    ASSIGN,
    /** Ask another group for an answer. */
    HAND_OVER,
    /** Answer whoever handed the case over, or the customer. */
    ANSWER,
    /** Return the case without an answer. */
    GIVE_BACK,
    /** Put the case on hold. */
    PAUSE,
    /** End the hold. */
    RESUME,
    /** Place the case. */
    CLASSIFY,
    /** Judge impact and urgency. */
    PRIORITISE,
    /** Fill in or clear a field of the organisation's own. */
    SET_ATTRIBUTE,
    /** Write something on the case. */
    ADD_NOTE,
    /** Write down what was said with a supplier (R09). */
    DOCUMENT_SUPPLIER_CONTACT,
    /** Tell somebody who answers for more than the case. */
    ESCALATE,
    /** Tell a way around the trouble. */
    PROVIDE_WORKAROUND,
    /** Settle that the report asks for a change (R10). */
    CONVERT_TO_CHANGE,
    /** Guide the customer to somebody outside the organisation (R11). */
    REFER,
    /** Name an article that was used. */
    LINK_KNOWLEDGE,
    /** Say what the case is called in another system. */
    ADD_REFERENCE,
    /** Let somebody have copies of what others are told of the case. */
    ADD_WATCHER,
    /** Let somebody have no more copies. */
    REMOVE_WATCHER,
    /** Relate the case to another. */
    LINK_CASE,
    /** Undo a link to another case. */
    UNLINK_CASE,
    /** Take the case up again. */
    REOPEN,
    /** Say that the answer helped. */
    CONFIRM,
    /** End the case. */
    CLOSE,
    /** Let sweeps look at a case again that they have set aside. */
    TAKE_UP,
    /** Remove names and free text. */
    ERASE_PERSONAL_DATA
}
