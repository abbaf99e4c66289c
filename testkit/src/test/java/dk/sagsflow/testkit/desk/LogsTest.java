package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.command.CaseCommand;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands in the log of a host that logs everything, and what exceptions and refusals say: never an address, a name or a
 * text of a person.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogsTest {
    private static final int WORLDS = 5;
    private static final int MOST_WORLDS = 40;
    private static final String[] SECRETS = {"confidential ", "confidential.", "@example", "010170"};
    private static final List<String> KINDS = Arrays.stream(CaseCommand.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .toList();

    @Test
    void a_random_world_in_which_everything_fails_now_and_then_logs_and_throws_nothing_confidential(
            @TempDir Path folder) throws ReflectiveOperationException, IOException {
        Path file = folder.resolve("log.txt");
        Map<String, String> backend = Map.of(
                "slf4j.provider", "org.slf4j.simple.SimpleServiceProvider",
                "org.slf4j.simpleLogger.logFile", file.toString(),
                "org.slf4j.simpleLogger.defaultLogLevel", "trace");

        Map<String, Set<String>> tale = logged(backend);

        String log = Files.readString(file);
        assertThat(log.toLowerCase(Locale.ROOT)).doesNotContain(SECRETS);
        assertThat(tale.get(LoggedWorld.TOLD))
                .as("exceptions and refusals")
                .allSatisfy(said -> assertThat(said.toLowerCase(Locale.ROOT)).doesNotContain(SECRETS));
        assertThat(tale.get(LoggedWorld.DRAWN))
                .containsExactlyInAnyOrderElementsOf(KINDS)
                .isEqualTo(tale.get(LoggedWorld.ACCEPTED));
        assertThat(tale.get(LoggedWorld.HAPPENED))
                .contains("refused", "set aside", "away", "forgotten", "imported", "failed: imported")
                .contains("failed: address", "threw OutOfBoundsException");
        assertThat(List.of(
                        "is looked at again from",
                        "sweep sets case",
                        "is told of a limit",
                        "subscription index failed",
                        "which is parked",
                        "HostFailure",
                        "at dk.sagsflow"))
                .as("what is logged at all")
                .allSatisfy(said -> assertThat(log).contains(said));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Set<String>> logged(Map<String, String> backend) throws ReflectiveOperationException {
        Properties before = (Properties) System.getProperties().clone();
        backend.forEach(System::setProperty);
        try (URLClassLoader apart = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            return (Map<String, Set<String>>) apart.loadClass("dk.sagsflow.testkit.desk.LoggedWorld")
                    .getMethod("play", int.class, int.class)
                    .invoke(null, WORLDS, MOST_WORLDS);
        } catch (IOException unclosed) {
            throw new LinkageError("class path", unclosed);
        } finally {
            System.setProperties(before);
        }
    }

    /** Everything anew, so that the backend of the other tests, which keeps nothing, is not the one that is found. */
    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> url(Path.of(entry)))
                .toArray(URL[]::new);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException unusual) {
            throw new IllegalArgumentException(unusual);
        }
    }
}
