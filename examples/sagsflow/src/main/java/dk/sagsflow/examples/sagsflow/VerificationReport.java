package dk.sagsflow.examples.sagsflow;

import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.comparison.ModelChange;
import dk.sagsflow.verification.comparison.ModelComparison;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.finding.RootCause;
import dk.sagsflow.verification.finding.Severity;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The findings about a model as text, as JSON and as SARIF 2.1.0. */
final class VerificationReport {
    private static final List<FindingCode> CODES = List.of(FindingCode.values());
    private static final List<ModelChange.Kind> CHANGES = List.of(ModelChange.Kind.values());

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Path folder;
    private final Optional<Path> people;
    private final ModelFolder model;
    private final LocalDate from;
    private final LocalDate ofLaws;
    private final List<Finding> findings;
    private final List<RootCause> causes;
    private final int accepted;
    private final Optional<ModelComparison> changes;

    /**
     * What was found.
     *
     * @param from the first day of the year for which calendars are compared
     * @param ofLaws the first day of that for which laws are held
     */
    record Verified(
            LocalDate from, LocalDate ofLaws, ModelVerification verification, Optional<ModelComparison> changes) {}

    VerificationReport(Path folder, Optional<Path> people, ModelFolder model, Verified verified) {
        this.changes = verified.changes();
        this.folder = folder;
        this.people = people;
        this.model = model;
        this.from = verified.from();
        this.ofLaws = verified.ofLaws();
        this.findings = verified.verification().findings();
        this.causes = verified.verification().rootCauses();
        this.accepted = verified.verification().accepted().size();
    }

    void print(PrintStream out) {
        for (RootCause cause : causes) {
            Finding finding = cause.finding();
            out.println(line(finding));
            finding.counterexample().ifPresent(shown -> out.println("    shown by " + OneLine.of(shown.describe())));
            out.println("    " + finding.advice());
            cause.following().forEach(following -> out.println("    explains " + line(following)));
        }
        out.println("errors: " + count(Severity.ERROR) + ", warnings: " + count(Severity.WARNING) + ", notes: "
                + count(Severity.NOTE)
                + (accepted == 0 ? "" : ", accepted: " + accepted) + "; calendars from " + from
                + (ofLaws.equals(from) ? "" : "; laws from " + ofLaws));
        changes.ifPresent(all -> print(all, out));
    }

    private static void print(ModelComparison all, PrintStream out) {
        for (ModelChange change : all.changes()) {
            out.println(OneLine.of(change.describe()));
            change.shown().ifPresent(shown -> out.println("    shown by " + OneLine.of(shown.describe())));
        }
        out.println(
                all.nothingChanges()
                        ? "nothing changes: proved for every case and every start in the year"
                        : "changes: " + all.changes().size());
    }

    private String line(Finding finding) {
        return path(finding.place().file()) + position(finding) + ": " + level(finding.code()) + " "
                + finding.code().id() + ": " + OneLine.of(finding.message());
    }

    private long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** People may come from elsewhere than the model. */
    private Path path(String file) {
        return people.filter(elsewhere -> file.equals(PeopleFile.NAME)).orElseGet(() -> folder.resolve(file));
    }

    private static String position(Finding finding) {
        return finding.place()
                .position()
                .map(position -> ":" + position.line() + ":" + position.column())
                .orElse("");
    }

    private static String level(FindingCode code) {
        return code.severity().name().toLowerCase(Locale.ROOT);
    }

