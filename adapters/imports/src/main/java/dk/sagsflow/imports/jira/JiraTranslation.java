package dk.sagsflow.imports.jira;

import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.draft.Translation;
import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.setting.ImportSettings;
import java.util.ArrayList;
import java.util.List;

/** Agreements of a project with their goals, and its calendars, as JSON. */
public final class JiraTranslation implements Translation {
    /** Reads nothing yet. */
    public JiraTranslation() {}

    @Override
    public void translate(ExportFiles files, ImportSettings settings, ModelDraft draft) {
        List<JsonPlace> roots = new ArrayList<>();
        files.texts()
                .forEach((name, text) ->
                        JsonDocument.read(name, text, files.problems()).ifPresent(roots::add));
        roots.stream()
                .filter(root -> list(root, "timeMetrics").isEmpty()
                        && list(root, "calendars").isEmpty())
                .forEach(root ->
                        root.report("nothing of Jira Service Management that is read here; it has one of the members"
                                + " timeMetrics, calendars, with at least one element"));
        JiraCalendars calendars = new JiraCalendars(settings, draft);
        roots.forEach(root -> list(root, "calendars").forEach(calendars::read));
        TimeMetrics metrics = new TimeMetrics(calendars, draft);
        roots.forEach(root -> list(root, "timeMetrics").forEach(metrics::read));
    }

    private static List<JsonPlace> list(JsonPlace root, String member) {
        return root.isObject() && root.at(member).isArray() ? root.at(member).elements("an array") : List.of();
    }
}
