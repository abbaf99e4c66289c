package dk.sagsflow.knowledge.news;

/**
 * What a delivery did. Immutable.
 *
 * @param settled how many notices were sent, or dropped because nobody is to be told any more
 * @param failed how many could not be sent and wait
 */
public record NewsDeliveryReport(int settled, int failed) {}
