package dk.sagsflow.knowledge.json;

import java.util.function.Function;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.type.TypeFactory;
import tools.jackson.databind.util.Converter;

/** One type that is written, or read, as another. */
record Conversion<I, O>(Function<TypeFactory, JavaType> from, Function<TypeFactory, JavaType> to, Function<I, O> how)
        implements Converter<I, O> {
    static <I, O> Conversion<I, O> of(Class<I> from, Class<O> to, Function<I, O> how) {
        return new Conversion<>(types -> types.constructType(from), types -> types.constructType(to), how);
    }

    @Override
    public O convert(DeserializationContext context, I value) {
        return how.apply(value);
    }

    @Override
    public O convert(SerializationContext context, I value) {
        return how.apply(value);
    }

    @Override
    public JavaType getInputType(TypeFactory types) {
        return from.apply(types);
    }

    @Override
    public JavaType getOutputType(TypeFactory types) {
        return to.apply(types);
    }
}
