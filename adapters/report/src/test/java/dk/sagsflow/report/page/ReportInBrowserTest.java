package dk.sagsflow.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.sagsflow.report.Told;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;

/** The page as somebody sees it; where there is no Chromium it is skipped, unless {@code SAGSFLOW_CHROMIUM} is {@code required}. */
class ReportInBrowserTest {
    @TempDir
    static Path folder;

    private static Optional<Browser> browser = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.installed().flatMap(ReportInBrowserTest::started);
        if (browser.isEmpty()) {
            if ("required".equals(System.getenv("SAGSFLOW_CHROMIUM"))) {
                throw new AssertionFailedError("there is no Chromium on the path that starts, but it is required");
            }
            System.err.println("SKIPPED: there is no Chromium on the path that starts, so nobody looks at the report");
        }
        assumeTrue(browser.isPresent(), "no Chromium that starts");
        for (String language : List.of("en", "da")) {
            Files.writeString(
                    page(language),
                    ReportPage.of(Told.quarter(), Locale.forLanguageTag(language))
                            .html());
        }
    }

    private static Optional<Browser> started(Path chromium) {
        try {
            return Optional.of(Browser.start(chromium));
        } catch (IOException broken) {
            System.err.println(chromium + ": " + broken.getMessage());
            return Optional.empty();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        Optional<Browser> started = browser;
        if (started.isPresent()) {
            started.get().close();
        }
    }

    private static Path page(String language) {
        return folder.resolve(language + ".html");
    }

    private static Browser opened(String language, int width, String scheme) {
        Browser opened = browser.orElseThrow();
        opened.open(page(language), width, 900, scheme);
        return opened;
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, light", "da, 1280, dark", "en, 375, dark", "da, 375, light"})
    void is_drawn_without_a_network_a_complaint_or_a_barrier(String language, int width, String scheme)
            throws IOException {
        Browser opened = opened(language, width, scheme);

        assertThat(opened.run(
                                "[...document.querySelectorAll('.chart')].filter(c => !c.querySelector('svg path')).length")
                        .asInt())
                .as("charts without a picture")
                .isZero();
        assertThat(opened.run("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        assertThat(opened.complaints()).isEmpty();
        assertThat(barriers(opened)).isEqualTo("[]");
    }

    private static String barriers(Browser opened) throws IOException {
        try (InputStream axe = ReportInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            assertThat(axe).isNotNull();
            var unused = opened.run(new String(axe.readAllBytes(), UTF_8) + "; 0");
        }
        return opened.run("document.querySelectorAll('details').forEach(all => all.open = true);"
                        + "axe.run().then(found => JSON.stringify(found.violations.map(one => one.id + ': ' +"
                        + " one.nodes.map(node => node.html.slice(0, 120)).slice(0, 3))))")
                .asString();
    }

    @Test
    void every_chart_has_a_name_that_says_what_it_shows() {
        Browser opened = opened("en", 1280, "light");

        assertThat(opened.run("document.getElementById('load-chart').getAttribute('aria-label')")
                        .asString())
                .startsWith("Chart: Case load. registered: highest is ")
                .endsWith("The table below has every figure.");
    }

    @Test
    void on_paper_it_is_light_and_fits() {
        Browser opened = opened("en", 1280, "dark");
        var unusedPrinting = opened.run("window.dispatchEvent(new Event('beforeprint')); 0");

        assertThat(opened.run("document.querySelector('#load-chart svg').getBoundingClientRect().width")
                        .asInt())
                .isLessThanOrEqualTo(690);
        assertThat(opened.run("getComputedStyle(document.body).backgroundColor").asString())
                .isEqualTo("rgb(255, 255, 255)");

        var unusedPrinted = opened.run("window.dispatchEvent(new Event('afterprint')); 0");
        assertThat(opened.run("getComputedStyle(document.body).backgroundColor").asString())
                .isEqualTo("rgb(18, 23, 29)");
        assertThat(opened.complaints()).isEmpty();
    }
}
