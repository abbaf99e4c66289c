package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.WaitingFor;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Explanations in words that a superuser understands, in Danish or English, in the local time of the target's calendar.
 * Immutable.
 */
public final class ExplanationWords {
    private static final String TEXTS = "dk.sagsflow.sla.clock.explanation";
    private static final Locale DANISH = Locale.forLanguageTag("da");

    private final ResourceBundle texts;
    private final DateTimeFormatter time;

    private ExplanationWords(Locale language) {
        this.texts = ResourceBundle.getBundle(TEXTS, language);
        // Names of days stand in the texts, because those of the platform change between its releases.
        this.time = DateTimeFormatter.ofPattern(texts.getString("time"), language);
    }

    /** Words in this language: Danish if it is Danish, else English. */
    public static ExplanationWords in(Locale language) {
        return new ExplanationWords(language.getLanguage().equals(DANISH.getLanguage()) ? DANISH : Locale.ENGLISH);
    }

    /** A line for each step, and one for what the clock shows. */
    public ImmutableList<String> of(Explanation explanation) {
        ZoneId zone = explanation.reading().selected().target().calendar().zone();
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        for (TraceStep step : explanation.steps()) {
            lines.add(line(step, zone));
        }
        return lines.add(sum(explanation.reading(), zone)).build();
    }

    private String line(TraceStep step, ZoneId zone) {
        if (step instanceof TraceStep.Under under) {
            return words("under", under.agreement(), under.version(), under.target());
        } else if (step instanceof TraceStep.OwnPriority own) {
            return words(
                    "priority",
                    own.used().name(),
                    texts.getString("impact." + own.impact().name()),
                    texts.getString("urgency." + own.urgency().name()),
                    own.recorded().map(Enum::name).orElse("-"));
        } else if (step instanceof TraceStep.Started started) {
            return words("started", at(started.at(), zone), event(started.kind()));
        } else if (step instanceof TraceStep.Stopped stopped) {
            return words("stopped", at(stopped.at(), zone), event(stopped.kind()));
        } else if (step instanceof TraceStep.Suspended suspended) {
            return words("suspended", at(suspended.from(), zone), at(suspended.to(), zone), event(suspended.by()));
        } else if (step instanceof TraceStep.Counted counted) {
            String at = counted.at().map(station -> station.group().value()).orElse("-");
            return words("counted", at(counted.from(), zone), at(counted.to(), zone), lasting(counted.amount()), at);
        } else if (step instanceof TraceStep.ClosedService closed) {
            return words("closed", at(closed.from(), zone), at(closed.to(), zone));
        } else if (step instanceof TraceStep.Paused paused) {
            return words("paused", at(paused.from(), zone), at(paused.to(), zone), waiting(paused.waitingFor()));
        } else if (step instanceof TraceStep.Away away) {
            return words("away", at(away.from(), zone), at(away.to(), zone));
        } else if (step instanceof TraceStep.ClockChange change) {
            return words("change", local(change.before()), local(change.after()));
        } else if (step instanceof TraceStep.EarlierTarget earlier) {
            return words("earlier", at(earlier.until(), zone), lasting(earlier.carried()));
        }
        throw new IllegalArgumentException("no words for " + step);
    }

    private String sum(ClockReading reading, ZoneId zone) {
        String used = lasting(reading.consumed());
        if (reading.state() instanceof ClockState.Exceeded exceeded) {
            return words(
                    "exceeded",
                    used,
                    at(exceeded.since(), zone),
                    lasting(reading.remaining().negated()));
        }
        return reading.due()
                .map(due -> words("due", used, lasting(reading.remaining()), at(due, zone)))
                .orElseGet(() -> words("standing", used, lasting(reading.remaining())));
    }

    private String waiting(WaitingFor reason) {
        return texts.getString("waiting." + reason.name());
    }

    private String event(EventKind kind) {
        return texts.getString("event." + kind.name());
    }

    private String words(String key, Object... values) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
    }

    private String at(Instant instant, ZoneId zone) {
        return local(LocalDateTime.ofInstant(instant, zone));
    }

    private String local(LocalDateTime dateTime) {
        return texts.getString(dateTime.getDayOfWeek().name()) + " " + time.format(dateTime);
    }

    /** To the second, as whoever reads it would say it: 2 h 5 min. */
    private String lasting(Duration duration) {
        StringBuilder words = new StringBuilder();
        append(words, duration.toHours(), "hours");
        append(words, duration.toMinutesPart(), "minutes");
        append(words, duration.toSecondsPart(), "seconds");
        return words.length() == 0 ? "0 " + texts.getString("minutes") : words.toString();
    }

    private void append(StringBuilder words, long amount, String unit) {
        if (amount != 0) {
            words.append(words.length() == 0 ? "" : " ")
                    .append(amount)
                    .append(' ')
                    .append(texts.getString(unit));
        }
    }
}
