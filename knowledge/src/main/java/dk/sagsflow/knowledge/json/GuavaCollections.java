package dk.sagsflow.knowledge.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;
import tools.jackson.databind.type.TypeFactory;

/** Reads the immutable lists, sets and maps of which events are made, in their order. */
final class GuavaCollections extends JacksonModule {
    @Override
    public String getModuleName() {
        return "immutable-collections";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        SetupContext unused = context.addDeserializers(new Reading());
    }

    private static final class Reading implements Deserializers {
        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return type == ImmutableList.class || type == ImmutableSet.class || type == ImmutableMap.class;
        }

        @Override
        public @Nullable ValueDeserializer<?> findCollectionDeserializer(
                CollectionType type,
                DeserializationConfig config,
                BeanDescription.Supplier described,
                @Nullable TypeDeserializer typed,
                @Nullable ValueDeserializer<?> element) {
            if (type.hasRawClass(ImmutableList.class)) {
                return read(type, types -> listOf(types, type), ImmutableList::copyOf);
            }
            return type.hasRawClass(ImmutableSet.class)
                    ? read(type, types -> listOf(types, type), ImmutableSet::copyOf)
                    : null;
        }

        private static JavaType listOf(TypeFactory types, JavaType type) {
            return types.constructCollectionType(List.class, type.getContentType());
        }

        private static <O> ValueDeserializer<O> read(
                JavaType type, Function<TypeFactory, JavaType> as, Function<Collection<Object>, O> copy) {
            return new StdConvertingDeserializer<>(new Conversion<>(as, types -> type, copy));
        }

        @Override
        public @Nullable ValueDeserializer<?> findMapDeserializer(
                MapType type,
                DeserializationConfig config,
                BeanDescription.Supplier described,
                @Nullable KeyDeserializer key,
                @Nullable TypeDeserializer typed,
                @Nullable ValueDeserializer<?> element) {
            Function<Map<Object, Object>, ImmutableMap<Object, Object>> copy = ImmutableMap::copyOf;
            return type.hasRawClass(ImmutableMap.class)
                    ? new StdConvertingDeserializer<>(new Conversion<>(
                            types -> types.constructMapType(
                                    LinkedHashMap.class, type.getKeyType(), type.getContentType()),
                            types -> type,
                            copy))
                    : null;
        }
    }
}
