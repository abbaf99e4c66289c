package dk.sagsflow.examples.sagsflow.log.mapping;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import dk.sagsflow.examples.sagsflow.log.file.LogSample;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.time.TimeGuess;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Guesses from the beginning of a log what its columns mean, for somebody to correct. Not thread-safe. */
public final class MappingGuess {
    private static final Splitter BARS = Splitter.on('|');
    private static final int MOST_STATUSES = 60;
    private static final ImmutableMap<Column, Pattern> NAMES = ImmutableMap.<Column, Pattern>builder()
            .put(Column.CASE, words("case:concept:name|case|number|ticket|incident|issue|key|sag|id"))
            .put(Column.GROUP, words("group|team|queue|department|gruppe"))
            .put(Column.STATUS, words("status|state|lifecycle|activity|concept:name|tilstand"))
            .put(Column.ACTOR, words("resource|actor|updated_by|agent|assignee|operator|user|bruger"))
            .put(Column.PRIORITY, words("priority|prioritet"))
            .put(Column.SYSTEM, words("system|product|service|component|cmdb_ci|ci"))
            .put(Column.TYPE, words("type|category|kategori"))
            .buildOrThrow();
    private static final ImmutableMap<Pattern, String> STATES = ImmutableMap.<Pattern, String>builder()
            .put(words("cancel|abandon|hung up|withdrawn|annulleret"), "cancelled")
            .put(words("wait|pending|hold|await|afvent"), "waiting")
            .put(words("closed|lukket"), "closed")
            .put(words("resolved|solved|done|answered|fixed|complete|l\u00f8st|besvaret"), "answered")
            .put(words("new|queued|open|registered|created|ny|oprettet"), "queued")
            .put(words("progress|active|work|accepted|assigned|started|igang"), "working")
            .buildOrThrow();
    private static final Pattern SECOND = Pattern.compile("(?i)\\b(2nd|l2|level ?2|2\\. ?level|tier ?2)\\b");
    private static final Pattern THIRD = Pattern.compile("(?i)\\b(3rd|l3|level ?3|3\\. ?level|tier ?3)\\b");

    private final LogSample sample;
    private final ZoneId zone;
    private final Map<String, TimeGuess> times = new LinkedHashMap<>();
    private final Map<Column, String> columns = new LinkedHashMap<>();

