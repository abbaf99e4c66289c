package dk.sagsflow.testkit.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Primitives;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.ContentDigest;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.watcher.Watcher;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Values of any type of the library, with everything filled in. */
final class Samples {
    private static final Attachment ATTACHMENT = new Attachment(
            AttachmentId.of("0c8a2b54-4a1f-4a8e-9a53-1f9f5f6d7e01"),
            "screenshot.png",
            "image/png",
            48_213,
            ContentDigest.of("0f".repeat(32)));

    private static final ImmutableMap<Class<?>, Object> PLAIN = ImmutableMap.<Class<?>, Object>builder()
            .put(String.class, "red")
            .put(int.class, 3)
            .put(long.class, 4L)
            .put(Long.class, 4L)
            .put(boolean.class, true)
            .put(BigDecimal.class, new BigDecimal("1.50"))
            .put(Instant.class, Instant.parse("2007-08-01T08:00:00Z"))
            .put(LocalDate.class, LocalDate.of(2008, 2, 29))
            .put(LocalDateTime.class, LocalDateTime.of(2008, 2, 29, 12, 30))
            .put(Duration.class, Duration.ofMinutes(90))
            .put(Side.class, Side.CUSTOMER)
            .put(Attachment.class, ATTACHMENT)
            .put(AttachmentId.class, ATTACHMENT.id())
            .put(Watcher.Colleague.class, new Watcher.Colleague("colleague@example.dk"))
            .buildOrThrow();

    private Samples() {}

    /** A value of this type. */
    static <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    /** A value of each kind of a sealed type. */
    static <T> ImmutableList<T> kinds(Class<T> sealed) {
        return Types.kinds(sealed).stream()
                .map(kind -> sealed.cast(value(kind)))
                .collect(ImmutableList.toImmutableList());
    }

    private static Object value(Type type) {
        Class<?> raw = Types.raw(type);
        if (raw == Optional.class) {
            return Optional.of(value(Types.argument(type, 0)));
        } else if (raw.isAssignableFrom(ImmutableList.class) && raw != Object.class) {
            return ImmutableList.of(value(Types.argument(type, 0)));
        } else if (raw == ImmutableSet.class) {
            return ImmutableSet.of(value(Types.argument(type, 0)));
        } else if (raw == ImmutableMap.class) {
            return ImmutableMap.of(value(Types.argument(type, 0)), value(Types.argument(type, 1)));
        }
        return Optional.<Object>ofNullable(PLAIN.get(raw)).orElseGet(() -> made(raw));
    }

    private static Object made(Class<?> raw) {
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        } else if (raw.isSealed()) {
            return value(Types.kinds(raw).get(0));
        }
        try {
            return raw.isRecord() ? record(raw) : built(raw);
        } catch (ReflectiveOperationException unmade) {
            throw new LinkageError("no sample of " + raw, unmade);
        }
    }

    private static Object record(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(Arrays.stream(components)
                .map(component -> value(component.getGenericType()))
                .toArray());
    }

    /** What the builder of a value builds when everything is given that it takes. */
    private static Object built(Class<?> type) throws ReflectiveOperationException {
        Object builder = builder(type);
        for (var member : Types.members(type).entrySet()) {
            give(builder, member.getKey(), value(member.getValue()));
        }
        Method build = builder.getClass().getMethod("build");
        build.setAccessible(true);
        return build.invoke(builder);
    }

    private static Object builder(Class<?> type) throws ReflectiveOperationException {
        Class<?> builder = Class.forName(type.getName() + "$Builder");
        Constructor<?> constructor = builder.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static void give(Object builder, String member, Object value)
            throws IllegalAccessException, InvocationTargetException {
        String several = member.substring(0, 1).toUpperCase(Locale.ROOT) + member.substring(1);
        for (Method method : builder.getClass().getMethods()) {
            boolean fits = ImmutableSet.of(member, "addAll" + several, "putAll" + several)
                            .contains(method.getName())
                    && method.getParameterCount() == 1
                    && Primitives.wrap(method.getParameterTypes()[0]).isInstance(value);
            if (fits) {
                method.setAccessible(true);
                Object unused = method.invoke(builder, value);
                return;
            }
        }
    }
}
