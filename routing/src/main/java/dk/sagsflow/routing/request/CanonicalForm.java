package dk.sagsflow.routing.request;

import dk.sagsflow.core.command.Registration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Commands and registrations as text that is the same whenever they are equal, on every machine and in every release: kinds
 * and parts by name, parts in alphabetical order, each text with its length before it. What is absent is left out, so that a
 * part added later changes nothing for those that do not have it.
 */
final class CanonicalForm {
    private CanonicalForm() {}

    static String of(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(CanonicalForm::of).orElse("");
        }
        if (value instanceof Map<?, ?> map) {
            return joined(map.entrySet().stream().map(entry -> of(entry.getKey()) + "=" + of(entry.getValue())), true);
        }
        if (value instanceof Collection<?> values) {
            return joined(values.stream().map(CanonicalForm::of), values instanceof Set);
        }
        if (value instanceof Record) {
            return value.getClass().getSimpleName() + parts(recordParts(value));
        }
        return value instanceof Registration registration
                ? "Registration" + parts(registrationParts(registration))
                : text(value instanceof Enum<?> constant ? constant.name() : value.toString());
    }

    private static String text(String value) {
        return value.length() + ":" + value;
    }

    private static String joined(Stream<String> forms, boolean sorted) {
        return (sorted ? forms.sorted() : forms).collect(Collectors.joining(",", "[", "]"));
    }

    private static String parts(Map<String, Object> parts) {
        return parts.entrySet().stream()
                .filter(part -> !absent(part.getValue()))
                .map(part -> part.getKey() + "=" + of(part.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static boolean absent(Object value) {
        return (value instanceof Optional<?> optional && optional.isEmpty())
                || (value instanceof Collection<?> values && values.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static Map<String, Object> recordParts(Object value) {
        Map<String, Object> parts = new TreeMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            parts.put(component.getName(), read(component.getAccessor(), value));
        }
        return parts;
    }

    private static Map<String, Object> registrationParts(Registration registration) {
        Map<String, Object> parts = new TreeMap<>();
        for (Method part : Registration.class.getDeclaredMethods()) {
            boolean isPart = part.getParameterCount() == 0
                    && !part.isSynthetic()
                    && Modifier.isPublic(part.getModifiers())
                    && !Modifier.isStatic(part.getModifiers())
                    && part.getReturnType() != void.class;
            if (isPart) {
                parts.put(part.getName(), read(part, registration));
            }
        }
        return parts;
    }

    private static Object read(Method part, Object value) {
        try {
            return part.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("part " + part.getName() + " of a request cannot be read", e);
        }
    }
}
