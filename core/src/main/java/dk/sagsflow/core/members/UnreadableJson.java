package dk.sagsflow.core.members;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.bounds.OutOfBoundsException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Why Jackson could not read what it was given, without a word of what that says: it may be an address, a name or a text of a
 * person, and what a failure says gets into logs.
 */
public final class UnreadableJson {
    /** What members, kinds and languages are called. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");

    private UnreadableJson() {}

    /** What was expected, and where. */
    public static String why(JacksonException failure) {
        return failure instanceof StreamReadException ? malformed(failure) : place(failure) + expected(failure);
    }

    /** What something is said to be, a format, a kind or a number; not if that is no name. */
    public static String name(@Nullable JsonNode said) {
        return said == null || said.isNull() ? "null" : said.isNumber() ? said.toString() : name(said.asString(""));
    }

    private static String name(@Nullable String said) {
        return said != null && NAME.matcher(said).matches() ? said : "…";
    }

    /** Of what the values themselves refuse, what they say. */
    private static String expected(JacksonException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "it has no member " + name(unknown.getPropertyName()) + known(unknown);
        } else if (failure instanceof InvalidTypeIdException other) {
            return "its kind " + name(other.getTypeId()) + " is not known";
        }
        return refused(failure)
                .or(() -> failure instanceof MismatchedInputException mismatched
                        ? Optional.ofNullable(mismatched.getTargetType()).map(UnreadableJson::needed)
                        : Optional.empty())
                .orElse("it is not what is expected");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null ? "" : "; known are " + unknown.getKnownPropertyIds();
    }

    private static String needed(Class<?> type) {
        String needed = type.getSimpleName() + " is expected";
        return type.isEnum()
                ? needed
                        + Arrays.stream(type.getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ", "; allowed are ", ""))
                : needed;
    }

    /** What the value that was to be made says, in words of ours; what the platform says of a text quotes it. */
    private static Optional<String> refused(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            boolean ours = cause.getClass().equals(IllegalArgumentException.class)
                    || cause.getClass().equals(IllegalStateException.class)
                    || cause.getClass().equals(NullPointerException.class)
                    || cause instanceof OutOfBoundsException;
            if (ours) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return Optional.empty();
    }

    private static String malformed(JacksonException failure) {
        TokenStreamLocation at = requireNonNull(failure.getLocation(), "location");
        return "it is no JSON at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String place(JacksonException failure) {
        String path = failure.getPath().stream()
                .map(part ->
                        part.getPropertyName() == null ? String.valueOf(part.getIndex()) : name(part.getPropertyName()))
                .collect(Collectors.joining("/"));
        return path.isEmpty() ? "" : "/" + path + ": ";
    }
}
