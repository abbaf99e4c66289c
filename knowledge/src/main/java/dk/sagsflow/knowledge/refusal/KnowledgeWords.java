package dk.sagsflow.knowledge.refusal;

import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RefusalWords;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people read of the knowledge base, in Danish or English: refusals and the constants of its domain. The words of a
 * record stand in {@code words_da.properties} under its name and name its components, so that a kind brings no code for them:
 * {@code {id}} is a component, a part in brackets is left out if what it names is empty. Immutable.
 */
public final class KnowledgeWords {
    private static final String TEXTS = "dk.sagsflow.knowledge.refusal.words";
    private static final Pattern OPTIONAL_PART = Pattern.compile("\\[([^]]*)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final KnowledgeWords DANISH = new KnowledgeWords(Locale.forLanguageTag("da"));
    private static final KnowledgeWords ENGLISH = new KnowledgeWords(Locale.ENGLISH);

    private final ResourceBundle texts;
    private final RefusalWords desk;

    private KnowledgeWords(Locale language) {
        this.texts = ResourceBundle.getBundle(TEXTS, language);
        this.desk = RefusalWords.in(language);
    }

    /** Words in this language: Danish if it is Danish, else English. */
    public static KnowledgeWords in(Locale language) {
        return language.getLanguage().equals("da") ? DANISH : ENGLISH;
    }

    /** The refusal in words, without a full stop. */
    public String of(KnowledgeRefusal refusal) {
        return sentence(refusal);
    }

    /** The words for a constant of the knowledge base: {@code published}. */
    public String of(Enum<?> constant) {
        return texts.getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** The words for a record that has some: a readership, the holder of a right. */
    public String of(Record said) {
        return sentence(said);
    }

    /** Why something is suggested: which words of a case stand in it. */
    public String ofWordsShared(Collection<String> words) {
        return filled("WordsShared", Map.of("words", words));
    }

    /** The words that stand under a name and say these values. */
    public String of(String name, Map<String, ?> values) {
        return filled(name, Map.copyOf(values));
    }

    private String sentence(Object said) {
        Map<String, Object> values = Stream.of(said.getClass().getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, component -> value(said, component)));
        return filled(said.getClass().getSimpleName(), values);
    }

    private String filled(String kind, Map<String, Object> values) {
        String template = texts.getString(kind);
        String whole = OPTIONAL_PART.matcher(template).replaceAll(part -> {
            boolean nothing = PLACEHOLDER
                    .matcher(part.group(1))
                    .results()
                    .anyMatch(name -> empty(values.getOrDefault(name.group(1), "")));
            return Matcher.quoteReplacement(nothing ? "" : part.group(1));
        });
        return PLACEHOLDER
                .matcher(whole)
                .replaceAll(name -> Matcher.quoteReplacement(words(values.getOrDefault(name.group(1), ""))));
    }

    private static Object value(Object said, RecordComponent component) {
        try {
            return component.getAccessor().invoke(said);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("component " + component + " cannot be read", unreadable);
        }
    }

    private static boolean empty(Object value) {
        return (value instanceof Optional<?> optional && optional.isEmpty())
                || (value instanceof Collection<?> collection && collection.isEmpty());
    }

    private String words(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(this::words).orElse("");
        } else if (value instanceof Collection<?> several) {
            return several.stream().map(this::words).collect(Collectors.joining(", "));
        } else if (value instanceof Enum<?> constant) {
            return of(constant);
        } else if (value instanceof Duration duration) {
            return String.format(Locale.ROOT, "%d:%02d", duration.toHours(), duration.toMinutesPart());
        } else if (value instanceof Refusal refusal) {
            return desk.of(refusal);
        }
        boolean known =
                value instanceof Record && texts.containsKey(value.getClass().getSimpleName());
        return known ? sentence(value) : value.toString();
    }
}
