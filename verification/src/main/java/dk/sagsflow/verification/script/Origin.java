package dk.sagsflow.verification.script;

/** What is given in a scenario: the case as it comes in. */
public enum Origin {
    /** When it comes in. */
    AT("at"),
    /** The zone of all times without an offset; that of the first target of the model unless said otherwise. */
    ZONE("zone"),
    /** The customer: an id of {@code people.json}, or a kind, of whom one is found or made up. A citizen unless said otherwise. */
    CUSTOMER("customer"),
    /** The unit of a customer who is given by kind. */
    UNIT("unit"),
    /** Who registers it; somebody of the group where it comes in unless said otherwise. */
    BY("by"),
    /** Where it comes in; the entrance of the contact tier unless said otherwise. */
    GROUP("group"),
    /** The kind of record; an incident unless said otherwise. */
    KIND("kind"),
    /** The system. */
    SYSTEM("system"),
    /** The category within the system. */
    CATEGORY("category"),
    /** Where it comes from. */
    CAUSE("cause"),
    /** How much is touched. */
    IMPACT("impact"),
    /** How soon it must be put right. */
    URGENCY("urgency"),
    /** The priority; impact and urgency are the first of the matrix that give it. */
    PRIORITY("priority"),
    /** What it is about. */
    SUBJECT("subject"),
    /** What the customer said. */
    DESCRIPTION("description"),
    /** The kind of refusal, if it must be refused. */
    REFUSED("refused");

    private final String word;

    Origin(String word) {
        this.word = word;
    }

    /** The member in JSON, and the first column in Markdown. */
    public String word() {
        return word;
    }
}
