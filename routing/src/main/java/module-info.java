/** Triage, assignment and escalation, and the desk that puts them together. */
module dk.sagsflow.routing {
    requires transitive dk.sagsflow.sla;
    requires com.fasterxml.jackson.annotation;
    requires org.slf4j;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;
    requires static tools.jackson.databind;

    exports dk.sagsflow.routing.assignment;
    exports dk.sagsflow.routing.desk;
    exports dk.sagsflow.routing.configuration;
    exports dk.sagsflow.routing.due to
            dk.sagsflow.testkit;
    exports dk.sagsflow.routing.escalation to
            dk.sagsflow.verification;
    exports dk.sagsflow.routing.followup;
    exports dk.sagsflow.routing.handover;
    exports dk.sagsflow.routing.json;
    exports dk.sagsflow.routing.listening;
    exports dk.sagsflow.routing.operation;
    exports dk.sagsflow.routing.template;
    exports dk.sagsflow.routing.triage;
}
