package dk.sagsflow.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class PackagesTest {
    @Test
    void are_named_for_a_concept() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..model..", "..impl..", "..dto..", "..manager..")
                .because("a package is named for what it is about, and these names are about nothing")
                .check(Library.classes());
    }

    @Test
    void hold_types_whose_names_mean_one_thing_in_all_of_the_library() {
        assertThat(Library.classes().stream()
                        .filter(type ->
                                type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getSimpleName))
                .doesNotHaveDuplicates();
    }

    @Test
    void say_that_nothing_is_null_unless_marked() {
        TreeSet<String> packages =
                Library.classes().stream().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));
        TreeSet<String> nullMarked = Library.classes().stream()
                .filter(type -> type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(toCollection(TreeSet::new));

        assertThat(nullMarked).as("packages whose package-info has @NullMarked").containsExactlyElementsOf(packages);
    }
}
