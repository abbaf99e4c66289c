package dk.sagsflow.report.page;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.privacy.SingleLine;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.text.Vocabulary;
import dk.sagsflow.report.ReportPlan;
import dk.sagsflow.report.Shown;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

/** A report in words, in Danish or English. Immutable. */
final class ReportWords {
    private static final String TEXTS = "dk.sagsflow.report.page.words";
    private static final Locale DANISH = Locale.forLanguageTag("da");
    /** What has words in the whole library, by what its keys begin with. */
    private static final ImmutableMap<String, Function<String, Enum<?>>> VOCABULARY = ImmutableMap.of(
            "WaitingFor", WaitingFor::valueOf,
            "CaseStatus", CaseStatus::valueOf,
            "CaseKind", CaseKind::valueOf,
            "ClosingReason", ClosingReason::valueOf,
            "CustomerKind", CustomerKind::valueOf,
            "Priority", Priority::valueOf);

    private static final Duration DAY = Duration.ofDays(1);

    private final Locale language;
    private final ResourceBundle texts;
    private final ZoneId zone;
    private final PeriodLength periods;

    private ReportWords(Locale language, ReportPlan plan) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(TEXTS, language);
        this.zone = plan.zone();
        this.periods = plan.periods();
    }

    /** ReportWords in this language: Danish if it is Danish, else English. */
    static ReportWords in(Locale language, ReportPlan plan) {
        boolean danish = language.getLanguage().equals(DANISH.getLanguage());
        return new ReportWords(danish ? DANISH : Locale.ENGLISH, plan);
    }

    Locale language() {
        return language;
    }

    String of(String key) {
        int point = key.indexOf('.');
        Function<String, Enum<?>> known = VOCABULARY.get(key.substring(0, Math.max(0, point)));
        return known == null ? texts.getString(key) : Vocabulary.in(language).of(known.apply(key.substring(point + 1)));
    }

    String of(String key, Object... values) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
    }

    boolean danish() {
        return language.equals(DANISH);
    }

    /** What stands in a cell. */
    String of(Shown shown) {
        if (shown instanceof Shown.Length length) {
            return lasting(length.length());
        } else if (shown instanceof Shown.Service service) {
            return inHours(service.length());
        } else if (shown instanceof Shown.Period period) {
            return period(period.start());
        } else if (shown instanceof Shown.Moment moment) {
            return at(moment.at());
        } else if (shown instanceof Shown.Name name) {
            return SingleLine.of(name.name());
        } else if (shown instanceof Shown.Word word) {
            return of(word.key());
        } else if (shown instanceof Shown.Unknown) {
            return "–";
        }
        return number(shown);
    }

    private String number(Shown shown) {
        if (shown instanceof Shown.Count count) {
            return count(count.count());
        } else if (shown instanceof Shown.Rate rate) {
            return decimal(rate.rate(), "#,##0.00");
        } else if (shown instanceof Shown.Share share) {
            return decimal(100 * share.share(), "0.0") + " %";
        } else if (shown instanceof Shown.Hour hour) {
            return String.format(Locale.ROOT, "%02d", hour.hour());
        } else if (shown instanceof Shown.UpTo upTo) {
            return of("age.up-to", inDays(upTo.length()));
        } else if (shown instanceof Shown.Beyond beyond) {
            return of("age.beyond", inDays(beyond.length()));
        } else if (shown instanceof Shown.WorkingDays days) {
            String buffer = days.buffer().isZero() ? "" : " + " + inHours(days.buffer());
            return of("working-days", days.days()) + buffer;
        }
        throw new IllegalArgumentException("no words for " + shown);
    }

    String count(long count) {
        return decimal((double) count, "#,##0");
    }

    /** Separators stand here, because those of the platform change between its releases. */
    String decimal(double value, String pattern) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(danish() ? ',' : '.');
        symbols.setGroupingSeparator(danish() ? '.' : ',');
        return new DecimalFormat(pattern, symbols).format(value);
    }

    String at(Instant at) {
        return DateTimeFormatter.ofPattern(of("time"), Locale.ROOT).format(at.atZone(zone));
    }

    /** The time that a clock in the zone shows, in milliseconds as if it hung in Greenwich: a browser need not know zones. */
    long wallClock(Instant at) {
        return at.atZone(zone).toLocalDateTime().toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    String day(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return of("day", day.getDayOfMonth(), of("month." + day.getMonthValue()), Integer.toString(day.getYear()));
    }

    private String period(LocalDate start) {
        String year = Integer.toString(start.getYear());
        return switch (periods) {
            case DAY -> DateTimeFormatter.ofPattern(of("date"), Locale.ROOT).format(start);
            case WEEK ->
                of(
                        "week",
                        start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        Integer.toString(start.get(IsoFields.WEEK_BASED_YEAR)));
            case MONTH -> of("month." + start.getMonthValue()) + " " + year;
            case QUARTER -> of("quarter", start.get(IsoFields.QUARTER_OF_YEAR), year);
            case YEAR -> year;
        };
    }

    /** Days and hours of calendar time. */
    private String lasting(Duration length) {
        if (length.compareTo(DAY) < 0) {
            return inHours(length);
        }
        return of("days-hours", count(length.toDays()), length.toHoursPart());
    }

    private String inDays(Duration length) {
        return length.equals(Duration.ofDays(length.toDays()))
                ? of(length.equals(DAY) ? "one-day" : "days", count(length.toDays()))
                : inHours(length);
    }

    /** Hours and minutes, however many hours: of service time nobody knows how long a day is. */
    private String inHours(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return of("seconds", length.toSeconds());
        } else if (length.compareTo(Duration.ofHours(1)) < 0) {
            return of("minutes", length.toMinutes());
        }
        return of("hours-minutes", count(length.toHours()), String.format(Locale.ROOT, "%02d", length.toMinutesPart()));
    }

    /** What scripts need to say the same. */
    ImmutableMap<String, String> ofCharts() {
        ImmutableMap.Builder<String, String> words = ImmutableMap.builder();
        for (String key : texts.keySet()) {
            if (key.startsWith("chart.") || key.startsWith("mark.")) {
                words.put(key.substring(key.indexOf('.') + 1), of(key));
            }
        }
        return words.build();
    }
}
