package dk.sagsflow.examples.sagsflow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands of {@code knowledge}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnowledgeCommandTest {
    private static final String AMS = "../models/ams";
    private static final String TREE = "../knowledge/ams/trees/slow.json";

    @TempDir
    Path folder;

    private static String ran(String input, String... arguments) {
        PrintStream outBefore = System.out;
        InputStream inBefore = System.in;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            CommandLine commands = new CommandLine(new Knowledge());
            commands.setErr(new java.io.PrintWriter(System.out, true, StandardCharsets.UTF_8));
            int unused = commands.execute(arguments);
        } finally {
            System.setOut(outBefore);
            System.setIn(inBefore);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Tag("R24")
    void articles_are_found_by_misspelt_words() {
        assertThat(ran("", "search", AMS, "skifte", "adganskoder"))
                .contains("Sådan *skifter* du *adgangskode*", "found: {");
        assertThat(ran("", "search", AMS, "zzzz")).startsWith("nothing").contains("0 found");
    }

    @Test
    void articles_are_suggested_for_a_case() {
        assertThat(ran("", "suggest", AMS, "--system", "amanda", "Amanda", "er", "langsom", "når", "jeg", "søger"))
                .contains("amanda-langsom");
    }

    @Test
    @Tag("R24")
    void a_question_tree_is_walked_through_to_an_article_back_and_to_a_case_that_triage_leads_on() {
        assertThat(ran("1\n1\n", "walk", AMS, TREE))
                .contains("Hvor er det langsomt?", "  1 I Amanda", "-> Det kendes, og der er en omvej");
        assertThat(ran("1\nb\n9\n1\n2\n", "walk", AMS, TREE))
                .contains("case: Amanda er langsom hele tiden", "Hvor er det langsomt? I Amanda", "triage: ");
        assertThat(ran("3\n2\n", "walk", AMS, TREE)).endsWith("Kommunens it\n");
        assertThat(ran("1\n", "walk", AMS, TREE))
                .contains("broken off; the walk stands at: Hvornår er Amanda langsom?");
    }

    @Test
    @Tag("R21")
    @Tag("R22")
    void news_stands_where_its_readers_look_and_is_told_to_those_whom_it_is_for() {
        assertThat(ran("", "news", AMS, "--title", "Amanda 3.2"))
                .contains("support site: stands there", "public site: does not stand there", "told: 2")
                .contains("editor@example.invalid: Amanda 3.2", "superuser@example.invalid: Amanda 3.2")
                .doesNotContain("**", "citizen");
        assertThat(ran("", "news", AMS, "--for", "ORGANISATION"))
                .contains("told: 1", "editor@example.invalid")
                .doesNotContain("superuser@");
        assertThat(ran("", "news", AMS, "--for", "EVERYONE"))
                .contains("public site: stands there", "told: 3", "citizen-1@example.invalid");
    }

    @Test
    @Tag("R29")
    void who_is_certified_under_way_and_due_is_shown_for_a_day() throws IOException {
        assertThat(ran("", "certified", AMS))
                .containsPattern("astrid +basic +certified, due on 2008-06-01")
                .containsPattern("mette +basic +under way")
                .containsPattern("ole +basic +due, due on 2007-03-01")
                .contains("ole: SK212 is due in basic on 2007-03-01. Enrol");
        assertThat(ran("", "certified", AMS, "--on", "2005-01-01", "--language", "da"))
                .doesNotContain("certified, due");
        Path file = folder.resolve("records.txt");
        Files.writeString(file, "kurt | no-course | 2007-01-01");
        assertThat(ran("", "certified", AMS, "--records", file.toString())).contains("line 1", "no-course");
    }

    @Test
    void a_tree_that_is_not_sound_is_told_with_what_is_wrong() throws IOException {
        Path file = folder.resolve("unsound.json");
        Files.writeString(
                file, Files.readString(Path.of(TREE)).replace("\"next\": \"local\"", "\"next\": \"nowhere\""));

        assertThat(ran("", "walk", AMS, file.toString())).contains("SK101", "nowhere");
    }

    @Test
    @Tag("R23")
    @Tag("R27")
    void everybody_with_a_linked_case_is_told_the_workaround() {
        assertThat(ran("", "tell", AMS))
                .contains("citizen-1@example.invalid", "citizen-2@example.invalid", "citizen-3@example.invalid")
                .contains("Søg på stilling i stedet for by.");
    }
}
