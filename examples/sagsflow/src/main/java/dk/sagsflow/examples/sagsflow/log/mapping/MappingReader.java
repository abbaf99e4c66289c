package dk.sagsflow.examples.sagsflow.log.mapping;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.ObjectArrays;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.examples.sagsflow.log.file.LogFormat;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.file.ValueText;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping.Columns;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping.Limit;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping.Tier;
import dk.sagsflow.examples.sagsflow.log.mapping.StatusTable.Meaning;
import dk.sagsflow.examples.sagsflow.log.time.LogTime;
import dk.sagsflow.sla.calibration.Verdict;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Walks the JSON of one mapping and collects every problem. Not thread-safe. */
final class MappingReader {
    private static final String[] MEMBERS = {
        "name",
        "delimiter",
        "encoding",
        "root",
        "records",
        "columns",
        "caseColumns",
        "keeps",
        "changes",
        "moments",
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
    private static final ImmutableSet<Column> OF_CASE =
            ImmutableSet.of(Column.REGISTERED, Column.VERDICT, Column.CATEGORY, Column.KNOWN_ERROR);
    private static final String COLUMN_NAME = "a column name";
    private static final ImmutableSet<String> TIMES_WITHOUT_ZONE =
            ImmutableSet.of("iso-offset", "epoch-seconds", "epoch-milliseconds");
    private static final ImmutableMap<String, String> LANGUAGES = ImmutableMap.of("en", "en", "da", "da");
    private static final ImmutableMap<String, String> MEANINGS = Maps.toMap(
            ImmutableList.of("queued", "working", "waiting", "answered", "closed", "cancelled", "unknown", "unusable"),
            word -> word);

    private static final ImmutableMap<String, RowState> PLAIN_STATES = ImmutableMap.of(
            "queued", new RowState.Queued(),
            "working", new RowState.Working(),
            "answered", new RowState.Answered(),
            "closed", new RowState.Closed(),
            "cancelled", new RowState.Cancelled(),
            "unknown", new RowState.Unknown());
    private static final ImmutableMap<String, Column> CHANGEABLE = Stream.of(
                    Column.GROUP, Column.STATUS, Column.IMPACT, Column.PRIORITY, Column.SYSTEM, Column.TYPE)
            .collect(ImmutableMap.toImmutableMap(Column::word, column -> column));

    private final JsonPlace root;
    private final ImmutableMap<String, String> tierIds;

    private MappingReader(JsonPlace root) {
        this.root = root;
        this.tierIds = root.at("tiers").names("id").stream().collect(ImmutableMap.toImmutableMap(id -> id, id -> id));
    }

    /** The keys of a mapping. */
    static ImmutableList<String> members() {
        return ImmutableList.copyOf(MEMBERS);
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

    static String content(Path file) {
        if (Files.isDirectory(file)) {
            throw new UnusableInputException(file, "is a directory, a JSON file is needed");
        }
        try {
            return ValueText.composed(Files.readString(file));
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
        LogFormat format = format(root);
        Optional<LogShape> shape = shape();
        Optional<Columns> columns = columns(root.at("columns"), root.at("caseColumns"), shape);
        Optional<LogTime> time = time(root.at("time"));
        Optional<ImmutableSet<String>> missing = root.at("missing").ifPresent(MappingReader::missing);
        ImmutableList<Tier> tiers = tiers(root.at("tiers"));
        Optional<String> contactTier = root.at("contactTier").oneOf("tiers", tierIds);
        Optional<String> noGroup = root.at("noGroup").ifPresent(place -> place.text("a group name"));
        boolean statusesNeeded = shape.filter(LogShape.OneRow.class::isInstance).isEmpty();
        StatusTable statuses = statuses(root.at("statuses"), statusesNeeded);
        ImmutableMap<String, LoggedImpact> impacts = values("impacts", LoggedImpact.class, "columns", "impact");
        ImmutableMap<String, Priority> priorities = values("priorities", Priority.class, "columns", "priority");
        ImmutableMap<String, Verdict> verdicts = values("verdicts", Verdict.class, "caseColumns", "verdict");
        ImmutableMap<String, Limit> limits = limits(root.at("limits"));
        return root.made(() -> new LogMapping(
                name.orElseThrow(),
                format,
                columns.orElseThrow(),
                shape.orElseThrow(),
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

    static LogFormat format(JsonPlace root) {
        Optional<Character> delimiter = root.at("delimiter").ifPresent(MappingReader::delimiter);
        Optional<Charset> encoding =
                root.at("encoding").ifPresent(place -> place.parsed("a known encoding, as UTF-8", Charset::forName));
        Optional<String> array = root.at("root").ifPresent(place -> place.text("the member that has the records"));
        Optional<String> records = root.at("records").ifPresent(place -> place.text("the member that has the rows"));
        return new LogFormat(delimiter, encoding, array, records);
    }

    private Optional<LogShape> shape() {
        if (root.at("keeps").present()
                && (root.at("moments").present() || root.at("changes").present())) {
            root.at("keeps").report("not together with moments or changes, of which it is so anyway");
        }
        if (root.at("moments").present()) {
            if (root.at("changes").present()) {
                root.at("changes").report("not together with moments: a row is a case or a change of one");
            }
            ImmutableList<LogShape.Moment> moments =
                    root.at("moments").atLeastOne("an array of moments", MappingReader::moment);
            return moments.isEmpty() ? Optional.empty() : Optional.of(new LogShape.OneRow(moments));
        }
        return root.at("changes").present() ? changes(root.at("changes")) : Optional.of(new LogShape.Steps(keeps()));
    }

    private ImmutableSet<Column> keeps() {
        JsonPlace keeps = root.at("keeps");
        return keeps.present()
                ? ImmutableSet.copyOf(
                        keeps.atLeastOne("an array of columns", column -> column.oneOf("columns", CHANGEABLE)))
                : ImmutableSet.of();
    }

    private static Optional<LogShape.Moment> moment(JsonPlace place) {
        Optional<String> column = place.at("column").text(COLUMN_NAME);
        Optional<RowState> state = meaning(place, "column").flatMap(MappingReader::state);
        return place.made(() -> new LogShape.Moment(column.orElseThrow(), state.orElseThrow()));
    }

    private static Optional<RowState> state(Meaning meaning) {
        return meaning instanceof Meaning.State state ? Optional.of(state.state()) : Optional.empty();
    }

    private static Optional<LogShape> changes(JsonPlace place) {
        place.allowOnly("field", "value", "fields", "before");
        Optional<String> field = place.at("field").text(COLUMN_NAME);
        Optional<String> value = place.at("value").text(COLUMN_NAME);
        ImmutableMap.Builder<String, Column> fields = ImmutableMap.builder();
        for (String name : place.at("fields").keys()) {
            place.at("fields").at(name).oneOf("fields", CHANGEABLE).ifPresent(column -> fields.put(name, column));
        }
        ImmutableMap<Column, String> before = before(place.at("before"));
        return place.made(
                () -> new LogShape.Changes(field.orElseThrow(), value.orElseThrow(), fields.buildOrThrow(), before));
    }

    private static ImmutableMap<Column, String> before(JsonPlace place) {
        ImmutableMap.Builder<Column, String> before = ImmutableMap.builder();
        for (String name : place.present() ? place.keys() : ImmutableSet.<String>of()) {
            Column column = CHANGEABLE.get(name);
            if (column == null) {
                place.at(name).report("not one of " + String.join(", ", CHANGEABLE.keySet()));
            } else {
                place.at(name).text("a value").ifPresent(text -> before.put(column, text));
            }
        }
        return before.buildOrThrow();
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

    private Optional<Columns> columns(JsonPlace place, JsonPlace ofCase, Optional<LogShape> shape) {
        place.allowOnly("case", "time", "group", "actor", "status", "impact", "priority", "system", "type");
        boolean steps = shape.filter(LogShape.Steps.class::isInstance).isPresent();
        ImmutableMap.Builder<Column, String> named = ImmutableMap.builder();
        for (Column column : Column.values()) {
            JsonPlace name = place.at(column.word());
            if (ofRow(column) && (needed(column, shape) || name.present())) {
                name.text(COLUMN_NAME).ifPresent(text -> named.put(column, text));
            }
        }
        columns(ofCase, named);
        ImmutableList<String> status = steps ? statusColumns(place.at("status")) : ImmutableList.of();
        return place.made(() -> new Columns(named.buildOrThrow(), status));
    }

    private static void columns(JsonPlace ofCase, ImmutableMap.Builder<Column, String> named) {
        if (ofCase.present()) {
            ofCase.allowOnly(OF_CASE.stream().map(Column::word).toArray(String[]::new));
            for (Column column : OF_CASE) {
                optionalColumn(ofCase.at(column.word())).ifPresent(text -> named.put(column, text));
            }
        }
    }

    private boolean needed(Column column, Optional<LogShape> shape) {
        return switch (column) {
            case CASE -> true;
            case TIME -> shape.filter(LogShape.OneRow.class::isInstance).isEmpty();
            case GROUP ->
                shape.filter(LogShape.Steps.class::isInstance).isPresent()
                        && !root.at("noGroup").present();
            default -> false;
        };
    }

    private static boolean ofRow(Column column) {
        return column != Column.STATUS && !OF_CASE.contains(column);
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

    static Optional<LogTime> time(JsonPlace place) {
        place.allowOnly("format", "zone", "language");
        JsonPlace zone = place.at("zone");
        Optional<String> format = place.at("format")
                .text("iso-offset, iso, epoch-seconds, epoch-milliseconds, spreadsheet or a pattern as d/M/yyyy HH:mm");
        boolean danish = place.at("language")
                .ifPresent(language -> language.oneOf("languages", LANGUAGES))
                .filter("da"::equals)
                .isPresent();
        String said = format.orElse("");
        if (TIMES_WITHOUT_ZONE.contains(said) && zone.present()) {
            zone.report("not allowed with " + said + ", whose times need none");
        }
        boolean asked = zone.present() || said.equals("iso") || said.equals("spreadsheet");
        Optional<ZoneId> known =
                asked ? zone.parsed("a known time zone, as Europe/Copenhagen", ZoneId::of) : Optional.empty();
        boolean unreadable = asked && known.isEmpty();
        return format.flatMap(text ->
                place.at("format").made(() -> timeOf(text, unreadable ? Optional.of(ZoneOffset.UTC) : known, danish)));
    }

    private static LogTime timeOf(String format, Optional<ZoneId> zone, boolean danish) {
        return switch (format) {
            case "iso-offset" -> LogTime.isoOffset();
            case "epoch-seconds" -> LogTime.epochSeconds();
            case "epoch-milliseconds" -> LogTime.epochMilliseconds();
            case "iso" -> LogTime.iso(zone.orElseThrow());
            case "spreadsheet" -> LogTime.spreadsheet(zone.orElseThrow());
            default -> danish ? LogTime.danishPattern(format, zone) : LogTime.pattern(format, zone);
        };
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

    private static StatusTable statuses(JsonPlace place, boolean needed) {
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        for (String status : needed || place.present() ? place.keys() : ImmutableSet.<String>of()) {
            meaning(place.at(status)).ifPresent(meaning -> meanings.put(status, meaning));
        }
        return StatusTable.of(meanings);
    }

    private static Optional<Meaning> meaning(JsonPlace place, String... beside) {
        String is =
                place.isObject() ? place.at("is").oneOf("meanings", MEANINGS).orElse("") : "";
        return switch (is) {
            case "waiting" -> waiting(place, beside);
            case "unusable" -> unusable(place, beside);
            default -> plain(place, Optional.ofNullable(PLAIN_STATES.get(is)), beside);
        };
    }

    private static Optional<Meaning> plain(JsonPlace place, Optional<RowState> state, String... beside) {
        if (state.isPresent() || !place.isObject()) {
            place.allowOnly(ObjectArrays.concat(beside, "is"));
        }
        return state.map(Meaning.State::new);
    }

    private static Optional<Meaning> waiting(JsonPlace place, String... beside) {
        place.allowOnly(ObjectArrays.concat(new String[] {"is", "for"}, beside, String.class));
        return place.at("for")
                .constant(RowState.Reason.class)
                .map(reason -> new Meaning.State(new RowState.Waiting(reason)));
    }

    private static Optional<Meaning> unusable(JsonPlace place, String... beside) {
        place.allowOnly(ObjectArrays.concat(new String[] {"is", "because"}, beside, String.class));
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