    /**
     * Looks at a log.
     *
     * @param zone of times that say no offset
     */
    public MappingGuess(LogSample sample, ZoneId zone) {
        this.sample = sample;
        this.zone = zone;
        Multiset<String> header = LinkedHashMultiset.create(sample.header());
        List<String> once = header.elementSet().stream()
                .filter(name -> header.count(name) == 1)
                .toList();
        List<TimeGuess> candidates = TimeGuess.candidates(zone);
        once.forEach(name -> TimeGuess.of(sample.values(name), candidates).ifPresent(guess -> times.put(name, guess)));
        NAMES.forEach((column, words) -> once.stream()
                .filter(name -> !times.containsKey(name) && !columns.containsValue(name))
                .filter(name -> words.matcher(name).find())
                .min(Comparator.comparingInt(name -> rank(words, name)))
                .ifPresent(name -> columns.put(column, name)));
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?i)(" + alternatives + ")");
    }

    /** The word that stands first in the list is the likeliest; of those, the shortest name. */
    private static int rank(Pattern words, String name) {
        String pattern = words.pattern();
        List<String> alternatives =
                BARS.splitToList(pattern.substring(pattern.indexOf("(", 1) + 1, pattern.length() - 1));
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < alternatives.size(); i++) {
            if (lower.contains(alternatives.get(i))) {
                return i * 1_000 + Math.min(999, name.length());
            }
        }
        return Integer.MAX_VALUE;
    }

    /** When a row was: the time that says most often something else, the first of those that do; what a whole case says does not. */
    private Optional<String> time() {
        Optional<String> most = Optional.empty();
        long said = 0;
        for (String name : times.keySet()) {
            long different = sample.values(name).stream().distinct().count();
            if (different > said) {
                most = Optional.of(name);
                said = different;
            }
        }
        return most;
    }

    /** Whether each case has one row, and several times. */
    private boolean oneRowEach() {
        List<String> cases = columns.containsKey(Column.CASE) ? sample.values(columns.get(Column.CASE)) : List.of();
        return times.size() > 1
                && cases.size() > 1
                && ImmutableSet.copyOf(cases).size() == cases.size();
    }

    /** The mapping as JSON. */
    public String json(String name) {
        boolean oneRow = oneRowEach();
        Optional<String> time = time();
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("name", name);
        columns(root.putObject("columns"), oneRow, time);
        time(root.putObject("time"), time.map(times::get));
        if (!columns.containsKey(Column.GROUP)) {
            root.put("noGroup", "no group");
        }
        if (oneRow) {
            moments(root.putArray("moments"));
        }
        tiers(root);
        meanings(root, oneRow);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private void meanings(ObjectNode root, boolean oneRow) {
        if (!oneRow) {
            statuses(root.putObject("statuses"));
        }
        if (!priorities().isEmpty()) {
            ObjectNode meanings = root.putObject("priorities");
            priorities().forEach(meanings::put);
        }
    }

    private void columns(ObjectNode named, boolean oneRow, Optional<String> time) {
        named.put("case", columns.getOrDefault(Column.CASE, "?"));
        if (!oneRow) {
            named.put("time", time.orElse("?"));
        }
        columns.forEach((column, of) -> {
            if (named(column, oneRow)) {
                named.put(column.word(), of);
            }
        });
    }

    private boolean named(Column column, boolean oneRow) {
        return switch (column) {
            case CASE -> false;
            case STATUS -> !oneRow;
            case PRIORITY -> !priorities().isEmpty();
            default -> true;
        };
    }

    private void time(ObjectNode node, Optional<TimeGuess> guess) {
        String format = guess.map(TimeGuess::format).orElse("?");
        node.put("format", format);
        if (!format.equals("iso-offset") && !format.startsWith("epoch")) {
            node.put("zone", zone.getId());
        }
        if (guess.filter(TimeGuess::danish).isPresent()) {
            node.put("language", "da");
        }
    }

    private void moments(ArrayNode moments) {
        for (String column : times.keySet()) {
            String is = moments.isEmpty() ? "queued" : momentOf(column);
            if (!is.isEmpty()) {
                moments.addObject().put("column", column).put("is", is);
            }
        }
    }

    private static String momentOf(String column) {
        String lower = column.toLowerCase(Locale.ROOT);
        if (lower.contains("clos")) {
            return "closed";
        }
        if (lower.contains("solv") || lower.contains("solution")) {
            return "answered";
        }
        return lower.contains("respon") || lower.contains("assign") ? "working" : "";
    }

    private void tiers(ObjectNode root) {
        ArrayNode tiers = root.putArray("tiers");
        List<String> groups = columns.containsKey(Column.GROUP) ? sample.values(columns.get(Column.GROUP)) : List.of();
        if (groups.stream().anyMatch(group -> THIRD.matcher(group).find())) {
            tiers.addObject().put("id", "3rd").put("name", "3rd level").put("groups", THIRD.pattern());
        }
        if (groups.stream().anyMatch(group -> SECOND.matcher(group).find())) {
            tiers.addObject().put("id", "2nd").put("name", "2nd level").put("groups", SECOND.pattern());
        }
        tiers.addObject().put("id", "1st").put("name", "1st level").put("groups", ".");
        root.put("contactTier", "1st");
    }

    private void statuses(ObjectNode statuses) {
        List<String> values =
                columns.containsKey(Column.STATUS) ? sample.values(columns.get(Column.STATUS)) : List.of();
        for (String value : ImmutableSet.copyOf(values)
                .asList()
                .subList(0, Math.min(MOST_STATUSES, ImmutableSet.copyOf(values).size()))) {
            String is = state(value);
            ObjectNode meaning = statuses.putObject(value).put("is", is);
            if (is.equals("waiting")) {
                meaning.put("for", value.matches("(?i).*(vendor|supplier|leverand).*") ? "SUPPLIER" : "CUSTOMER");
            }
        }
    }

    private static String state(String status) {
        return STATES.entrySet().stream()
                .filter(state -> state.getKey().matcher(status).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("unknown");
    }

    private ImmutableMap<String, String> priorities() {
        if (!columns.containsKey(Column.PRIORITY)) {
            return ImmutableMap.of();
        }
        ImmutableSet<String> values = ImmutableSet.copyOf(sample.values(columns.get(Column.PRIORITY)));
        return values.stream().allMatch(value -> value.matches("[Pp]?[1-5]\\b.*"))
                ? values.stream()
                        .collect(ImmutableMap.toImmutableMap(
                                value -> value,
                                value -> "P" + value.replaceAll("^[Pp]", "").charAt(0)))
                : ImmutableMap.of();
    }

    /** What was found, a line each. */
    public ImmutableList<String> findings() {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        columns.forEach((column, name) -> lines.add(column.word() + ": " + OneLine.quoted(name)));
        times.forEach((name, guess) -> lines.add(
                "time: " + OneLine.quoted(name) + ", " + guess.format() + (guess.danish() ? ", Danish names" : "")));
        return lines.build();
    }
}
