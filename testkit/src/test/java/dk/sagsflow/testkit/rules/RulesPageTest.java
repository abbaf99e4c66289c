package dk.sagsflow.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page on rules names the tests that show them: it is made of their tags, so it cannot go stale. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "RULES.md");
    private static final String UPDATE = "rules.page.update";
    private static final String BEGIN = "<!-- made of the tags of the tests -->\n";
    private static final int RULES = 38;
    private static final int OF_THE_FLOW = 20;
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"(R\\d\\d)\"\\)");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");
    private static final Pattern TYPE = Pattern.compile("^(?:public |abstract |final )*(?:class|interface) (\\w+)");

    /**
     * A test that names rules.
     *
     * @param any whether it is a property of organisations made by chance
     * @param reference whether it is a property of the reference organisation
     */
    private record Shown(List<String> rules, String name, boolean any, boolean reference) {
        boolean example() {
            return !any && !reference;
        }
    }

    @Test
    void the_page_names_the_tests_of_every_rule() throws IOException {
        String page = Files.readString(PAGE);
        String table = table(shown());
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(PAGE, page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table);
        }

        assertThat(Files.readString(PAGE))
                .as("run 'mvn -pl testkit -am test -D%s=true -Dtest=RulesPageTest' and look at the difference", UPDATE)
                .endsWith(BEGIN + table);
    }

    @Test
    void every_rule_of_the_case_flow_has_a_property_of_any_organisation_and_one_of_the_reference_organisation()
            throws IOException {
        List<Shown> all = shown();

        assertThat(IntStream.rangeClosed(1, OF_THE_FLOW).mapToObj(RulesPageTest::rule))
                .allSatisfy(rule -> {
                    assertThat(all).anyMatch(shown -> shown.rules().contains(rule) && shown.any());
                    assertThat(all).anyMatch(shown -> shown.rules().contains(rule) && shown.reference());
                    assertThat(all).anyMatch(shown -> shown.rules().contains(rule) && shown.example());
                });
    }

    private static String table(List<Shown> all) {
        StringBuilder table = new StringBuilder(
                "| rule | properties of any organisation | properties of the reference organisation | examples |\n|---|---|---|---|\n");
        for (int number = 1; number <= RULES; number++) {
            String rule = rule(number);
            List<Shown> ofRule =
                    all.stream().filter(shown -> shown.rules().contains(rule)).toList();
            if (!ofRule.isEmpty()) {
                table.append("| ").append(rule).append(" | ");
                table.append(names(ofRule.stream().filter(Shown::any))).append(" | ");
                table.append(names(ofRule.stream().filter(Shown::reference))).append(" | ");
                table.append(names(ofRule.stream().filter(Shown::example))).append(" |\n");
            }
        }
        return table.toString();
    }

    private static String names(Stream<Shown> shown) {
        return shown.map(Shown::name).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static String rule(int number) {
        return String.format("R%02d", number);
    }

    private static List<Shown> shown() throws IOException {
        List<Shown> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(RulesPageTest::ofTests).sorted().toList()) {
                add(Files.readString(file), all);
            }
        }
        return all;
    }

    private static boolean ofTests(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && path.contains("/src/") && !path.contains("/target/");
    }

    private static void add(String text, List<Shown> all) {
        // Properties of random organisations that take the reference one for every second try.
        boolean both = text.contains("Arbitraries.just(ReferenceOrganisation.organisation())");
        List<String> tags = new ArrayList<>();
        String type = "";
        boolean property = false;
        for (String line : Splitter.on('\n').split(text)) {
            Matcher tag = TAG.matcher(line);
            Matcher method = METHOD.matcher(line);
            Matcher ofType = TYPE.matcher(line);
            if (tag.find()) {
                tags.add(tag.group(1));
            } else if (line.contains("@Property")) {
                property = true;
            } else if (ofType.find()) {
                type = ofType.group(1);
                addIfTagged(tags, type, false, false, all);
            } else if (method.find()) {
                boolean reference = method.group(1).contains("reference");
                addIfTagged(
                        tags,
                        type + "." + method.group(1),
                        property && !reference,
                        property && (reference || both),
                        all);
                property = false;
            }
        }
    }

    private static void addIfTagged(List<String> tags, String name, boolean any, boolean reference, List<Shown> all) {
        if (!tags.isEmpty()) {
            all.add(new Shown(ImmutableList.copyOf(tags), "`" + name + "`", any, reference));
            tags.clear();
        }
    }
}
