package dk.sagsflow.routing.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.notification.Notification;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What notifications say, and what a template may be. */
class NotificationTemplatesTest {
    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final Map<NotificationField, String> SOMETHING = Map.of(
            NotificationField.NUMBER,
            "C-1",
            NotificationField.SUBJECT,
            "printer",
            NotificationField.TEXT,
            "restart it");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DIGEST")
    void every_kind_has_a_subject_with_the_number_and_a_body_in_both_languages(Notification.Kind kind) {
        NotificationTemplates templates = NotificationTemplates.standard();

        for (Locale language : new Locale[] {DANISH, Locale.ENGLISH}) {
            assertThat(templates.subject(kind, language, SOMETHING)).startsWith("C-1: ");
            assertThat(templates.body(kind, language, SOMETHING))
                    .contains("printer")
                    .doesNotContain("{", "[", "null");
            assertThat(templates.body(kind, DANISH, SOMETHING))
                    .isNotEqualTo(templates.body(kind, Locale.ENGLISH, SOMETHING));
        }
    }

    @Test
    void what_is_in_brackets_is_left_out_when_there_is_nothing_to_say() {
        Template template = Template.of("a[ {text}][ by {group} of {organisation}] {{x}} [[y]]");

        assertThat(template.written(Map.of())).isEqualTo("a {x} [y]");
        assertThat(template.written(Map.of(NotificationField.TEXT, " ", NotificationField.GROUP, "BIT")))
                .isEqualTo("a {x} [y]");
        assertThat(template.written(Map.of(
                        NotificationField.TEXT,
                        "{number} [b]",
                        NotificationField.GROUP,
                        "BIT",
                        NotificationField.ORGANISATION,
                        "AMS")))
                .as("what people write is no template")
                .isEqualTo("a {number} [b] by BIT of AMS {x} [y]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            Dear {name}    | there is no placeholder {name}; allowed are {number}, {subject}, {text}
            Dear {customer | a "{" has no "}"
            Dear customer} | there is a "}" too many, at 13
            Dear [customer | a "[" has no "]"
            Dear customer] | there is a "]" too many
            a [b [c] d]    | there is a "[" too many
            """)
    void a_wrong_template_is_refused_with_what_is_allowed(String text, String why) {
        assertThatThrownBy(() ->
                        NotificationTemplates.builder().template(Notification.Kind.ANSWERED, DANISH, "subject", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text.strip())
                .hasMessageContaining(why);
    }

    @Test
    void a_language_with_a_kind_missing_is_refused_with_the_kinds() {
        NotificationTemplates.Builder builder = NotificationTemplates.builder()
                .template(Notification.Kind.ANSWERED, Locale.GERMAN, "{number}", "{text}");

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("language de has no template of [REGISTERED")
                .hasMessageNotContaining(" ANSWERED,");
        assertThatThrownBy(() -> builder.template(Notification.Kind.CLOSED, Locale.GERMAN, "two\nlines", "x"))
                .hasMessageContaining("must be one line");
        assertThatThrownBy(() -> builder.template(Notification.Kind.CLOSED, Locale.ROOT, "one line", "x"))
                .hasMessageContaining("in no language");
    }

    @Test
    void a_whole_language_can_be_added_and_who_reads_none_is_written_to_in_english() {
        NotificationTemplates.Builder builder = NotificationTemplates.builder();
        Arrays.stream(Notification.Kind.values())
                .forEach(kind -> builder.template(kind, Locale.GERMAN, "{number}", "Hallo {customer}"));
        NotificationTemplates templates = builder.build();

        assertThat(templates.languages()).containsExactly("da", "en", "de");
        assertThat(templates.written(Locale.GERMANY)).isEqualTo(Locale.GERMAN);
        assertThat(templates.written(Locale.FRENCH)).isEqualTo(Locale.ENGLISH);
        assertThat(NotificationTemplates.standard().written(Locale.GERMANY)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void a_subject_is_one_line_whatever_people_write() {
        NotificationTemplates templates = NotificationTemplates.builder()
                .template(Notification.Kind.ANSWERED, DANISH, "{subject}", "{subject}")
                .build();
        Map<NotificationField, String> values = Map.of(NotificationField.SUBJECT, "one\r\nBcc: everybody");

        assertThat(templates.subject(Notification.Kind.ANSWERED, DANISH, values))
                .isEqualTo("one Bcc: everybody");
    }

    @Test
    void times_are_told_in_the_zone_and_as_people_write_them() {
        Instant summer = Instant.parse("2007-08-01T06:05:00Z");
        ZoneId copenhagen = ZoneId.of("Europe/Copenhagen");

        assertThat(NotificationTemplates.time(summer, copenhagen, DANISH)).isEqualTo("1. august 2007 kl. 08.05");
        assertThat(NotificationTemplates.time(summer, copenhagen, Locale.ENGLISH))
                .isEqualTo("1 August 2007, 08:05");
        assertThat(NotificationTemplates.time(summer, ZoneOffset.UTC, Locale.ENGLISH))
                .isEqualTo("1 August 2007, 06:05 +00:00");
    }
}
