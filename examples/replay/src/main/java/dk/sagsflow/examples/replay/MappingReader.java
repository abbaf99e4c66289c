package dk.sagsflow.examples.replay;

import static dk.sagsflow.examples.replay.OneLine.quoted;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.examples.replay.LogMapping.Columns;
import dk.sagsflow.examples.replay.LogMapping.Limit;
import dk.sagsflow.examples.replay.LogMapping.Tier;
import dk.sagsflow.examples.replay.StatusTable.Meaning;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks the JSON of one mapping and collects every problem. Not thread-safe. */
final class MappingReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String COLUMN_NAME = "a column name";
    private static final String ISO_OFFSET = "iso-offset";

    private MappingReader() {}

    static LogMapping read(Path file) {
        JsonNode tree = tree(file);
        if (!tree.isObject()) {
            throw new UnusableInputException(file, "not a JSON object; a mapping is required");
        }
        List<String> problems = new ArrayList<>();
        LogMapping mapping = mapping(JsonPlace.root(tree, problem -> problems.add(file + ": " + problem)));
        if (!problems.isEmpty()) {
            throw new UnusableInputException(problems);
        }
        return mapping;
    }

    private static JsonNode tree(Path file) {
        byte[] content = content(file);
        if (content.length == 0) {
            throw new UnusableInputException(file, "the file is empty, 0 bytes");
        }
        try {
            return JSON.readTree(content);
        } catch (JacksonException malformed) {
            throw new UnusableInputException(file, describe(malformed), malformed);
        }
    }

    private static byte[] content(Path file) {
        if (Files.isDirectory(file)) {
            throw new UnusableInputException(file, "is a directory, a JSON file is needed");
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new UnusableInputException(file, "no such file", missing);
        } catch (IOException unreadable) {
            throw new UnusableInputException(file, "cannot be read: " + unreadable, unreadable);
        }
    }

    private static String describe(JacksonException malformed) {
        String problem = Splitter.on('\n')
                .split(malformed.getOriginalMessage())
                .iterator()
                .next()
                .strip();
        TokenStreamLocation at = malformed.getLocation();
        if (at == null || at.getLineNr() < 1) {
            return "not JSON: " + problem;
        }
        return "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": not JSON: " + problem;
    }

    private static LogMapping mapping(JsonPlace root) {
        root.allowOnly(
                "name",
                "delimiter",
                "encoding",
                "columns",
                "time",
                "missing",
                "tiers",
                "contactTier",
                "statuses",
                "impacts",
                "limits");
        String name = root.at("name").text("a name");
        char delimiter = delimiter(root.at("delimiter"));
        Charset encoding = encoding(root.at("encoding"));
        Columns columns = columns(root.at("columns"));
        LogTime time = time(root.at("time"));
        ImmutableSet<String> missing = missing(root.at("missing"));
        ImmutableList<Tier> tiers = tiers(root.at("tiers"));
        ImmutableSet<String> ids =
                tiers.stream().map(Tier::id).filter(id -> !id.isEmpty()).collect(ImmutableSet.toImmutableSet());
        String contactTier = contactTier(root.at("contactTier"), ids);
        StatusTable statuses = statuses(root.at("statuses"));
        ImmutableMap<String, LoggedImpact> impacts = impacts(root.at("impacts"), columns.impact());
        ImmutableMap<String, Limit> limits = limits(root.at("limits"), ids);
        return new LogMapping(
                name, delimiter, encoding, columns, time, missing, tiers, contactTier, statuses, impacts, limits);
    }

    private static char delimiter(JsonPlace place) {
        String text = place.present() ? place.anyText("one character") : ",";
        if (text.length() == 1 && !"\"\r\n".contains(text)) {
            return text.charAt(0);
        }
        if (place.isText()) {
            place.report(quoted(text) + " is not one character other than a quote or a line end");
        }
        return ',';
    }

    private static Charset encoding(JsonPlace place) {
        String name = place.optionalText("the name of an encoding").orElse("");
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            place.report(quoted(name) + " is not a known encoding, as UTF-8");
            return StandardCharsets.UTF_8;
        }
    }

    private static Columns columns(JsonPlace place) {
        place.allowOnly("case", "time", "group", "actor", "status", "impact", "system");
        return new Columns(
                place.at("case").text(COLUMN_NAME),
                place.at("time").text(COLUMN_NAME),
                place.at("group").text(COLUMN_NAME),
                place.at("actor").optionalText(COLUMN_NAME),
                statusColumns(place.at("status")),
                place.at("impact").optionalText(COLUMN_NAME),
                place.at("system").optionalText(COLUMN_NAME));
    }

    private static ImmutableList<String> statusColumns(JsonPlace place) {
        ImmutableList<String> names = place.texts("a column name or an array of them");
        if (names.stream().anyMatch(String::isBlank)) {
            place.report("an empty text is not a column name");
        } else if (names.isEmpty() && place.isEmptyArray()) {
            place.report("empty; at least one column name is required");
        }
        return names;
    }

    private static LogTime time(JsonPlace place) {
        place.allowOnly("format", "zone");
        String format = place.at("format").text(quoted(ISO_OFFSET) + " or a pattern as d/M/yyyy HH:mm");
        if (format.equals(ISO_OFFSET)) {
            if (place.at("zone").present()) {
                place.at("zone").report("not allowed with " + ISO_OFFSET + ", whose times carry their offset");
            }
            return LogTime.isoOffset();
        }
        Optional<ZoneId> zone = format.isEmpty() ? Optional.empty() : zone(place.at("zone"));
        return format.isEmpty() ? LogTime.isoOffset() : pattern(place.at("format"), format, zone);
    }

    private static Optional<ZoneId> zone(JsonPlace place) {
        String id = place.text("a time zone as Europe/Copenhagen");
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(id));
        } catch (DateTimeException unknown) {
            place.report(quoted(id) + " is not a known time zone, as Europe/Copenhagen");
            return Optional.empty();
        }
    }

    private static LogTime pattern(JsonPlace place, String format, Optional<ZoneId> zone) {
        try {
            return LogTime.pattern(format, zone.orElse(ZoneOffset.UTC));
        } catch (IllegalArgumentException invalid) {
            place.report(quoted(format) + " is not a usable pattern: " + invalid.getMessage());
            return LogTime.isoOffset();
        }
    }

    private static ImmutableSet<String> missing(JsonPlace place) {
        return place.present() ? ImmutableSet.copyOf(place.texts("a text or an array of texts")) : ImmutableSet.of("");
    }

    private static ImmutableList<Tier> tiers(JsonPlace place) {
        ImmutableList.Builder<Tier> tiers = ImmutableList.builder();
        Set<String> ids = new HashSet<>();
        for (JsonPlace element : place.elements("an array of tiers")) {
            Tier tier = tier(element);
            if (!tier.id().isEmpty() && !ids.add(tier.id())) {
                element.at("id").report(quoted(tier.id()) + " is used by an earlier tier");
            }
            tiers.add(tier);
        }
        if (place.isEmptyArray()) {
            place.report("empty; at least one tier is required");
        }
        return tiers.build();
    }

    private static Tier tier(JsonPlace place) {
        place.allowOnly("id", "name", "groups");
        return new Tier(
                place.at("id").text("a tier id"), place.at("name").text("a name"), expression(place.at("groups")));
    }

    private static Pattern expression(JsonPlace place) {
        String text = place.text("a regular expression for group names");
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException invalid) {
            place.report(quoted(text) + " is not a regular expression: " + invalid.getDescription() + " near index "
                    + invalid.getIndex());
            return Pattern.compile("");
        }
    }

    private static String contactTier(JsonPlace place, ImmutableSet<String> ids) {
        String id = place.text("the id of the tier that customers turn to");
        if (!id.isEmpty() && !ids.isEmpty() && !ids.contains(id)) {
            place.report(notATier(id, ids));
        }
        return id;
    }

    private static String notATier(String id, ImmutableSet<String> ids) {
        return quoted(id) + " is not the id of a tier; there are " + String.join(", ", ids);
    }

    private static StatusTable statuses(JsonPlace place) {
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        for (String status : place.keys("an object from status to meaning")) {
            meaning(place.at(status)).ifPresent(meaning -> meanings.put(status, meaning));
        }
        return StatusTable.of(meanings);
    }

    private static Optional<Meaning> meaning(JsonPlace place) {
        if (!place.isObject()) {
            place.allowOnly();
            return Optional.empty();
        }
        String is = place.at("is").text("queued, working, waiting, answered, closed, unknown or unusable");
        return switch (is) {
            case "queued" -> plain(place, new RowState.Queued());
            case "unknown" -> plain(place, new RowState.Unknown());
            case "working" -> plain(place, new RowState.Working());
            case "answered" -> plain(place, new RowState.Answered());
            case "closed" -> plain(place, new RowState.Closed());
            case "waiting" -> waiting(place);
            case "unusable" -> unusable(place);
            default -> unknownMeaning(place, is);
        };
    }

    private static Optional<Meaning> plain(JsonPlace place, RowState state) {
        place.allowOnly("is");
        return Optional.of(new Meaning.State(state));
    }

    private static Optional<Meaning> waiting(JsonPlace place) {
        place.allowOnly("is", "for");
        return place.at("for")
                .constant(RowState.Reason.class)
                .map(reason -> new Meaning.State(new RowState.Waiting(reason)));
    }

    private static Optional<Meaning> unusable(JsonPlace place) {
        place.allowOnly("is", "because");
        return Optional.of(new Meaning.Unusable(place.at("because").text("a reason")));
    }

    private static Optional<Meaning> unknownMeaning(JsonPlace place, String is) {
        place.allowOnly("is", "for", "because");
        if (!is.isEmpty()) {
            place.at("is")
                    .report(quoted(is)
                            + " is not one of queued, working, waiting, answered, closed, unknown, unusable");
        }
        return Optional.empty();
    }

    private static ImmutableMap<String, LoggedImpact> impacts(JsonPlace place, Optional<String> column) {
        if (!place.present() && column.isEmpty()) {
            return ImmutableMap.of();
        }
        ImmutableMap.Builder<String, LoggedImpact> impacts = ImmutableMap.builder();
        for (String value : place.keys("an object from impact value to LOW, MEDIUM, HIGH or MAJOR")) {
            place.at(value).constant(LoggedImpact.class).ifPresent(impact -> impacts.put(value, impact));
        }
        return impacts.buildOrThrow();
    }

    private static ImmutableMap<String, Limit> limits(JsonPlace place, ImmutableSet<String> ids) {
        if (!place.present()) {
            return ImmutableMap.of();
        }
        ImmutableMap.Builder<String, Limit> limits = ImmutableMap.builder();
        for (String id : place.keys("an object from tier id to limit")) {
            if (!ids.isEmpty() && !ids.contains(id)) {
                place.at(id).report(notATier(id, ids));
            }
            limits.put(id, limit(place.at(id)));
        }
        return limits.buildOrThrow();
    }

    private static Limit limit(JsonPlace place) {
        place.allowOnly("limit", "pausedBy");
        return new Limit(duration(place.at("limit")), reasons(place.at("pausedBy")));
    }

    private static Duration duration(JsonPlace place) {
        String text = place.text("an ISO 8601 duration as PT8H");
        try {
            Duration duration = text.isEmpty() ? Duration.ZERO : Duration.parse(text);
            if (!text.isEmpty() && (duration.isZero() || duration.isNegative())) {
                place.report(quoted(text) + " is not a positive duration");
            }
            return duration;
        } catch (DateTimeParseException invalid) {
            place.report(quoted(text) + " is not an ISO 8601 duration, as PT8H");
            return Duration.ZERO;
        }
    }

    private static ImmutableSet<RowState.Reason> reasons(JsonPlace place) {
        if (!place.present()) {
            return ImmutableSet.of();
        }
        return place.elements("an array of reasons for waiting").stream()
                .flatMap(element -> element.constant(RowState.Reason.class).stream())
                .collect(ImmutableSet.toImmutableSet());
    }
}