    String json() {
        ObjectNode report = mapper.createObjectNode();
        report.put("format", 1)
                .put("model", model.model().organisation().name())
                .put("contentHash", model.contentHash())
                .put("from", from.toString());
        if (!ofLaws.equals(from)) {
            report.put("lawsFrom", ofLaws.toString());
        }
        model.version().ifPresent(version -> report.put("version", version));
        ArrayNode list = report.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode node = list.addObject();
            add(node, finding);
            explained(finding).ifPresent(cause -> node.put("explainedBy", findings.indexOf(cause)));
        }
        changes.ifPresent(all -> add(report.putArray("changes"), all));
        return text(report);
    }

    private static void add(ArrayNode list, ModelComparison all) {
        for (ModelChange change : all.changes()) {
            ObjectNode node = list.addObject()
                    .put("kind", change.kind().name())
                    .put("what", change.what())
                    .put("cases", change.cases());
            change.shown().ifPresent(shown -> add(node.putObject("counterexample"), shown));
        }
    }

    private Optional<Finding> explained(Finding finding) {
        return causes.stream()
                .filter(cause -> cause.following().contains(finding))
                .map(RootCause::finding)
                .findFirst();
    }

    private static void add(ObjectNode node, Finding finding) {
        node.put("code", finding.code().id())
                .put("kind", finding.code().name())
                .put("severity", level(finding.code()))
                .put("file", finding.place().file())
                .put("pointer", finding.place().pointer());
        finding.place()
                .position()
                .ifPresent(position -> node.put("line", position.line())
                        .put("column", position.column())
                        .put("place", position.named()));
        node.put("message", finding.message()).put("advice", finding.advice());
        finding.counterexample().ifPresent(shown -> add(node.putObject("counterexample"), shown));
    }

    private static void add(ObjectNode node, Counterexample shown) {
        ObjectNode values = node.putObject("values");
        shown.values().forEach((field, value) -> values.put(field.name(), value));
        if (!shown.attributes().isEmpty()) {
            ObjectNode attributes = node.putObject("attributes");
            shown.attributes().forEach((attribute, value) -> attributes.put(attribute.value(), value.describe()));
        }
        if (!shown.words().isEmpty()) {
            shown.words().forEach(node.putArray("words")::add);
        }
        ArrayNode way = node.putArray("way");
        shown.way().stream().map(GroupId::value).forEach(way::add);
        shown.at().ifPresent(at -> node.put("at", at.toString()));
        shown.decided().ifPresent(at -> node.put("decided", at.toString()));
    }

    String sarif() {
        ObjectNode report = mapper.createObjectNode();
        report.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
        ObjectNode run = report.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "sagsflow-verify");
        ArrayNode rules = driver.putArray("rules");
        for (FindingCode code : CODES) {
            rule(rules.addObject(), code);
        }
        changes.ifPresent(all -> CHANGES.forEach(kind -> rule(rules.addObject(), kind)));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        findings.forEach(finding -> result(results.addObject(), finding));
        changes.ifPresent(all -> all.changes().forEach(change -> result(results.addObject(), change)));
        return text(report);
    }

    private static void rule(ObjectNode rule, FindingCode code) {
        rule.put("id", code.id()).put("name", code.name());
        rule.putObject("shortDescription").put("text", code.meaning());
        rule.putObject("help").put("text", code.advice());
        rule.putObject("defaultConfiguration").put("level", level(code));
    }

    /** What changes comes from no line of one file, so it has no place. */
    private static void rule(ObjectNode rule, ModelChange.Kind kind) {
        rule.put("id", id(kind)).put("name", kind.name());
        rule.putObject("shortDescription")
                .put("text", "A desk does otherwise than by the model before: " + words(kind) + ".");
        rule.putObject("defaultConfiguration").put("level", "note");
    }

    private static String id(ModelChange.Kind kind) {
        return "changed/" + words(kind);
    }

    private static String words(ModelChange.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void result(ObjectNode result, ModelChange change) {
        result.put("ruleId", id(change.kind()))
                .put("ruleIndex", CODES.size() + CHANGES.indexOf(change.kind()))
                .put("level", "note");
        result.putObject("message").put("text", change.describe());
        change.shown().ifPresent(shown -> add(result.putObject("properties").putObject("counterexample"), shown));
    }

    private void result(ObjectNode result, Finding finding) {
        result.put("ruleId", finding.code().id())
                .put("ruleIndex", CODES.indexOf(finding.code()))
                .put("level", level(finding.code()));
        result.putObject("message").put("text", finding.message());
        location(result.putArray("locations").addObject(), finding.place());
        finding.counterexample()
                .ifPresent(shown -> add(result.putObject("properties").putObject("counterexample"), shown));
    }

    private void location(ObjectNode location, Place place) {
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(place.file()));
        place.position()
                .ifPresent(position -> physical.putObject("region")
                        .put("startLine", position.line())
                        .put("startColumn", position.column()));
        location.putArray("logicalLocations").addObject().put("fullyQualifiedName", place.pointer());
    }

    /** The file as the folder was given: what is relative stays so. */
    private String uri(String file) {
        Path path = path(file);
        if (path.isAbsolute()) {
            return path.toUri().toString();
        }
        String text = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        try {
            return new URI(null, null, text, null).toString();
        } catch (URISyntaxException unfit) {
            return path.toUri().toString();
        }
    }

    private String text(ObjectNode report) {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }
}
