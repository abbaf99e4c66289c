package dk.sagsflow.sla.agreement;

/** The span of all that a measure covers, once: it is asked for with every clock. */
final class Whole {
    static final Span SPAN = Span.builder().build();

    private Whole() {}
}
