package dk.sagsflow.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Iterables;
import dk.sagsflow.testkit.architecture.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page on rules names the tests that show them: it is made of their tags, so it names none that is gone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "RULES.md");
    private static final String UPDATE = "rules.page.update";
    private static final String BEGIN = "<!-- made of the tags of the tests -->";
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
    void what_the_page_names_are_tests_that_carry_the_number() throws IOException {
        ImmutableList<String> table = table(shown());
        if (Boolean.getBoolean(UPDATE)) {
            List<String> page = Files.readAllLines(PAGE);
            Files.write(PAGE, Iterables.concat(page.subList(0, page.indexOf(BEGIN) + 1), table));
        }

        List<String> lines = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| R"))
                .toList();

        assertThat(lines).hasSizeGreaterThanOrEqualTo(OF_THE_FLOW);
        for (String line : lines) {
            String now = table.stream()
                    .filter(row -> row.startsWith(line.substring(0, "| R01 |".length())))
                    .findFirst()
                    .orElse("");
            assertThat(columns(line).keySet().stream()
                            .filter(column -> !columns(now)
                                    .get(column)
                                    .containsAll(columns(line).get(column))))
                    .as("of %s: run 'mvn -pl testkit -am test -D%s=true -Dtest=RulesPageTest'", line, UPDATE)
                    .isEmpty();
        }
    }

    /** The names in each column of a row. */
    private static ImmutableSetMultimap<Integer, String> columns(String row) {
        ImmutableSetMultimap.Builder<Integer, String> names = ImmutableSetMultimap.builder();
        List<String> cells = Splitter.on('|').splitToList(row);
        for (int column = 0; column < cells.size(); column++) {
            names.putAll(
                    column, Splitter.on(',').trimResults().omitEmptyStrings().split(cells.get(column)));
        }
        return names.build();
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

    private static ImmutableList<String> table(List<Shown> all) {
        ImmutableList.Builder<String> table = ImmutableList.builder();
        table.add("| rule | properties of any organisation | properties of the reference organisation | examples |");
        table.add("|---|---|---|---|");
        for (int number = 1; number <= RULES; number++) {
            String rule = rule(number);
            List<Shown> ofRule =
                    all.stream().filter(shown -> shown.rules().contains(rule)).toList();
            if (!ofRule.isEmpty()) {
                table.add(Stream.of(
                                rule,
                                names(ofRule.stream().filter(Shown::any)),
                                names(ofRule.stream().filter(Shown::reference)),
                                names(ofRule.stream().filter(Shown::example)))
                        .collect(Collectors.joining(" | ", "| ", " |")));
            }
        }
        return table.build();
    }

    private static String names(Stream<Shown> shown) {
        return shown.map(Shown::name).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static String rule(int number) {
        return String.format(Locale.ROOT, "R%02d", number);
    }

    private static List<Shown> shown() {
        List<Shown> all = new ArrayList<>();
        for (Path file : ProjectFiles.endingIn(".java")) {
            if (ofTests(file)) {
                add(ProjectFiles.read(file), all);
            }
        }
        return all;
    }

    private static boolean ofTests(Path file) {
        return ProjectFiles.slashed(file).contains("/src/");
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
