package dk.sagsflow.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.library.OptionalLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BomTest {
    private static final Path BOM = Path.of("../bom/pom.xml");

    @Test
    void gives_hosts_the_jackson_that_the_library_is_built_with() throws IOException {
        assertThat(version(BOM, "<artifactId>jackson-databind</artifactId>\\s*<version>"))
                .isEqualTo(version(Path.of("../pom.xml"), "<jackson.version>"));
    }

    @Test
    void gives_hosts_the_annotations_that_jackson_looks_for() throws IOException {
        assertThat(version(BOM, "<artifactId>jackson-annotations</artifactId>\\s*<version>"))
                .isEqualTo(OptionalLibrary.JACKSON_ANNOTATIONS.version());
    }

    @Test
    void gives_hosts_what_writes_feeds_and_calendars_as_the_library_is_built_with_it() throws IOException {
        for (String artifact : List.of("rome", "biweekly")) {
            String before = "<artifactId>" + artifact + "</artifactId>\\s*<version>";
            assertThat(version(BOM, before)).isEqualTo(version(Path.of("../pom.xml"), before));
        }
    }

    private static String version(Path pom, String before) throws IOException {
        Matcher found = Pattern.compile(before + "([^<]+)<").matcher(Files.readString(pom));
        assertThat(found.find()).as("%s after %s", pom, before).isTrue();
        return found.group(1);
    }
}
