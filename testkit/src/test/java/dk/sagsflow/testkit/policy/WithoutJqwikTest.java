package dk.sagsflow.testkit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Whoever writes plain tests of agreements has no jqwik. */
class WithoutJqwikTest {
    @Test
    void plain_tests_of_agreements_run_where_there_is_no_jqwik() throws IOException, ReflectiveOperationException {
        try (URLClassLoader without = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> without.loadClass("net.jqwik.api.Property"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> launched = without.loadClass(Launched.class.getName());

            Object outcome = launched.getMethod("tests", ClassLoader.class, String.class)
                    .invoke(null, without, PolicyTestingTest.class.getName());

            assertThat((List<?>) outcome)
                    .hasSizeGreaterThan(8)
                    .allMatch(line -> line.toString().endsWith("SUCCESSFUL"));
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("jqwik"))
                .map(entry -> url(Path.of(entry)))
                .toArray(URL[]::new);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException unfit) {
            throw new IllegalArgumentException(unfit);
        }
    }

    /** Runs tests, loaded by whichever loader loads this. */
    public static final class Launched {
        private Launched() {}

        /** Each test and what came of it. */
        public static List<String> tests(ClassLoader loader, String name) {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(loader);
            List<String> outcomes = new ArrayList<>();
            try {
                LauncherFactory.create(LauncherConfig.builder()
                                .enableTestEngineAutoRegistration(false)
                                .enableLauncherSessionListenerAutoRegistration(false)
                                .enableTestExecutionListenerAutoRegistration(false)
                                .addTestEngines(new JupiterTestEngine())
                                .build())
                        .execute(
                                LauncherDiscoveryRequestBuilder.request()
                                        .selectors(DiscoverySelectors.selectClass(name))
                                        .build(),
                                new TestExecutionListener() {
                                    @Override
                                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                        if (test.isTest()) {
                                            outcomes.add(test.getDisplayName() + ": "
                                                    + result.getThrowable()
                                                            .map(Throwable::toString)
                                                            .orElse("")
                                                    + " " + result.getStatus());
                                        }
                                    }
                                });
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
            return outcomes;
        }
    }
}
