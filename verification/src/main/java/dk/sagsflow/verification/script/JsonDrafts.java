package dk.sagsflow.verification.script;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import java.util.Optional;

/** Scenarios in JSON. Not thread-safe. */
final class JsonDrafts {
    static final int FORMAT = 1;

    private final String file;
    private final String text;
    private final ImmutableList<Integer> lines;

    private JsonDrafts(String file, String text) {
        this.file = file;
        this.text = text;
        this.lines = Text.lineStarts(text);
    }

    static ImmutableList<Draft> read(String file, String text, Problems problems) {
        JsonDrafts reading = new JsonDrafts(file, text);
        return JsonDocument.read(file, text, problems).map(reading::drafts).orElse(ImmutableList.of());
    }

    private ImmutableList<Draft> drafts(JsonPlace root) {
        root.allowOnly("$schema", "format", "about", "scenarios");
        Optional<String> unused = root.at("about").ifPresent(place -> place.text("what the scenarios are about"));
        JsonPlace scenarios = root.at("scenarios");
        ImmutableList<Draft> drafts =
                root.readable(FORMAT) ? scenarios.atLeastOne("a list of scenarios", this::draft) : ImmutableList.of();
        scenarios.checkUnique("scenario", "name");
        return drafts;
    }

    private Optional<Draft> draft(JsonPlace place) {
        place.allowOnly("name", "about", "given", "when", "then");
        Optional<String> name = place.at("name").text("the name of a scenario");
        Optional<String> unused = place.at("about").ifPresent(about -> about.text("why it is so"));
        ScriptRow given = row(place.at("given"));
        ImmutableList<ScriptRow> when = place.at("when").all("a list of what happens", each -> Optional.of(row(each)));
        ImmutableList<ScriptRow> then =
                place.at("then").atLeastOne("a list of what must hold", each -> Optional.of(row(each)));
        return name.map(text -> new Draft(
                new ScriptRow.Cell(ImmutableList.of(text), spot(place.at("name"))), spot(place), given, when, then));
    }

    private ScriptRow row(JsonPlace place) {
        ImmutableMap.Builder<String, ScriptRow.Cell> cells = ImmutableMap.builder();
        for (String key : place.keys()) {
            JsonPlace value = place.at(key);
            texts(value).ifPresent(texts -> cells.put(key, new ScriptRow.Cell(texts, spot(value))));
        }
        return new ScriptRow(spot(place), cells.buildOrThrow());
    }

    private static Optional<ImmutableList<String>> texts(JsonPlace value) {
        if (value.isArray()) {
            return Optional.of(value.all("a list of texts", each -> each.text("a text")));
        }
        return value.text("a text, or a list of texts").map(ImmutableList::of);
    }

    private Spot spot(JsonPlace place) {
        int from = lines.get(place.line() - 1) + place.column() - 1;
        return new Spot(file, place.line(), place.column(), from, Text.endOfJson(text, from));
    }
}
