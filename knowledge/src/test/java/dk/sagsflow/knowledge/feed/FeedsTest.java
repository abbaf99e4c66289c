package dk.sagsflow.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.audience.NewsChannel;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.operation.DisruptionDetails;
import dk.sagsflow.knowledge.operation.DisruptionId;
import dk.sagsflow.knowledge.operation.WorkWindow;
import dk.sagsflow.knowledge.topic.TopicId;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedsTest {
    private static final FeedPage PAGE = new FeedPage(
            "Nyt fra support",
            URI.create("https://support.example.dk/"),
            URI.create("https://support.example.dk/news/"),
            Locale.forLanguageTag("da"));
    private static final WorkWindow NIGHT =
            new WorkWindow(Instant.parse("2007-10-27T22:30:00Z"), Instant.parse("2007-10-28T02:30:00Z"));
    private static final Map<String, Readership> NEWS = Map.of(
            "everyone", Readership.everyone(),
            "superusers", Readership.superusers(),
            "staff", Readership.supportOrganisation(),
            "second", Readership.ofTier("second"),
            "centre", Readership.ofGroup("centre"));

    private final Org org = new Org();
    private final Feeds feeds = org.base.feeds();

    private void announced(String id, ArticleContent content) {
        org.base.news().announce(Org.EDITOR, ArticleId.of(id), content).orElseThrow();
    }

    private static ArticleContent content(Readership readership, String title, String body) {
        return ArticleContent.builder()
                .kind(ArticleKind.NEWS)
                .title(title)
                .body(body)
                .readership(readership)
                .addTopics(TopicId.of("releases"))
                .addSystems(SystemId.of("amanda"))
                .build();
    }

    private static SyndFeed read(String xml) {
        try {
            return new SyndFeedInput().build(new StringReader(xml));
        } catch (FeedException broken) {
            throw new IllegalStateException(xml, broken);
        }
    }

    private List<String> titles(Readership readership, FeedFormat format) {
        return read(feeds.news(readership, format, PAGE)).getEntries().stream()
                .map(SyndEntry::getTitle)
                .sorted()
                .toList();
    }

    @Test
    @Tag("R21")
    void a_feed_holds_what_all_may_read_for_whom_it_is_and_says_for_whom() {
        NEWS.forEach((name, readership) -> announced(name, content(readership, name, "x")));
        announced("public", content(Readership.everyone(), "public", "x").withChannels(NewsChannel.PUBLIC_SITE));
        for (FeedFormat format : FeedFormat.values()) {
            assertThat(titles(Readership.everyone(), format)).containsExactly("everyone", "public");
            assertThat(titles(Readership.superusers(), format)).containsExactly("everyone", "superusers");
            assertThat(titles(Readership.supportOrganisation(), format))
                    .containsExactly("everyone", "staff", "superusers");
            assertThat(titles(Readership.ofTier("second"), format))
                    .containsExactly("everyone", "second", "staff", "superusers");
            assertThat(titles(Readership.ofTier("superusers"), format)).containsExactly("everyone", "superusers");
            assertThat(titles(Readership.ofGroup("centre"), format))
                    .containsExactly("centre", "everyone", "staff", "superusers");
            assertThat(titles(Readership.ofGroup("nobody"), format)).containsExactly("everyone", "public");
        }
        assertThat(read(feeds.news(Readership.superusers(), FeedFormat.RSS, PAGE))
                        .getDescription())
                .isEqualTo("For superbrugere");
    }

    @Test
    void a_feed_stays_the_same_for_the_same_news_and_escapes_what_it_holds() {
        String body = "<script>alert(1)</script> & **fed** \"æøå\" ]]> 070761-4285 \u0001\uD83D\uDE00";
        announced("a/b c", content(Readership.everyone(), "Pris < 5 & \u0007 \u202E]]>", body));
        for (FeedFormat format : FeedFormat.values()) {
            String xml = feeds.news(Readership.everyone(), format, PAGE);
            assertThat(feeds.news(Readership.everyone(), format, PAGE)).isEqualTo(xml);
            SyndEntry entry = read(xml).getEntries().get(0);
            assertThat(entry.getTitle()).isEqualToNormalizingWhitespace("Pris < 5 & ]]>");
            assertThat(entry.getLink()).isEqualTo("https://support.example.dk/news/a%2Fb+c");
            assertThat(entry.getDescription().getValue())
                    .contains(
                            "&lt;script&gt;alert(1)&lt;/script&gt;",
                            "<strong>fed</strong>",
                            "\uD83D\uDE00",
                            "xxxxxx-xxxx")
                    .doesNotContain("070761");
            assertThat(entry.getCategories()).extracting(one -> one.getName()).containsExactly("releases", "amanda");
        }
        assertThat(read(feeds.news(Readership.everyone(), FeedFormat.ATOM, PAGE))
                        .getEntries()
                        .get(0)
                        .getUri())
                .startsWith("urn:uuid:");
        assertThat(read(feeds.news(Readership.ofGroup("bit"), FeedFormat.ATOM, PAGE))
                        .getEntries())
                .hasSize(1);
        assertThatThrownBy(() -> new FeedPage("x", URI.create("/news"), PAGE.entries(), Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("R23")
    void a_feed_of_operations_tells_each_word_to_those_for_whom_it_was_said() {
        DisruptionId slow = DisruptionId.of("slow");
        DisruptionDetails details = DisruptionDetails.of("amanda", "Langsom", "Hemmeligt");
        org.base.operations().report(Org.BIT, slow, details).orElseThrow();
        org.base
                .operations()
                .describe(
                        Org.EDITOR,
                        slow,
                        new DisruptionDetails(
                                "Langsom",
                                "Vi ser på det.",
                                details.systems(),
                                ImmutableSet.of(),
                                Readership.everyone()))
                .orElseThrow();
        String open = feeds.operations(Readership.everyone(), FeedFormat.ATOM, PAGE);
        assertThat(open).contains("Ændret: Langsom", "Vi ser på det.").doesNotContain("Hemmeligt");
        assertThat(feeds.operations(Readership.supportOrganisation(), FeedFormat.ATOM, PAGE))
                .contains("Driftsforstyrrelse: Langsom", "Hemmeligt");
    }

    @Test
    void planned_work_stands_in_a_calendar_right_across_the_change_of_the_clock() {
        DisruptionId upgrade = DisruptionId.of("upgrade");
        DisruptionDetails details = DisruptionDetails.of(
                        "amanda", "Opgradering, del 1; \"natten\"", "Linje 1\n\nLinje 2, 070761-4285")
                .forReaders(Readership.superusers());
        org.base.operations().plan(Org.EDITOR, upgrade, details, NIGHT).orElseThrow();
        org.base
                .operations()
                .plan(Org.BIT, DisruptionId.of("inside"), DisruptionDetails.of("amanda", "Internt", ""), NIGHT)
                .orElseThrow();
        assertThat(feeds.plannedWork(Readership.everyone(), "Drift").entries()).isEmpty();
        String text = feeds.plannedWork(Readership.superusers(), "Drift").text();
        assertThat(text)
                .contains("DTSTART:20071027T223000Z\r\n", "DTEND:20071028T023000Z\r\n", "SEQUENCE:0\r\n")
                .contains("SUMMARY:Opgradering\\, del 1\\; \"natten\"", "PRODID:-//Sagsflow//", "METHOD:PUBLISH")
                .doesNotContain("Internt", "070761");
        VEvent event = event(text);
        assertThat(event.getSummary().getValue()).isEqualTo("Opgradering, del 1; \"natten\"");
        assertThat(event.getDescription().getValue()).contains("Linje 1", "Linje 2, xxxxxx-xxxx");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(NIGHT.from());

        org.at("2007-09-04T08:00:00Z");
        org.base.operations().cancel(Org.EDITOR, upgrade, "Udsat").orElseThrow();
        VEvent cancelled =
                event(feeds.plannedWork(Readership.superusers(), "Drift").text());
        assertThat(cancelled.getUid().getValue()).isEqualTo(event.getUid().getValue());
        assertThat(cancelled.getSequence().getValue()).isEqualTo(1);
        assertThat(cancelled.getStatus().getValue()).isEqualTo("CANCELLED");
        org.at("2007-10-28T02:30:00Z");
        assertThat(feeds.plannedWork(Readership.superusers(), "Drift").entries())
                .isEmpty();
    }

    private static VEvent event(String text) {
        return Biweekly.parse(text).first().getEvents().get(0);
    }

    @Test
    void long_lines_and_strange_characters_come_back_from_a_calendar_as_they_were() {
        String title = "Æble ".repeat(60) + "\uD83D\uDE00\\n,;:\"";
        CalendarEntry entry = new CalendarEntry(
                "u1",
                NIGHT.from(),
                NIGHT.until(),
                new CalendarEntry.Words(title, "a\u0000b\u0007c\r\nBEGIN:VEVENT", ImmutableList.of("a,b", "c;d")),
                new CalendarEntry.Revision(3, NIGHT.from(), false));
        String text = new CalendarFile("x", ImmutableList.of(entry)).text();
        assertThat(Biweekly.parse(text).first().getEvents()).hasSize(1);
        VEvent event = event(text);
        assertThat(event.getSummary().getValue()).isEqualTo(title);
        assertThat(event.getDescription().getValue()).isEqualToNormalizingNewlines("a b c\nBEGIN:VEVENT");
        assertThat(event.getCategories().get(0).getValues()).containsExactly("a,b", "c;d");
    }
}
