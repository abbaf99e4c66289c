package dk.sagsflow.routing.triage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.condition.CaseField;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Decisions of triage in words that a supporter understands, in Danish or English. They quote attributes of the case and the
 * words of rules, not its text. Immutable.
 */
public final class TriageWords {
    private static final String TEXTS = "dk.sagsflow.routing.triage.triage";
    private static final Locale DANISH = Locale.forLanguageTag("da");

    private final ResourceBundle texts;

    private TriageWords(Locale language) {
        this.texts = ResourceBundle.getBundle(TEXTS, language);
    }

    /** Words in this language: Danish if it is Danish, else English. */
    public static TriageWords in(Locale language) {
        return new TriageWords(language.getLanguage().equals(DANISH.getLanguage()) ? DANISH : Locale.ENGLISH);
    }

    /** A line for where the case is to go, and one for each rule that was asked, in listed order. */
    public ImmutableList<String> of(TriageDecision decision) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        lines.add(proposal(decision));
        decision.reasons().forEach(reason -> lines.add(of(reason)));
        return lines.build();
    }

    private String proposal(TriageDecision decision) {
        return decision.rule()
                .map(rule -> words("proposed", rule.to(), rule.name()))
                .orElseGet(() -> decision.current()
                        .working()
                        .map(Station::group)
                        .map(group -> words("staying", group))
                        .orElseGet(() -> words("answered")));
    }

    /** Why a rule matched or did not. */
    public String of(RuleReason reason) {
        if (reason.observations().isEmpty()) {
            return words("matched.always", reason.rule().name());
        }
        String observed = reason.observations().stream().map(this::of).collect(Collectors.joining("; "));
        return words(reason.matched() ? "matched" : "passed", reason.rule().name(), observed);
    }

    /** What the case had of what a rule asks for. */
    public String of(Observation observation) {
        if (observation instanceof Observation.OfField field) {
            String name = name(field.asked().field());
            return compared(observation, name, field.had(), field.asked().values());
        } else if (observation instanceof Observation.OfAttribute attribute) {
            List<String> asked =
                    attribute.asked().values().stream().map(this::value).toList();
            return compared(
                    observation,
                    attribute.asked().attribute().value(),
                    attribute.had().map(this::value),
                    ImmutableSet.copyOf(asked));
        } else if (observation instanceof Observation.OfWords mentioned) {
            return mentioned(mentioned);
        } else if (observation instanceof Observation.OfCalendar calendar) {
            String key = "calendar." + (calendar.open() ? "open" : "closed") + (calendar.holds() ? "" : ".other");
            return words(key, calendar.asked().id());
        }
        throw new IllegalArgumentException("no words for " + observation);
    }

    private String compared(Observation observation, String name, Optional<String> had, ImmutableSet<String> asked) {
        if (observation.holds()) {
            return words(observation.wanted() ? "is" : "is.left-out", name, had.orElseThrow());
        }
        return had.map(value -> words("is.not", name, value, alternatives(asked)))
                .orElseGet(() -> words("is.none", name, alternatives(asked)));
    }

    private String mentioned(Observation.OfWords mentioned) {
        return mentioned
                .found()
                .map(word -> words(mentioned.wanted() ? "mentions" : "mentions.left-out", word))
                .orElseGet(() -> words(
                        "mentions.none", alternatives(mentioned.asked().words().words())));
    }

    private String alternatives(ImmutableSet<String> values) {
        return String.join(" " + texts.getString("or") + " ", values);
    }

    private String name(CaseField field) {
        return texts.getString("field." + field.name());
    }

    private String value(AttributeValue value) {
        return value instanceof AttributeValue.YesNo answer
                ? texts.getString(answer.yes() ? "yes" : "no")
                : value.describe();
    }

    private String words(String key, Object... values) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
    }
}
