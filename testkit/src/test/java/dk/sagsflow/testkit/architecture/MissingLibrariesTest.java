package dk.sagsflow.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dk.sagsflow.absent.ClassPathWithout;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A library that the host left out is a sentence at the door, not a class that is not found somewhere inside. */
class MissingLibrariesTest {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>([^<]*)</groupId>\\s*<artifactId>([^<]*)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);
    /** Who gets near what needs these names types of theirs, and so has them; annotations nobody needs to run. */
    private static final Set<String> NAMED_BY_HOSTS = Set.of(
            "dk.sagsflow:sagsflow-knowledge",
            "net.jqwik:jqwik",
            "com.google.errorprone:error_prone_annotations",
            "org.jspecify:jspecify");

    private static final Path MODEL = Path.of("../examples/models/ams");

    @ParameterizedTest
    @ValueSource(strings = {"tools.jackson.databind.", "tools.jackson."})
    void a_model_is_not_read_without_jackson_and_the_sentence_names_what_to_add(String missing) {
        assertThatThrownBy(() -> readModel(new ClassPathWithout(missing)))
                .hasMessageContaining("organisation.json")
                .hasMessageContaining("tools.jackson.core:jackson-databind")
                .hasMessageContaining("add that dependency");
    }

    @Test
    void annotations_that_are_too_old_are_named_with_the_version_that_is_needed() {
        assertThatThrownBy(() -> readModel(new ClassPathWithout("com.fasterxml.jackson.annotation.JsonSerializeAs")))
                .hasMessageContaining("com.fasterxml.jackson.core:jackson-annotations, version 2.21 or later");
    }

    @Test
    void events_are_not_written_without_jackson_and_the_sentence_names_what_to_add() {
        assertThatThrownBy(() -> made(new ClassPathWithout("tools.jackson."), "dk.sagsflow.core.json.CaseEventJson"))
                .hasMessageContaining("tools.jackson.core:jackson-databind");
    }

    @Test
    void an_organisation_is_not_written_without_jackson_and_the_sentence_names_what_to_add() {
        assertThatThrownBy(() -> writeOrganisation(new ClassPathWithout("tools.jackson.")))
                .hasMessageContaining("tools.jackson.core:jackson-databind");
    }

    @Test
    void no_optional_library_of_any_module_is_without_such_a_test() {
        Set<String> optional = files("pom.xml")
                .flatMap(pom -> DEPENDENCY.matcher(pom).results())
                .filter(dependency -> dependency.group(3).contains("<optional>true</optional>"))
                .map(dependency -> dependency.group(1) + ":" + dependency.group(2))
                .collect(toSet());
        String tests = files("MissingLibrariesTest.java").collect(joining());

        assertThat(optional).containsAll(NAMED_BY_HOSTS).hasSizeGreaterThan(NAMED_BY_HOSTS.size() + 4);
        assertThat(optional)
                .filteredOn(artifact -> !NAMED_BY_HOSTS.contains(artifact))
                .allSatisfy(artifact -> assertThat(tests).contains('"' + artifact + '"'));
    }

    private static Stream<String> files(String name) {
        return ProjectFiles.endingIn("/" + name).stream().map(ProjectFiles::read);
    }

    /** Hosts do not see {@code core.members}: what they do see asks first. */
    @Test
    void whatever_makes_a_mapper_stands_behind_a_door() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .resideInAPackage(Library.ROOT + "..")
                .and()
                .resideOutsideOfPackages(Library.ROOT + ".examples..", Library.ROOT + ".core.members..")
                .should(keepMappersInside())
                .because("a public class that makes one cannot be linked without Jackson, so it cannot say what to add")
                .check(Library.classes());
    }

    private static ArchCondition<JavaClass> keepMappersInside() {
        return new ArchCondition<>("not use Jackson's mapper if they are public") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean open = type.getModifiers().contains(JavaModifier.PUBLIC);
                boolean maps = type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(on -> on.getTargetClass().getName().equals("tools.jackson.databind.json.JsonMapper"));
                if (open && maps) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is public and uses JsonMapper"));
                }
            }
        };
    }

    private static Object readModel(ClassLoader loader) throws Throwable {
        try {
            return loader.loadClass("dk.sagsflow.routing.configuration.ModelFolder")
                    .getMethod("read", Path.class)
                    .invoke(null, MODEL);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object writeOrganisation(ClassLoader loader) throws Throwable {
        try {
            return loader.loadClass("dk.sagsflow.core.json.OrganisationJson")
                    .getMethod("write", loader.loadClass("dk.sagsflow.core.organisation.SupportOrganisation"))
                    .invoke(null, (Object) null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object made(ClassLoader loader, String type) throws Throwable {
        try {
            return loader.loadClass(type).getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
