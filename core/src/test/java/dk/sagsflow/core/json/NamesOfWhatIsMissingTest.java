package dk.sagsflow.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.sagsflow.core.cases.CaseNumber;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A command or an event, or a part of one, that lacks something says by name what it lacks. */
class NamesOfWhatIsMissingTest {
    private static final Path EVENTS = Path.of("src/test/resources/golden/events-format-1.jsonl");
    private final Map<Class<?>, Record> samples = new LinkedHashMap<>();

    @TestFactory
    Stream<DynamicTest> what_is_null_is_named() throws IOException {
        CaseEventJson json = new CaseEventJson();
        Files.readAllLines(EVENTS).forEach(line -> gather(json.read(line)));
        RequestJsonTest.commands().forEach(this::gather);
        assertThat(samples).hasSizeGreaterThan(60);

        return samples.values().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getClass().getName(), () -> check(sample)));
    }

    /** One of each type of ours, whatever it is a part of. */
    private void gather(Object value) {
        if (value instanceof Optional<?> perhaps) {
            perhaps.ifPresent(this::gather);
        } else if (value instanceof Collection<?> several) {
            several.forEach(this::gather);
        } else if (value instanceof Record sample
                && ours(sample.getClass())
                && samples.putIfAbsent(sample.getClass(), sample) == null) {
            Arrays.stream(sample.getClass().getRecordComponents()).forEach(part -> gather(read(sample, part)));
        }
    }

    private static boolean ours(Class<?> type) {
        return type.getPackageName().equals("dk.sagsflow.core.cases")
                || type.getPackageName().equals("dk.sagsflow.core.command");
    }

    private static void check(Record sample) throws ReflectiveOperationException {
        RecordComponent[] parts = sample.getClass().getRecordComponents();
        Constructor<?> whole = sample.getClass()
                .getDeclaredConstructor(
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        for (int place = 0; place < parts.length; place++) {
            if (!parts[place].getType().isPrimitive()) {
                Object[] values =
                        Arrays.stream(parts).map(part -> read(sample, part)).toArray();
                Array.set(values, place, null);
                assertThat(catchThrowable(() -> whole.newInstance(values)))
                        .as(parts[place].getName())
                        .isInstanceOf(InvocationTargetException.class)
                        .cause()
                        .isInstanceOf(NullPointerException.class)
                        .hasMessage(name(sample, parts[place]));
            }
        }
    }

    /** A number of a case is nothing but its value, so the type says more. */
    private static String name(Record sample, RecordComponent part) {
        return sample instanceof CaseNumber ? "case number" : part.getName();
    }

    private static Object read(Record sample, RecordComponent part) {
        try {
            return part.getAccessor().invoke(sample);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
