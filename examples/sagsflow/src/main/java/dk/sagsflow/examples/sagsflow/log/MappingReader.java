package dk.sagsflow.examples.sagsflow.log;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.examples.sagsflow.log.LogMapping.CaseColumns;
import dk.sagsflow.examples.sagsflow.log.LogMapping.Columns;
import dk.sagsflow.examples.sagsflow.log.LogMapping.Limit;
import dk.sagsflow.examples.sagsflow.log.LogMapping.Tier;
import dk.sagsflow.examples.sagsflow.log.StatusTable.Meaning;
import dk.sagsflow.sla.calibration.Verdict;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Walks the JSON of one mapping and collects every problem. Not thread-safe. */
final class MappingReader {
    private static final String[] MEMBERS = {
        "name",
        "delimiter",
        "encoding",
        "columns",
        "caseColumns",
        "time",
        "missing",
        "tiers",
        "contactTier",
        "noGroup",
        "statuses",
        "impacts",
        "priorities",
        "verdicts",
        "limits"
    };
    private static final String COLUMN_NAME = "a column name";
    private static final String ISO_OFFSET = "iso-offset";
    private static final ImmutableMap<String, RowState> PLAIN_STATES = ImmutableMap.of(
            "queued", new RowState.Queued(),
            "working", new RowState.Working(),
            "answered", new RowState.Answered(),
            "closed", new RowState.Closed(),
            "unknown", new RowState.Unknown());

    private final JsonPlace root;
    private final ImmutableMap<String, String> tierIds;

    private MappingReader(JsonPlace root) {
        this.root = root;
        this.tierIds = root.at("tiers").names("id").stream().collect(ImmutableMap.toImmutableMap(id -> id, id -> id));
    }

    static LogMapping read(Path file) {
        Problems problems = new Problems();
        Optional<LogMapping> mapping = JsonDocument.read(file.toString(), content(file), problems)
                .flatMap(root -> new MappingReader(root).mapping());
        ImmutableList<Problem> found = problems.list();
        if (!found.isEmpty()) {
            throw new UnusableInputException(
                    found.stream().map(Problem::describe).toList());
        }
        return mapping.orElseThrow();
    }

