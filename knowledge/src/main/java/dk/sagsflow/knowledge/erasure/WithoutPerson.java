package dk.sagsflow.knowledge.erasure;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Personal;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.RecordOfPerson;
import dk.sagsflow.knowledge.history.Stamp;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Events without a person, by what their records are made of: so a kind that is added needs nothing here but {@link Personal}. An
 * event that says nothing of the person is given back as it is.
 *
 * @param names what the person is called, as an actor and as a customer
 * @param instead what stands there afterwards
 */
record WithoutPerson(ImmutableSet<String> names, String instead) implements UnaryOperator<KnowledgeEvent> {
    @Override
    public KnowledgeEvent apply(KnowledgeEvent event) {
        return (KnowledgeEvent) without(event);
    }

    private Object without(Object value) {
        if (value instanceof ActorId actor) {
            return names.contains(actor.value()) ? ActorId.of(instead) : actor;
        } else if (value instanceof CustomerId customer) {
            return names.contains(customer.value()) ? CustomerId.of(instead) : customer;
        } else if (value instanceof RecordId record) {
            return ofPerson(record) ? RecordId.of(record.kind(), instead) : record;
        } else if (value instanceof Optional<?> optional) {
            return optional.map(this::without);
        } else if (value instanceof Collection<?> several) {
            return several(several);
        } else if (value instanceof ImmutableMap<?, ?> map) {
            return map(map);
        }
        return value instanceof Record record ? record(record) : value;
    }

    private boolean ofPerson(RecordId record) {
        return RecordOfPerson.includes(record) && names.contains(record.value());
    }

    private Collection<?> several(Collection<?> values) {
        Stream<Object> without = values.stream().map(this::without);
        return values instanceof ImmutableSet<?>
                ? without.collect(ImmutableSet.toImmutableSet())
                : without.collect(ImmutableList.toImmutableList());
    }

    private ImmutableMap<?, ?> map(ImmutableMap<?, ?> map) {
        Map<Object, Object> without = new LinkedHashMap<>();
        map.forEach((key, value) -> without.put(without(key), without(value)));
        return ImmutableMap.copyOf(without);
    }

    private Record record(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values =
                Arrays.stream(components).map(each -> value(record, each)).toArray();
        boolean about = Arrays.stream(values).anyMatch(this::names);
        Object[] without = new Object[values.length];
        for (int place = 0; place < values.length; place++) {
            Personal personal = components[place].getAnnotation(Personal.class);
            without[place] =
                    about && personal != null ? erased(values[place], personal.value()) : without(values[place]);
        }
        return Arrays.equals(values, without) ? record : made(record.getClass(), components, without);
    }

    /** Whether the record that it belongs to is about the person. */
    private boolean names(Object value) {
        if (value instanceof Stamp stamp) {
            return names.contains(stamp.by().value()) || ofPerson(stamp.record());
        } else if (value instanceof ActorId actor) {
            return names.contains(actor.value());
        } else if (value instanceof CustomerId customer) {
            return names.contains(customer.value());
        }
        return value instanceof Optional<?> optional
                && optional.filter(this::names).isPresent();
    }

    private static Object erased(Object value, String words) {
        if (value instanceof Optional<?> optional) {
            return optional.map(some -> erased(some, words));
        } else if (value instanceof ImmutableSet<?> set) {
            return set.isEmpty() ? set : ImmutableSet.of(words);
        } else if (value instanceof ImmutableList<?> list) {
            return list.isEmpty() ? list : ImmutableList.of(words);
        }
        return value instanceof String text && text.isEmpty() ? text : words;
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("component " + component + " cannot be read", unreadable);
        }
    }

    private static Record made(Class<? extends Record> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<? extends Record> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException unfit) {
            throw new IllegalStateException(type + " cannot be made without a person", unfit);
        }
    }
}
