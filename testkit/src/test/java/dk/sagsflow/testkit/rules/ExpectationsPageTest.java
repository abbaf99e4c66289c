package dk.sagsflow.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.testkit.architecture.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of what people expect of a helpdesk names tests that are there. */
class ExpectationsPageTest {
    private static final Path PAGE = Path.of("../docs/expectations.md");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");
    private static final int CELLS = 5;

    @Test
    void each_situation_has_a_rule_and_tests_that_are_there() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| situation"))
                .toList();
        Map<String, String> tests = tests();

        assertThat(rows).hasSizeGreaterThan(50).allSatisfy(row -> {
            List<String> cells = Splitter.on('|').trimResults().splitToList(row);
            assertThat(cells).as(row).hasSize(CELLS).element(2).asString().isNotBlank();
            assertThat(named(cells.get(3))).as(row).isNotEmpty().allMatch(name -> there(name, tests));
        });
    }

    /** A name without a class goes on with the one before. */
    private static ImmutableList<String> named(String cell) {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        Matcher matcher = NAMED.matcher(cell);
        String type = "";
        while (matcher.find()) {
            String name = matcher.group(1);
            if (name.startsWith("…")) {
                names.add(type + "." + name.substring(1));
            } else {
                type = Splitter.on('.').splitToList(name).get(0);
                names.add(name);
            }
        }
        return names.build();
    }

    /** A class, a class within it, a test of it, or the beginning of the name of one. */
    private static boolean there(String name, Map<String, String> tests) {
        List<String> parts = Splitter.on('.').splitToList(name);
        Optional<String> text = Optional.ofNullable(tests.get(parts.get(0)));
        if (parts.size() == 1 || text.isEmpty()) {
            return text.isPresent() && parts.size() == 1;
        }
        String last = parts.get(parts.size() - 1);
        return Character.isUpperCase(last.charAt(0))
                ? text.get().contains("class " + last + " ")
                : METHOD.matcher(text.get())
                        .results()
                        .map(found -> found.group(1))
                        .anyMatch(found -> last.endsWith("…")
                                ? found.startsWith(last.substring(0, last.length() - 1))
                                : found.equals(last));
    }

    private static Map<String, String> tests() {
        Map<String, String> tests = new LinkedHashMap<>();
        for (Path file : ProjectFiles.endingIn(".java")) {
            if (ofTests(file)) {
                tests.put(file.getFileName().toString().replace(".java", ""), ProjectFiles.read(file));
            }
        }
        return tests;
    }

    private static boolean ofTests(Path file) {
        return ProjectFiles.slashed(file).contains("/src/");
    }
}
