package dk.sagsflow.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Public is earned: every type that a host can name stands in {@code public-types.txt}. */
class PublicSurfaceTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "public-types.txt");
    private static final String UPDATE = "public.surface.update";

    @Test
    void is_the_one_that_was_agreed_on() throws IOException {
        if (Boolean.getBoolean(UPDATE)) {
            Files.write(GOLDEN, publicTypes());
        }

        assertThat(publicTypes())
                .as(
                        "public types of exported packages. If the change is meant, run"
                                + " 'mvn -pl testkit -am test -D%s=true' and look at the difference in %s",
                        UPDATE, GOLDEN)
                .containsExactlyElementsOf(Files.readAllLines(GOLDEN));
    }

    private static List<String> publicTypes() {
        Set<String> exported = Library.exportedPackages();
        return Library.classes().stream()
                .filter(type -> exported.contains(type.getPackageName()) && canBeNamedByAHost(type))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    private static boolean canBeNamedByAHost(JavaClass type) {
        boolean open =
                type.getModifiers().contains(PUBLIC) || type.getModifiers().contains(PROTECTED);
        return open
                && type.getEnclosingClass()
                        .map(PublicSurfaceTest::canBeNamedByAHost)
                        .orElse(true);
    }
}
