/** Service hours, agreements and the clocks that measure them. */
module dk.sagsflow.sla {
    requires transitive dk.sagsflow.core;
    requires com.fasterxml.jackson.annotation;
    requires de.focus_shift.jollyday.core;
    requires java.xml;
    requires org.slf4j;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;
    requires static tools.jackson.databind;

    exports dk.sagsflow.sla.agreement;
    exports dk.sagsflow.sla.calendar;
    exports dk.sagsflow.sla.calibration;
    exports dk.sagsflow.sla.clock;
    exports dk.sagsflow.sla.evaluation;
    exports dk.sagsflow.sla.holiday;
    exports dk.sagsflow.sla.json;
    exports dk.sagsflow.sla.statistics;
}
