/** A model proved and simulated before it goes live: what a desk does not need at run time. */
module dk.sagsflow.verification {
    requires transitive dk.sagsflow.routing;
    requires com.fasterxml.jackson.annotation;
    requires org.slf4j;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;
    requires static tools.jackson.databind;

    exports dk.sagsflow.verification;
    exports dk.sagsflow.verification.comparison;
    exports dk.sagsflow.verification.finding;
    exports dk.sagsflow.verification.law;
    exports dk.sagsflow.verification.load;
    exports dk.sagsflow.verification.practice;
    exports dk.sagsflow.verification.proof;
    exports dk.sagsflow.verification.scenario;
    exports dk.sagsflow.verification.script;
    exports dk.sagsflow.verification.simulation;
    exports dk.sagsflow.verification.suite;
}
