package dk.sagsflow.examples.sagsflow.log.mapping;

/** What a value of a row is about. */
public enum Column {
    CASE("case"),
    TIME("time"),
    GROUP("group"),
    ACTOR("actor"),
    STATUS("status"),
    IMPACT("impact"),
    PRIORITY("priority"),
    SYSTEM("system"),
    TYPE("type"),
    REGISTERED("registered"),
    VERDICT("verdict"),
    CATEGORY("category"),
    KNOWN_ERROR("knownError");

    private final String word;

    Column(String word) {
        this.word = word;
    }

    /** Its name in a mapping. */
    public String word() {
        return word;
    }
}
