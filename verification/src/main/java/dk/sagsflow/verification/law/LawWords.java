package dk.sagsflow.verification.law;

import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Laws in words that those who own a model understand, in Danish or English. Immutable. */
public final class LawWords {
    private static final String TEXTS = "dk.sagsflow.verification.law.law";
    private static final Locale DANISH = Locale.forLanguageTag("da");

    private final ResourceBundle texts;

    private LawWords(Locale language) {
        this.texts = ResourceBundle.getBundle(TEXTS, language);
    }

    /** Words in this language: Danish if it is Danish, else English. */
    public static LawWords in(Locale language) {
        return new LawWords(language.getLanguage().equals(DANISH.getLanguage()) ? DANISH : Locale.ENGLISH);
    }

    /** What a law says, in a sentence. */
    public String of(Law law) {
        String cases = law.when().equals(Condition.always())
                ? texts.getString("cases.all")
                : words("cases.some", of(law.when()));
        Sentence sentence = law.sentence();
        if (sentence instanceof Sentence.Due due) {
            return words("due", cases, due.measure(), of(due.limit()));
        } else if (sentence instanceof Sentence.Heard heard) {
            return words("heard", cases, of(heard.limit()));
        } else if (sentence instanceof Sentence.Told told) {
            return words("told", cases, of(told.at()), of(told.limit()));
        }
        return has(cases, sentence);
    }

    private String has(String cases, Sentence sentence) {
        if (sentence instanceof Sentence.Has has) {
            return words("has", cases, has.group(), of(has.limit()));
        } else if (sentence instanceof Sentence.HasShare share) {
            return words("has.share", cases, share.group(), share.percent());
        } else if (sentence instanceof Sentence.Passes passes) {
            return passes.before()
                    .map(place -> words("passes.before", cases, passes.group(), of(place)))
                    .orElseGet(() -> words("passes", cases, passes.group()));
        }
        return words("only", cases, of(((Sentence.OnlyThese) sentence).at()));
    }

    private String of(HandOverEnd place) {
        return place instanceof HandOverEnd.AtTier there
                ? words("tier", there.tier())
                : words("group", ((HandOverEnd.AtGroup) place).group());
    }

    private String of(Limit limit) {
        if (limit instanceof Limit.OverNight night) {
            return words("night", night.begins(), night.ends());
        }
        Limit.Within within = (Limit.Within) limit;
        String amount = of(within.budget());
        return within.named().map(calendar -> words("on", amount, calendar)).orElseGet(() -> words("hours", amount));
    }

    private String of(Budget budget) {
        if (budget instanceof Budget.ServiceTime time) {
            return of(time.amount());
        }
        WorkingDays days = ((Budget.InWorkingDays) budget).limit();
        return days.buffer().isZero()
                ? words("days", days.days())
                : words("days.buffer", days.days(), of(days.buffer()));
    }

    private static String of(Duration amount) {
        String minutes = amount.toMinutesPart() == 0 ? "" : " " + amount.toMinutesPart() + " min";
        return (amount.toHours() + " h" + minutes).strip();
    }

    private String of(Condition condition) {
        if (condition instanceof Condition.Is is) {
            return words("is", texts.getString("field." + is.field().name()), joined("or", is.values()));
        } else if (condition instanceof Condition.Has has) {
            return words(
                    "is",
                    has.attribute(),
                    joined(
                            "or",
                            has.values().stream().map(AttributeValue::describe).toList()));
        } else if (condition instanceof Condition.Mentions mentions) {
            return words("mentions", joined("or", mentions.words().words()));
        } else if (condition instanceof Condition.Not not) {
            return words("not", of(not.condition()));
        } else if (condition instanceof Condition.Any any) {
            return "(" + joined("or", any.conditions().stream().map(this::of).toList()) + ")";
        }
        return joined(
                "and",
                ((Condition.All) condition).conditions().stream().map(this::of).toList());
    }

    private String joined(String word, Collection<String> parts) {
        return parts.stream().collect(Collectors.joining(texts.getString(word)));
    }

    private String words(String key, Object... values) {
        Object[] shown = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            shown[i] = values[i].toString();
        }
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(shown);
    }
}
