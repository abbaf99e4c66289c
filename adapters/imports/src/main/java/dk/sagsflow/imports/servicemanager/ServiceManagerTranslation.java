package dk.sagsflow.imports.servicemanager;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.draft.Translation;
import dk.sagsflow.imports.export.Entry;
import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.export.Tables;
import dk.sagsflow.imports.setting.ImportSettings;
import java.util.List;

/** Tables of HP Service Manager, with a file {@code mapping.json} that names them and their columns. */
public final class ServiceManagerTranslation implements Translation {
    private static final String MAPPING = "mapping.json";

    /** Reads nothing yet. */
    public ServiceManagerTranslation() {}

    @Override
    public void translate(ExportFiles files, ImportSettings settings, ModelDraft draft) {
        List<String> mappings = files.texts().keySet().stream()
                .filter(name -> name.endsWith(MAPPING))
                .toList();
        if (mappings.size() != 1) {
            files.report(
                    files.whole().file(),
                    "there are " + mappings.size() + " files " + MAPPING
                            + "; one is needed, which names the tables and columns of the export");
            return;
        }
        String name = mappings.get(0);
        JsonDocument.read(name, files.texts().getOrDefault(name, ""), files.problems())
                .map(ExportNames::of)
                .ifPresent(names -> translate(names, tables(names, files, name), settings, draft));
    }

    private static ImmutableList<Entry> tables(ExportNames names, ExportFiles files, String mapping) {
        ImmutableMap<String, String> others =
                ImmutableMap.copyOf(Maps.filterKeys(files.texts(), file -> !file.equals(mapping)));
        ImmutableSet<String> known =
                names.parts().values().stream().map(ExportNames.Section::table).collect(ImmutableSet.toImmutableSet());
        return Tables.read(new ExportFiles(others, files.problems()), known);
    }

    private static void translate(
            ExportNames names, ImmutableList<Entry> entries, ImportSettings settings, ModelDraft draft) {
        DutyHours hours = new DutyHours(
                names.rows(ExportNames.Part.HOURS, entries),
                names.rows(ExportNames.Part.HOLIDAYS, entries),
                settings,
                draft);
        ProcessTargets targets = new ProcessTargets(names, hours, draft);
        targets.read(names.rows(ExportNames.Part.AGREEMENTS, entries), names.rows(ExportNames.Part.TARGETS, entries));
    }
}
