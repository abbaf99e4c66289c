package dk.sagsflow.knowledge.news;

/** Why somebody was not told after all. Reasons may be added in a minor release. */
public enum DropReason {
    /** They do not want to be told any more, or are known no longer. */
    NOT_WANTED,
    /** Nothing of it is there for them any more. */
    GONE,
    /** There is no address for them to which mail can be sent; they are told when there is one, in a digest. */
    NO_ADDRESS
}
