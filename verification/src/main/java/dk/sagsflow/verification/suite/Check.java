package dk.sagsflow.verification.suite;

import dk.sagsflow.verification.scenario.ScenarioResult;

/** Something that a suite asks of a model, by scenario or by vector. Safe for use by many threads. */
@FunctionalInterface
interface Check {
    ScenarioResult run();
}
