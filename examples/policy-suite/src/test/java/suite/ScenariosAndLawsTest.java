package suite;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dk.sagsflow.verification.scenario.Mismatch;
import dk.sagsflow.verification.scenario.ScenarioResult;
import dk.sagsflow.verification.suite.PolicySuite;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario and every law of the reference organisation is a test of its own. */
class ScenariosAndLawsTest {
    @TestFactory
    Stream<DynamicTest> hold() {
        return PolicySuite.read(Path.of("../models/ams")).run().results().stream()
                .map(result -> dynamicTest(result.name(), () -> {
                    if (!result.holds()) {
                        throw new AssertionError(words(result));
                    }
                }));
    }

    private static String words(ScenarioResult result) {
        return result.mismatches().stream()
                .map(Mismatch::lines)
                .map(lines -> String.join("\n", lines))
                .collect(Collectors.joining("\n"));
    }
}
