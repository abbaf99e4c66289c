package dk.sagsflow.testkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CustomerCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A mapper of the host's own, as it is made, writes the right thing or says what writes it: never nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainMapperTest {
    private static final JsonMapper PLAIN = new JsonMapper();

    /** What hosts see that is built, or a value written by hand, and so has no properties in the eyes of a mapper. */
    static Stream<Class<?>> built() throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "public-types.txt")).stream()
                .flatMap(name -> type(name).stream())
                .filter(type -> isBuilt(type) || isWrittenByHand(type));
    }

    private static boolean isBuilt(Class<?> type) {
        return type.isInterface()
                && Arrays.stream(type.getInterfaces())
                        .anyMatch(parent -> parent.getSimpleName().equals("With" + type.getSimpleName()));
    }

    private static boolean isWrittenByHand(Class<?> type) {
        return !type.isRecord()
                && !type.isInterface()
                && !type.getSimpleName().startsWith("Immutable")
                && Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals("equals"));
    }

    private static Optional<Class<?>> type(String name) {
        try {
            return Optional.of(Class.forName(name, false, PlainMapperTest.class.getClassLoader()));
        } catch (ClassNotFoundException nested) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void every_value_that_is_built_says_how_it_is_written(Class<?> type) {
        assertThat(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    @Test
    void they_are_many() throws IOException {
        assertThat(built()).hasSizeGreaterThan(20);
    }

    @Test
    void a_case_is_not_written_as_an_empty_object() {
        SupportCase whole = Samples.of(SupportCase.class);
        CustomerCase shown = Samples.of(CustomerCase.class);

        assertThat(ImmutableList.of(
                        whole, shown, new CaseView.ForOperator(whole), Optional.of(shown), ImmutableList.of(whole)))
                .allSatisfy(value -> assertThatThrownBy(() -> PLAIN.writeValueAsString(value))
                        .isInstanceOf(JacksonException.class)
                        .hasMessageContaining("is not written by a plain mapper")
                        .hasMessageContaining("use ViewJson"));
    }

    @Test
    void a_request_is_not_written_as_an_empty_object() {
        assertThat(ImmutableList.of(Samples.of(CaseRequest.class), Samples.of(Registration.class)))
                .allSatisfy(value -> assertThatThrownBy(() -> PLAIN.writeValueAsString(value))
                        .hasMessageContaining("use RequestJson"));
    }
}
