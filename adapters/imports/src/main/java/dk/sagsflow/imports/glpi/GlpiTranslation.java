package dk.sagsflow.imports.glpi;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.draft.Translation;
import dk.sagsflow.imports.export.Entry;
import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.export.Tables;
import dk.sagsflow.imports.setting.ImportSettings;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Item types of GLPI as its REST interface lists them, each in a file that is named for it. */
public final class GlpiTranslation implements Translation {
    private static final ImmutableSet<String> TABLES = ImmutableSet.of(
            "SLM",
            "SLA",
            "OLA",
            "SlaLevel",
            "OlaLevel",
            "SlaLevelAction",
            "OlaLevelAction",
            "SlaLevelCriteria",
            "OlaLevelCriteria",
            "Calendar",
            "CalendarSegment",
            "Calendar_Holiday",
            "Holiday");

    /** Reads nothing yet. */
    public GlpiTranslation() {}

    @Override
    public void translate(ExportFiles files, ImportSettings settings, ModelDraft draft) {
        ImmutableList<Entry> rows = Tables.read(files, TABLES);
        Set<String> ids = new HashSet<>();
        for (Entry row : rows) {
            row.needed("id", "an id")
                    .filter(id -> !ids.add(row.table() + " " + id))
                    .ifPresent(
                            id -> row.report("id", row.table() + " " + id + " is there already; ids are given once"));
        }
        GlpiCalendars calendars = new GlpiCalendars(rows, settings, draft);
        ServiceLevels levels = new ServiceLevels(rows, calendars, draft);
        levels.read("SLA");
        levels.read("OLA");
    }

    /** The rows of a table. */
    static ImmutableList<Entry> of(ImmutableList<Entry> rows, String table) {
        return rows.stream()
                .filter(row -> row.table().toLowerCase(Locale.ROOT).equals(table.toLowerCase(Locale.ROOT)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether a reference leads somewhere: 0 is none. */
    static boolean leads(String reference) {
        return !reference.equals("0") && !reference.equals("-1");
    }
}
