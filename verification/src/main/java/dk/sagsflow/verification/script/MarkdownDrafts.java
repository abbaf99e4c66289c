package dk.sagsflow.verification.script;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Scenarios as tables in a page of prose: a heading, and under it a table whose first column is headed {@code given}, one
 * headed {@code when} if anything happens, and one or more headed {@code then}. Headings without tables, other tables and prose are
 * for people. Not thread-safe.
 */
final class MarkdownDrafts {
    private static final Pattern RULE = Pattern.compile("[|\\s:-]+");
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(```+|~~~+).*", Pattern.DOTALL);
    /** A bar or a semicolon behind a backslash is a part of the words. */
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    private static final Pattern SEMICOLON = Pattern.compile("(?<!\\\\);");
    private static final String GIVEN = "given";
    private static final String WHEN = "when";
    private static final String THEN = "then";
    private static final String WHAT = "what";

    private final String file;
    private final String text;
    private final Problems problems;
    private final ImmutableList.Builder<Draft> drafts = ImmutableList.builder();
    private Optional<Unfinished> current = Optional.empty();
    private ImmutableList<ScriptRow.Cell> header = ImmutableList.of();
    private Optional<String> fence = Optional.empty();

    /** What stands under a heading. */
    private static final class Unfinished {
        final ScriptRow.Cell name;
        final Map<String, ScriptRow.Cell> given = new LinkedHashMap<>();
        final List<ScriptRow> when = new ArrayList<>();
        final List<ScriptRow> then = new ArrayList<>();

        Unfinished(ScriptRow.Cell name) {
            this.name = name;
        }

        boolean empty() {
            return given.isEmpty() && when.isEmpty() && then.isEmpty();
        }
    }

    private MarkdownDrafts(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    static ImmutableList<Draft> read(String file, String text, Problems problems) {
        return new MarkdownDrafts(file, text, problems).drafts();
    }

    private ImmutableList<Draft> drafts() {
        ImmutableList<Integer> starts = Text.lineStarts(text);
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) - 1 : text.length();
            line(i + 1, starts.get(i), text.substring(starts.get(i), end));
        }
        finish();
        return drafts.build();
    }

    private void line(int number, int start, String line) {
        if (isCode(line)) {
            header = ImmutableList.of();
        } else if (line.startsWith("#")) {
            finish();
            int from = line.indexOf(' ') + 1;
            current = Optional.of(new Unfinished(cell(number, start, line, from, line.length())));
        } else if (!line.strip().startsWith("|")) {
            header = ImmutableList.of();
        } else if (header.isEmpty()) {
            header = cells(number, start, line);
        } else if (!RULE.matcher(line).matches()) {
            row(cells(number, start, line));
        }
    }

    /** What stands in a fence is shown, and no scenario. */
    private boolean isCode(String line) {
        Matcher fenced = FENCE.matcher(line);
        if (!fenced.matches()) {
            return fence.isPresent();
        }
        if (fence.isEmpty()) {
            fence = Optional.of(fenced.group(1));
        } else if (fenced.group(1).startsWith(fence.get())) {
            fence = Optional.empty();
        }
        return true;
    }

    private void row(ImmutableList<ScriptRow.Cell> cells) {
        String kind = header.get(0).text().toLowerCase(Locale.ROOT);
        if (current.isEmpty() || !ImmutableList.of(GIVEN, WHEN, THEN).contains(kind)) {
            return;
        }
        if (cells.size() > header.size()) {
            report(
                    cells.get(header.size()).spot(),
                    "the row has " + cells.size() + " cells, the table has " + header.size()
                            + " columns; a bar within a cell is written \\|");
        }
        if (kind.equals(GIVEN)) {
            given(cells, current.get());
            return;
        }
        ScriptRow row = new ScriptRow(cells.get(0).spot(), byColumn(cells));
        (kind.equals(WHEN) ? current.get().when : current.get().then).add(row);
    }

    private void given(ImmutableList<ScriptRow.Cell> cells, Unfinished scenario) {
        if (cells.size() > 1 && !cells.get(1).text().isEmpty()) {
            String key = key(cells.get(0).text());
            if (scenario.given.putIfAbsent(key, cells.get(1)) != null) {
                report(cells.get(0).spot(), "\"" + cells.get(0).text() + "\" is given already");
            }
        }
    }

    private void report(Spot spot, String problem) {
        problems.add(new Problem(file, spot.line(), spot.column(), "", problem));
    }

    private ImmutableMap<String, ScriptRow.Cell> byColumn(ImmutableList<ScriptRow.Cell> cells) {
        Map<String, ScriptRow.Cell> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
            ScriptRow.Cell cell = cells.get(i);
            String column = i == 0 ? "at" : key(header.get(i).text());
            if (column.equals(WHAT)) {
                phrase(cell, row);
            } else if (!cell.text().isEmpty()) {
                row.put(column, several(column) ? split(cell) : cell);
            }
        }
        return ImmutableMap.copyOf(row);
    }

    /** What happens in a few words: {@code handed over to bit}, {@code waits for CUSTOMER until 2007-09-03 10:00}. */
    private static void phrase(ScriptRow.Cell cell, Map<String, ScriptRow.Cell> row) {
        Optional<Verb> verb = Arrays.stream(Verb.values())
                .filter(known -> (cell.text() + " ").startsWith(known.words() + " "))
                .findFirst();
        String words = verb.map(Verb::words).orElse(cell.text());
        row.put("is", new ScriptRow.Cell(ImmutableList.of(words), cell.spot()));
        String rest = cell.text().substring(words.length());
        Matcher details = prepositions(verb).matcher(rest);
        int from = 0;
        String word = "";
        while (details.find()) {
            put(row, word, rest.substring(from, details.start()), cell);
            word = details.group().strip();
            from = details.end();
        }
        put(row, word, rest.substring(from), cell);
    }

    private static void put(Map<String, ScriptRow.Cell> row, String word, String value, ScriptRow.Cell cell) {
        if (!value.isBlank()) {
            String key = word.isEmpty() ? Detail.TEXT.word() : word;
            row.put(key, new ScriptRow.Cell(ImmutableList.of(value.strip()), cell.spot()));
        }
    }

    private static Pattern prepositions(Optional<Verb> verb) {
        return Pattern.compile(verb.stream()
                .flatMap(known -> known.details().stream())
                .map(detail -> " " + detail.word() + " ")
                .distinct()
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("|"), words -> words.isEmpty() ? "(?!)" : words)));
    }

    private static boolean several(String column) {
        return Arrays.stream(Observable.values())
                .anyMatch(fact -> fact.several() && fact.word().equals(column));
    }

    private static ScriptRow.Cell split(ScriptRow.Cell cell) {
        return cell.text().equals(Values.NONE)
                ? new ScriptRow.Cell(ImmutableList.of(), cell.spot())
                : new ScriptRow.Cell(
                        SEMICOLON
                                .splitAsStream(cell.text())
                                .map(words -> words.strip().replace("\\;", ";"))
                                .filter(words -> !words.isEmpty())
                                .collect(ImmutableList.toImmutableList()),
                        cell.spot());
    }

    /** {@code leads to} is the member leadsTo. */
    private static String key(String words) {
        StringBuilder key = new StringBuilder();
        for (String word : Splitter.on(' ').omitEmptyStrings().split(words)) {
            key.append(key.length() == 0 ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }

    /** The bar at the end of a row may be missing. */
    private ImmutableList<ScriptRow.Cell> cells(int number, int start, String line) {
        ImmutableList.Builder<ScriptRow.Cell> cells = ImmutableList.builder();
        int from = line.indexOf('|') + 1;
        Matcher bars = BAR.matcher(line);
        while (bars.find(from)) {
            cells.add(cell(number, start, line, from, bars.start()));
            from = bars.end();
        }
        if (!line.substring(from).isBlank()) {
            cells.add(cell(number, start, line, from, line.length()));
        }
        return cells.build();
    }

    private ScriptRow.Cell cell(int number, int start, String line, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && Character.isWhitespace(line.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(line.charAt(last - 1))) {
            last--;
        }
        Spot spot = new Spot(file, number, first + 1, start + first, start + last);
        return new ScriptRow.Cell(ImmutableList.of(line.substring(first, last).replace("\\|", "|")), spot);
    }

    private void finish() {
        current.filter(unfinished -> !unfinished.empty()).ifPresent(this::add);
        current = Optional.empty();
        header = ImmutableList.of();
    }

    private void add(Unfinished done) {
        Spot spot = done.name.spot();
        if (done.then.isEmpty()) {
            report(spot, "there is no table that begins with \"then\"; a scenario needs one");
            return;
        }
        ScriptRow given = new ScriptRow(spot, ImmutableMap.copyOf(done.given));
        drafts.add(new Draft(done.name, spot, given, ImmutableList.copyOf(done.when), ImmutableList.copyOf(done.then)));
    }
}
