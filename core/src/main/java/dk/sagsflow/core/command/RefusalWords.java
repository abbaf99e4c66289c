package dk.sagsflow.core.command;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.text.Vocabulary;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refusals in words, in Danish or English: what was wrong, and what would be allowed; and remarks on what was carried out. They
 * name groups, tiers, systems and
 * cases by their ids, and no customer. Immutable.
 */
public final class RefusalWords {
    private static final String TEXTS = "dk.sagsflow.core.command.refusals";
    private static final Pattern OPTIONAL_PART = Pattern.compile("\\[([^]]*)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final RefusalWords DANISH = new RefusalWords(Locale.forLanguageTag("da"));
    private static final RefusalWords ENGLISH = new RefusalWords(Locale.ENGLISH);

    private final ResourceBundle texts;
    private final Vocabulary vocabulary;

    private RefusalWords(Locale language) {
        this.texts = ResourceBundle.getBundle(TEXTS, language);
        this.vocabulary = Vocabulary.in(language);
    }

    /** Words in this language: Danish if it is Danish, else English. */
    public static RefusalWords in(Locale language) {
        return language.getLanguage().equals("da") ? DANISH : ENGLISH;
    }

    /** The refusal in words, without a full stop. */
    public String of(Refusal refusal) {
        String words = sentence(refusal);
        if (!(refusal instanceof Refusal.WrongWay wrong)) {
            return words;
        }
        return words + filled(texts.getString(wrong.open().isEmpty() ? "open.none" : "open"), values(refusal));
    }

    /** In what a command was carried out otherwise than asked, in words, without a full stop. */
    public String of(Remark remark) {
        return sentence(remark);
    }

    /** Who may do it, in words. */
    public String of(Entitled entitled) {
        return sentence((Record) entitled);
    }

    private String sentence(Object said) {
        Map<String, Object> values = values(said);
        String kind = said.getClass().getSimpleName();
        boolean nothing = values.values().stream().anyMatch(RefusalWords::empty) && texts.containsKey(kind + ".none");
        String words = texts.getString(nothing ? kind + ".none" : kind);
        String more = values.entrySet().stream()
                .filter(value -> value.getValue().equals(true))
                .map(value -> texts.getString(kind + "." + value.getKey()))
                .collect(Collectors.joining());
        return filled(words + more, values);
    }

    /** The components of a record by name: the words name them, so that a kind brings no code for its words. */
    private static Map<String, Object> values(Object said) {
        return Stream.of(said.getClass().getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, component -> value(said, component)));
    }

    private static Object value(Object said, RecordComponent component) {
        try {
            return component.getAccessor().invoke(said);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("component " + component + " cannot be read", unreadable);
        }
    }

    private static Object value(Map<String, Object> values, String name) {
        return requireNonNull(values.get(name), name);
    }

    private static boolean empty(Object value) {
        return (value instanceof Optional<?> optional && optional.isEmpty())
                || (value instanceof Collection<?> collection && collection.isEmpty());
    }

    /** Parts in brackets are left out if what they name is empty. */
    private String filled(String template, Map<String, Object> values) {
        String whole = OPTIONAL_PART.matcher(template).replaceAll(part -> {
            String inner = part.group(1);
            return Matcher.quoteReplacement(names(inner).anyMatch(name -> empty(value(values, name))) ? "" : inner);
        });
        return PLACEHOLDER
                .matcher(whole)
                .replaceAll(name -> Matcher.quoteReplacement(words(value(values, name.group(1)))));
    }

    private static Stream<String> names(String template) {
        return PLACEHOLDER.matcher(template).results().map((MatchResult name) -> name.group(1));
    }

    private String words(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(this::words).orElse("");
        } else if (value instanceof Collection<?> several) {
            String last = texts.getString(value instanceof List<?> ? "and" : "or");
            return joined(several.stream().map(this::words).toList(), " " + last + " ");
        } else if (value instanceof Enum<?> constant) {
            return vocabulary.of(constant);
        }
        return said(value);
    }

    private String said(Object value) {
        if (value instanceof Refusal refusal) {
            return of(refusal);
        }
        return value instanceof Entitled || value instanceof ImportProblem ? sentence(value) : value.toString();
    }

    private static String joined(List<String> several, String last) {
        int end = several.size() - 1;
        return end < 1
                ? String.join("", several)
                : String.join(", ", several.subList(0, end)) + last + several.get(end);
    }
}
