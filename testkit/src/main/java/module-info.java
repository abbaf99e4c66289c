/** Fixtures, generators and contract tests, for this library and for the hosts that embed it. */
module dk.sagsflow.testkit {
    requires transitive dk.sagsflow.routing;
    requires transitive dk.sagsflow.verification;
    requires static transitive net.jqwik.api;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires static transitive dk.sagsflow.knowledge;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires tools.jackson.databind;

    exports dk.sagsflow.testkit.any;
    exports dk.sagsflow.testkit.contract;
    exports dk.sagsflow.testkit.domain;
    exports dk.sagsflow.testkit.fixture;
    exports dk.sagsflow.testkit.knowledge;
    exports dk.sagsflow.testkit.policy;

    opens dk.sagsflow.testkit.contract to
            org.junit.platform.commons;
    opens dk.sagsflow.testkit.knowledge to
            org.junit.platform.commons;
    opens dk.sagsflow.testkit.policy to
            org.junit.platform.commons;
}
