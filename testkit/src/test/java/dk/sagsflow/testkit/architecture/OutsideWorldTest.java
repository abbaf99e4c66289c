package dk.sagsflow.testkit.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The library's code asks nobody for the time, the place or a random number: they are given to it. */
class OutsideWorldTest {
    private static final Set<String> CLOCKS_OF_THE_SYSTEM = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.systemUTC",
            "java.time.Clock.system",
            "java.time.Clock.tickMillis",
            "java.time.Clock.tickSeconds",
            "java.time.Clock.tickMinutes",
            "java.time.InstantSource.system");

    private static final ArchRule CLOCKS = noClasses()
            .should(accessTargetWhere(readsTheSystemClock()))
            .because("the time comes in as an argument or by an InstantSource, so that a case can be replayed");

    private static final ArchRule DEFAULT_ZONES = noClasses()
            .should(accessTargetWhere(usesOneOf(
                    "read the default time zone", "java.time.ZoneId.systemDefault", "java.util.TimeZone.getDefault")))
            .because("service hours are those of the agreement's zone, wherever the host runs");

    private static final ArchRule DEFAULT_LOCALES = noClasses()
            .should(accessTargetWhere(usesOneOf("read the default locale", "java.util.Locale.getDefault")))
            .because("a text in an event or in a report is the same on every host");

    private static final ArchRule RANDOMNESS = noClasses()
            .should(accessTargetWhere(usesOneOf(
                    "draw a random value",
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID",
                    "java.util.concurrent.ThreadLocalRandom.current")))
            .because("identity and randomness come in as arguments, so that the same commands give the same events");

    @Test
    void nothing_reads_the_system_clock() {
        CLOCKS.check(Library.classes());
    }

    @Test
    void nothing_reads_the_default_time_zone() {
        DEFAULT_ZONES.check(Library.classes());
    }

    @Test
    void nothing_reads_the_default_locale() {
        DEFAULT_LOCALES.check(Library.classes());
    }

    @Test
    void nothing_draws_a_random_value() {
        RANDOMNESS.check(Library.classes());
    }

    @Test
    @Tag("R32")
    void nothing_leads_out_of_a_practice_desk() {
        noClasses()
                .that()
                .resideInAPackage("dk.sagsflow.verification.practice")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.net..", "java.nio..", "java.sql..", "java.lang.reflect..")
                .because("nothing that happens at a practice desk is to leave it")
                .check(Library.classes());
    }

    @Test
    void the_rules_see_calls_and_method_references_but_not_clocks_that_are_given() {
        assertThat(violations(CLOCKS)).hasSize(6);
        assertThat(violations(DEFAULT_ZONES)).hasSize(2);
        assertThat(violations(DEFAULT_LOCALES)).hasSize(1);
        assertThat(violations(RANDOMNESS)).hasSize(1);
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(new ClassFileImporter().importClasses(Careless.class))
                .getFailureReport()
                .getDetails();
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheSystemClock() {
        DescribedPredicate<JavaAccess<?>> namedClock = usesOneOf("", CLOCKS_OF_THE_SYSTEM.toArray(String[]::new));
        return DescribedPredicate.describe("read the system clock", access -> {
            AccessTarget target = access.getTarget();
            String owner = target.getOwner().getName();
            boolean now = target.getName().equals("now") && owner.startsWith("java.time.") && !isGivenAClock(target);
            boolean newDate = target.getFullName().equals("java.util.Date.<init>()");
            return now || newDate || namedClock.test(access);
        });
    }

    private static boolean isGivenAClock(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget codeUnit
                && codeUnit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static DescribedPredicate<JavaAccess<?>> usesOneOf(String description, String... methods) {
        Set<String> names = Set.of(methods);
        return DescribedPredicate.describe(description, access -> {
            AccessTarget target = access.getTarget();
            return names.contains(target.getOwner().getName() + "." + target.getName());
        });
    }
}
