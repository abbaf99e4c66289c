package dk.sagsflow.knowledge.tree;

/** What kinds of finding there are about question trees. Ids are stable; kinds may be added in a minor release. */
public enum TreeFindingCode {
    /** The tree begins at a question that it does not have. */
    NO_START("SK100", "The tree begins at a question that it does not have.", "Name one of its questions."),
    /** A question has no answers to choose from, or an answer leads to nothing. */
    DEAD_END(
            "SK101",
            "A question has no answers, or an answer leads to nothing.",
            "Add an answer, or the node it leads to."),
    /** Questions lead back to each other, and from none of them is there a way to a leaf. */
    LOOP_WITHOUT_EXIT(
            "SK102",
            "Questions go round for ever: from none is there a way to a leaf.",
            "Give one an answer that leads on."),
    /** No way of answers leads to a question or leaf. */
    UNREACHABLE("SK103", "No way of answers leads there.", "Remove it, or let an answer lead to it."),
    /** Two answers to a question read the same. */
    SAME_ANSWER("SK104", "Two answers to a question read the same.", "Word them so that people can choose."),
    /** A leaf shows an article that there is not, or that is not in force. */
    NO_ARTICLE("SK111", "A leaf shows an article that is not in force.", "Publish it, or show another."),
    /** A leaf shows an article that not everybody may read who may walk there. */
    ARTICLE_HIDDEN(
            "SK112",
            "A leaf shows an article that not all may read who may walk there.",
            "Show another, or let fewer walk through the tree."),
    /** A leaf registers a case about a system that the organisation does not support. */
    SYSTEM_UNKNOWN(
            "SK121", "A leaf registers a case about a system that there is not.", "Name a system that is supported."),
    /** Triage leads the case of a leaf nowhere, and the contact tier may not keep it (R12). */
    CASE_STAYS(
            "SK122",
            "Triage leads the case of a leaf to no group that may keep it.",
            "Fill in what triage asks for, or add a rule.");

    private final String id;
    private final String meaning;
    private final String advice;

    TreeFindingCode(String id, String meaning, String advice) {
        this.id = id;
        this.meaning = meaning;
        this.advice = advice;
    }

    /** The stable id: {@code SK101}. */
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
