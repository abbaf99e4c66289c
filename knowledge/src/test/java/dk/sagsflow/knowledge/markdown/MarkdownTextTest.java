package dk.sagsflow.knowledge.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MarkdownTextTest {
    @Test
    void becomes_headings_lists_and_links() {
        assertThat(new MarkdownText("# Log på\n\n- [Jobnet](https://jobnet.example)\n- *nu*").html())
                .contains("<h1>Log på</h1>")
                .contains("href=\"https://jobnet.example\">Jobnet</a>")
                .contains("<em>nu</em>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "[x](javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](https://foreign.example/pixel.png)",
                "<javascript:alert(1)>",
                "<div style=\"position:fixed\">"
            })
    void lets_nothing_through_that_a_browser_carries_out(String text) {
        assertThat(new MarkdownText(text).html())
                .doesNotContain("<script", "<img", "<div", "href=\"javascript", "href=\"data", "pixel.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "*", "[", "`", "**a *b ", "![", "1. "})
    void is_not_brought_down_by_what_is_nested_without_end(String text) {
        MarkdownText deep = new MarkdownText(text.repeat(20_000) + "\n\n# end");

        assertThat(deep.html()).contains("end");
        assertThat(deep.plain()).contains("end");
    }

    @Test
    void as_plain_text_has_no_marks() {
        assertThat(new MarkdownText("## Sådan\n\nTryk **F5** nu").plain()).isEqualTo("Sådan\nTryk F5 nu");
    }
}
