package dk.sagsflow.routing.template;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.notification.Notification;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * What notifications say, in one language or more: for every kind a subject and a body with placeholders, those of {@link
 * NotificationField}. A part in brackets is left out if a placeholder in it has nothing to say; a brace or bracket that
 * stands twice is itself. Immutable.
 */
public final class NotificationTemplates {
    private static final String TEXTS = "dk.sagsflow.routing.template.notifications";
    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final NotificationTemplates STANDARD = read();
    // Patterns of our own, because those of locales differ between releases of Java.
    private static final DateTimeFormatter DANISH_TIME =
            DateTimeFormatter.ofPattern("d. MMMM yyyy 'kl.' HH.mm", DANISH);
    private static final DateTimeFormatter ENGLISH_TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    private final ImmutableMap<String, ImmutableMap<Notification.Kind, Mail>> languages;
    private final ImmutableMap<String, Locale> locales;
    /** What those are written who read none of them. */
    private final Locale inOtherLanguages;

    private record Mail(Template subject, Template body) {}

    private NotificationTemplates(ImmutableMap<String, ImmutableMap<Notification.Kind, Mail>> languages) {
        this.languages = languages;
        this.locales = ImmutableMap.copyOf(Maps.asMap(languages.keySet(), Locale::forLanguageTag));
        this.inOtherLanguages = Optional.ofNullable(locales.get(Locale.ENGLISH.getLanguage()))
                .orElseGet(() -> locales.values().iterator().next());
    }

    /** What the library itself says, in Danish and English. */
    public static NotificationTemplates standard() {
        return STANDARD;
    }

    /** A builder that begins with what the library itself says, in Danish and English. */
    public static Builder builder() {
        Builder builder = new Builder();
        STANDARD.languages.forEach((language, mails) -> builder.languages.put(language, new LinkedHashMap<>(mails)));
        return builder;
    }

    /** The languages that there are templates in, by ISO 639 codes. */
    public ImmutableSet<String> languages() {
        return languages.keySet();
    }

    /** The language that is written to somebody who reads this one: that if it is there, or English, or the first. */
    public Locale written(Locale language) {
        Locale wanted = locales.get(language.getLanguage());
        return wanted != null ? wanted : inOtherLanguages;
    }

    public String subject(Notification.Kind kind, Locale written, Map<NotificationField, String> values) {
        // A subject is one line, whatever people write into it.
        return CharMatcher.whitespace()
                .trimAndCollapseFrom(mail(kind, written).subject().written(values), ' ');
    }

    public String body(Notification.Kind kind, Locale written, Map<NotificationField, String> values) {
        return mail(kind, written).body().written(values);
    }

    private Mail mail(Notification.Kind kind, Locale written) {
        return Optional.ofNullable(languages.get(written.getLanguage()))
                .flatMap(mails -> Optional.ofNullable(mails.get(kind)))
                .orElseThrow();
    }

    /** Words that fit into a template: those of the language, or English ones. */
    public static String words(String key, Locale written) {
        return bundle(written).getString(key);
    }

    /** A date and time as people of the language write it. */
    public static String time(Instant instant, ZoneId zone, Locale written) {
        boolean danish = written.getLanguage().equals(DANISH.getLanguage());
        boolean named = !(zone.normalized() instanceof ZoneOffset);
        // Other languages say months in their own words.
        DateTimeFormatter form = danish ? DANISH_TIME : ENGLISH_TIME.withLocale(written);
        return form.format(instant.atZone(zone)) + (named ? "" : " " + OFFSET.format(instant.atZone(zone)));
    }

    private static ResourceBundle bundle(Locale written) {
        // Only languages that have a file: any other would make the bundle fall back to the language of the machine.
        return ResourceBundle.getBundle(
                TEXTS, written.getLanguage().equals(DANISH.getLanguage()) ? DANISH : Locale.ENGLISH);
    }

    private static NotificationTemplates read() {
        Builder builder = new Builder();
        for (Locale language : new Locale[] {DANISH, Locale.ENGLISH}) {
            ResourceBundle texts = bundle(language);
            for (Notification.Kind kind : Notification.Kind.values()) {
                builder.template(kind, language, texts.getString(kind + ".subject"), texts.getString(kind + ".body"));
            }
        }
        return builder.build();
    }

    /** Builds templates. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Map<Notification.Kind, Mail>> languages = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Says this in place of what was said; in a new language, every kind must have its template.
         *
         * @param language only the language counts, no country
         * @throws IllegalArgumentException if a placeholder is unknown, a brace or bracket has no partner, or the subject has
         *     more than a line
         */
        @CanIgnoreReturnValue
        public Builder template(Notification.Kind kind, Locale language, String subject, String body) {
            checkArgument(
                    !language.getLanguage().isEmpty(),
                    "template of %s is in no language; da and en are examples",
                    kind);
            checkArgument(subject.lines().count() == 1, "subject of %s is \"%s\"; it must be one line", kind, subject);
            // Before anything is kept: what is refused leaves no language behind.
            Mail mail = new Mail(Template.of(subject), Template.of(body));
            languages
                    .computeIfAbsent(language.getLanguage(), unused -> new LinkedHashMap<>())
                    .put(kind, mail);
            return this;
        }

        /**
         * The templates.
         *
         * @throws IllegalArgumentException if a kind has no template in one of the languages
         */
        public NotificationTemplates build() {
            ImmutableMap.Builder<String, ImmutableMap<Notification.Kind, Mail>> all = ImmutableMap.builder();
            languages.forEach((language, mails) -> {
                Set<Notification.Kind> missing =
                        Sets.difference(EnumSet.allOf(Notification.Kind.class), mails.keySet());
                checkArgument(
                        missing.isEmpty(),
                        "language %s has no template of %s; every kind needs one",
                        language,
                        missing);
                all.put(language, ImmutableMap.copyOf(mails));
            });
            return new NotificationTemplates(all.buildOrThrow());
        }
    }
}
