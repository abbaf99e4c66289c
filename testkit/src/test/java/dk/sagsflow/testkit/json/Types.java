package dk.sagsflow.testkit.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.reflect.TypeToken;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What types of the library consist of, found by reflection, so that nothing added later is left out. */
final class Types {
    private Types() {}

    /** The components of a record in order, or the attributes of a value by name. */
    static ImmutableMap<String, Type> members(Class<?> type) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .collect(ImmutableMap.toImmutableMap(RecordComponent::getName, RecordComponent::getGenericType));
        }
        return accessors(type).collect(ImmutableMap.toImmutableMap(Method::getName, Method::getGenericReturnType));
    }

    /** The type of one of them. */
    static Type member(Class<?> type, String name) {
        return requireNonNull(members(type).get(name), name);
    }

    /** What gives another value of the type is no member of it. */
    private static Stream<Method> accessors(Class<?> value) {
        return Arrays.stream(value.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && !Modifier.isPrivate(method.getModifiers())
                        && !method.isSynthetic()
                        && method.getReturnType() != void.class
                        && method.getReturnType() != value
                        && !method.getName().equals("check"))
                .sorted(Comparator.comparing(Method::getName));
    }

    /** The members of a value that have to be given: those that are neither optional nor several, nor have a default. */
    static boolean required(Class<?> type, String member) {
        Class<?> raw = raw(member(type, member));
        boolean given = type.isRecord()
                || accessors(type).noneMatch(method -> method.getName().equals(member) && method.isDefault());
        return given && raw != Optional.class && (type.isRecord() ? !maybeLeftOut(type, member) : !several(raw));
    }

    /** Whether this component of a record is read as empty where it is not written. */
    private static boolean maybeLeftOut(Class<?> type, String member) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(member))
                .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonSetter.class));
    }

    static boolean several(Class<?> raw) {
        return Collection.class.isAssignableFrom(raw) || raw == ImmutableMap.class;
    }

    /** The kinds of a sealed type, whatever lies between, by name: compilers list them in an order of their own. */
    static ImmutableList<Class<?>> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? kinds(kind).stream() : Stream.of(kind))
                .distinct()
                .sorted(Comparator.comparing(Types::kindName))
                .collect(ImmutableList.toImmutableList());
    }

    /** The member that names the kind, of a sealed type or of what it is part of. */
    static Optional<String> kindMember(Class<?> sealed) {
        return Stream.concat(Stream.of(sealed), Arrays.stream(sealed.getInterfaces()))
                .flatMap(type -> Optional.ofNullable(type.getAnnotation(JsonTypeInfo.class)).stream())
                .map(JsonTypeInfo::property)
                .findFirst();
    }

    /** What JSON calls a kind. */
    static String kindName(Class<?> kind) {
        JsonTypeName name = kind.getAnnotation(JsonTypeName.class);
        return name == null ? kind.getSimpleName() : name.value();
    }

    /** What is written of a type in its place; empty if it is written by its members. */
    static Optional<Type> writtenAs(Class<?> type) {
        if (!type.isRecord()) {
            return Optional.empty();
        }
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(JsonValue.class))
                .map(RecordComponent::getGenericType)
                .findFirst();
    }

    static Type argument(Type type, int index) {
        return TypeToken.of(type)
                .resolveType(raw(type).getTypeParameters()[index])
                .getType();
    }

    static Class<?> raw(Type type) {
        return TypeToken.of(type).getRawType();
    }

    /** What a schema calls a type: that of {@code RelatedCase} is {@code relatedCase}. */
    static String definition(Class<?> type) {
        return CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_CAMEL, type.getSimpleName());
    }
}
