package dk.sagsflow.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleOrderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            core         | sla routing verification knowledge imports report testkit examples
            sla          | routing verification knowledge imports report testkit examples
            routing      | verification knowledge imports report testkit examples
            verification | knowledge imports report testkit examples
            knowledge    | sla routing verification imports report testkit examples
            imports      | verification knowledge report testkit examples
            report       | routing verification knowledge imports testkit examples
            testkit      | examples
            """)
    void a_module_never_looks_back(String module, String later) {
        String[] laterPackages = later.trim().split(" ");
        for (int i = 0; i < laterPackages.length; i++) {
            laterPackages[i] = Library.ROOT + "." + laterPackages[i] + "..";
        }

        noClasses()
                .that()
                .resideInAPackage(Library.ROOT + "." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(laterPackages)
                .because("a host may take core alone, then sla, then routing; knowledge needs only core")
                .allowEmptyShould(true)
                .check(Library.classes());
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching(Library.ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("each package is one concept, to be read and understood before those that use it")
                .check(Library.classes());
    }

    @Test
    void all_modules_are_seen_by_these_tests() {
        assertThat(Library.descriptors().map(ModuleDescriptor::name))
                .contains(
                        "dk.sagsflow.core",
                        "dk.sagsflow.sla",
                        "dk.sagsflow.routing",
                        "dk.sagsflow.verification",
                        "dk.sagsflow.knowledge",
                        "dk.sagsflow.imports",
                        "dk.sagsflow.report",
                        "dk.sagsflow.testkit");
    }
}
