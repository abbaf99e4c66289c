package dk.sagsflow.routing.assignment;

/** How one of those is chosen who may get a case. Methods may be added in a minor release. */
public enum AssignmentMethod {
    /** Nobody is chosen: members take cases on themselves. */
    PULL,
    /** See {@link AssignmentStrategy#roundRobin}. */
    ROUND_ROBIN,
    /** See {@link AssignmentStrategy#leastLoaded}. */
    LEAST_LOADED;

    /** The strategy of this method, among everybody. */
    public AssignmentStrategy strategy() {
        return switch (this) {
            case PULL -> AssignmentStrategy.pull();
            case ROUND_ROBIN -> AssignmentStrategy.roundRobin();
            case LEAST_LOADED -> AssignmentStrategy.leastLoaded();
        };
    }
}