    private static String content(Path file) {
        if (Files.isDirectory(file)) {
            throw new UnusableInputException(file, "is a directory, a JSON file is needed");
        }
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new UnusableInputException(file, "no such file", missing);
        } catch (CharacterCodingException otherwiseEncoded) {
            throw new UnusableInputException(file, "is not UTF-8, as JSON is", otherwiseEncoded);
        } catch (IOException unreadable) {
            throw new UnusableInputException(file, "cannot be read: " + unreadable, unreadable);
        }
    }

    private Optional<LogMapping> mapping() {
        root.allowOnly(MEMBERS);
        Optional<String> name = root.at("name").text("a name");
        Optional<Character> delimiter = root.at("delimiter").ifPresent(MappingReader::delimiter);
        Optional<Charset> encoding =
                root.at("encoding").ifPresent(place -> place.parsed("a known encoding, as UTF-8", Charset::forName));
        Optional<CaseColumns> caseColumns = root.at("caseColumns").ifPresent(MappingReader::caseColumns);
        Optional<Columns> columns = columns(root.at("columns"), caseColumns.orElse(CaseColumns.none()));
        Optional<LogTime> time = time(root.at("time"));
        Optional<ImmutableSet<String>> missing = root.at("missing").ifPresent(MappingReader::missing);
        ImmutableList<Tier> tiers = tiers(root.at("tiers"));
        Optional<String> contactTier = root.at("contactTier").oneOf("tiers", tierIds);
        Optional<String> noGroup = root.at("noGroup").ifPresent(place -> place.text("a group name"));
        StatusTable statuses = statuses(root.at("statuses"));
        ImmutableMap<String, LoggedImpact> impacts = values("impacts", LoggedImpact.class, "columns", "impact");
        ImmutableMap<String, Priority> priorities = values("priorities", Priority.class, "columns", "priority");
        ImmutableMap<String, Verdict> verdicts = values("verdicts", Verdict.class, "caseColumns", "verdict");
        ImmutableMap<String, Limit> limits = limits(root.at("limits"));
        return root.made(() -> new LogMapping(
                name.orElseThrow(),
                delimiter.orElse(','),
                encoding.orElse(StandardCharsets.UTF_8),
                columns.orElseThrow(),
                time.orElseThrow(),
                missing.orElse(ImmutableSet.of("")),
                tiers,
                contactTier.orElseThrow(),
                noGroup,
                statuses,
                impacts,
                priorities,
                verdicts,
                limits));
    }

    private static Optional<Character> delimiter(JsonPlace place) {
        return place.anyText("one character").flatMap(text -> place.made(() -> character(text)));
    }

    private static char character(String text) {
        checkArgument(
                text.length() == 1 && !"\"\r\n".contains(text),
                "%s is not one character other than a quote or a line end",
                OneLine.quoted(text));
        return text.charAt(0);
    }

    private static Optional<Columns> columns(JsonPlace place, CaseColumns ofCase) {
        place.allowOnly("case", "time", "group", "actor", "status", "impact", "priority", "system");
        Optional<String> caseId = place.at("case").text(COLUMN_NAME);
        Optional<String> time = place.at("time").text(COLUMN_NAME);
        Optional<String> group = place.at("group").text(COLUMN_NAME);
        Optional<String> actor = optionalColumn(place.at("actor"));
        ImmutableList<String> status = statusColumns(place.at("status"));
        Optional<String> impact = optionalColumn(place.at("impact"));
        Optional<String> priority = optionalColumn(place.at("priority"));
        Optional<String> system = optionalColumn(place.at("system"));
        return place.made(() -> new Columns(
                caseId.orElseThrow(),
                time.orElseThrow(),
                group.orElseThrow(),
                actor,
                status,
                impact,
                priority,
                system,
                ofCase));
    }

    private static Optional<CaseColumns> caseColumns(JsonPlace place) {
        place.allowOnly("registered", "verdict");
        Optional<String> registered = optionalColumn(place.at("registered"));
        Optional<String> verdict = optionalColumn(place.at("verdict"));
        return place.made(() -> new CaseColumns(registered, verdict));
    }

    private static Optional<String> optionalColumn(JsonPlace place) {
        return place.ifPresent(name -> name.text(COLUMN_NAME));
    }

    private static ImmutableList<String> statusColumns(JsonPlace place) {
        return place.isArray()
                ? place.atLeastOne("an array of column names", name -> name.text(COLUMN_NAME))
                : place.text("a column name or an array of them")
                        .map(ImmutableList::of)
                        .orElse(ImmutableList.of());
    }

    private static Optional<LogTime> time(JsonPlace place) {
        place.allowOnly("format", "zone");
        JsonPlace zone = place.at("zone");
        Optional<String> format = place.at("format").text("\"iso-offset\" or a pattern as d/M/yyyy HH:mm");
        if (format.filter(ISO_OFFSET::equals).isPresent()) {
            if (zone.present()) {
                zone.report("not allowed with " + ISO_OFFSET + ", whose times carry their offset");
            }
            return Optional.of(LogTime.isoOffset());
        }
        Optional<ZoneId> known =
                format.flatMap(pattern -> zone.parsed("a known time zone, as Europe/Copenhagen", ZoneId::of));
        return format.flatMap(pattern ->
                place.at("format").made(() -> LogTime.pattern(pattern, known.orElse(ZoneId.of("UTC")))));
    }

    private static Optional<ImmutableSet<String>> missing(JsonPlace place) {
        return Optional.of(
                place.isArray()
                        ? ImmutableSet.copyOf(place.all("an array of texts", text -> text.anyText("a text")))
                        : place.anyText("a text or an array of texts")
                                .map(ImmutableSet::of)
                                .orElse(ImmutableSet.of()));
    }

    private static ImmutableList<Tier> tiers(JsonPlace place) {
        place.checkUnique("tier", "id");
        return place.atLeastOne("an array of tiers", MappingReader::tier);
    }

    private static Optional<Tier> tier(JsonPlace place) {
        place.allowOnly("id", "name", "groups");
        Optional<String> id = place.at("id").text("a tier id");
        Optional<String> name = place.at("name").text("a name");
        Optional<Pattern> groups = place.at("groups")
                .text("a regular expression for group names")
                .flatMap(expression -> place.at("groups").made(() -> Pattern.compile(expression)));
        return place.made(() -> new Tier(id.orElseThrow(), name.orElseThrow(), groups.orElseThrow()));
    }

    private static StatusTable statuses(JsonPlace place) {
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        for (String status : place.keys()) {
            meaning(place.at(status)).ifPresent(meaning -> meanings.put(status, meaning));
        }
        return StatusTable.of(meanings);
    }

    private static Optional<Meaning> meaning(JsonPlace place) {
        ImmutableMap<String, String> words =
                ImmutableList.of("queued", "working", "waiting", "answered", "closed", "unknown", "unusable").stream()
                        .collect(ImmutableMap.toImmutableMap(word -> word, word -> word));
        String is = place.isObject() ? place.at("is").oneOf("meanings", words).orElse("") : "";
        return switch (is) {
            case "waiting" -> waiting(place);
            case "unusable" -> unusable(place);
            default -> plain(place, Optional.ofNullable(PLAIN_STATES.get(is)));
        };
    }

    private static Optional<Meaning> plain(JsonPlace place, Optional<RowState> state) {
        if (state.isPresent() || !place.isObject()) {
            place.allowOnly("is");
        }
        return state.map(Meaning.State::new);
    }

    private static Optional<Meaning> waiting(JsonPlace place) {
        place.allowOnly("is", "for");
        return place.at("for")
                .constant(RowState.Reason.class)
                .map(reason -> new Meaning.State(new RowState.Waiting(reason)));
    }

    private static Optional<Meaning> unusable(JsonPlace place) {
        place.allowOnly("is", "because");
        return place.at("because").text("a reason").map(Meaning.Unusable::new);
    }

    /** What the values of a column mean; needed if the column is named. */
    private <E extends Enum<E>> ImmutableMap<String, E> values(
            String member, Class<E> type, String columns, String column) {
        JsonPlace place = root.at(member);
        if (!place.present() && !root.at(columns).at(column).present()) {
            return ImmutableMap.of();
        }
        ImmutableMap.Builder<String, E> values = ImmutableMap.builder();
        for (String value : place.keys()) {
            place.at(value).constant(type).ifPresent(meaning -> values.put(value, meaning));
        }
        return values.buildOrThrow();
    }

    private ImmutableMap<String, Limit> limits(JsonPlace place) {
        ImmutableMap.Builder<String, Limit> limits = ImmutableMap.builder();
        for (String id : place.present() ? place.keys() : ImmutableSet.<String>of()) {
            if (!tierIds.containsKey(id)) {
                place.at(id).report("not one of the tiers " + String.join(", ", tierIds.keySet()));
            }
            limit(place.at(id)).ifPresent(limit -> limits.put(id, limit));
        }
        return limits.buildOrThrow();
    }

    private static Optional<Limit> limit(JsonPlace place) {
        place.allowOnly("limit", "pausedBy");
        Optional<Duration> limit =
                place.at("limit").parsed("a positive ISO 8601 duration, as PT8H", MappingReader::positive);
        ImmutableList<RowState.Reason> reasons = place.at("pausedBy")
                .all("an array of reasons for waiting", reason -> reason.constant(RowState.Reason.class));
        return place.made(() -> new Limit(limit.orElseThrow(), ImmutableSet.copyOf(reasons)));
    }

    private static Duration positive(String text) {
        Duration duration = Bounds.duration("the duration", Duration.parse(text));
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(text + " is not positive");
        }
        return duration;
    }
}
