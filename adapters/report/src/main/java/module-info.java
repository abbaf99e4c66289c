/** Figures of a support organisation to look at: what a desk does not need at run time. */
module dk.sagsflow.report {
    requires transitive dk.sagsflow.sla;
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.databind;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;

    exports dk.sagsflow.report;
    exports dk.sagsflow.report.page;
}
