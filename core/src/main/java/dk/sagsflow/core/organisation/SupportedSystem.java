package dk.sagsflow.core.organisation;

/**
 * A system that the organisation supports. Immutable.
 *
 * @param id what rules and events call it
 * @param name what people call it
 */
public record SupportedSystem(SystemId id, String name) {}
