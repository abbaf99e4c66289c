package dk.sagsflow.knowledge.news;

/**
 * What a dispatch did. Immutable.
 *
 * @param written how many notices were written
 * @param posted how many were handed to whoever delivers them
 */
public record DispatchReport(int written, int posted) {}
