package dk.sagsflow.verification.script;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.command.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What refusals are called in JSON, and in scenarios. */
public final class RefusalKinds {
    private RefusalKinds() {}

    /** What this refusal is called. */
    public static String of(Refusal refusal) {
        return name(refusal.getClass()).orElseThrow();
    }

    static ImmutableSet<String> names() {
        return kinds(Refusal.class).flatMap(kind -> name(kind).stream()).collect(ImmutableSet.toImmutableSet());
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RefusalKinds::kinds)
                : Stream.of(type);
    }

    private static Optional<String> name(Class<?> kind) {
        return Optional.ofNullable(kind.getAnnotation(JsonTypeName.class)).map(JsonTypeName::value);
    }
}
