package dk.sagsflow.routing.operation;

/**
 * What subscriptions were handed. Immutable.
 *
 * @param handled how many steps were handled
 * @param failed how many subscriptions failed and are tried again later
 * @param parked how many steps failed once too often and were parked
 * @param mayBeMore whether it ended at its limit, so that more may be there to handle
 */
public record FollowReport(int handled, int failed, int parked, boolean mayBeMore) {}
