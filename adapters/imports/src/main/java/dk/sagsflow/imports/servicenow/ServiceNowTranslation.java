package dk.sagsflow.imports.servicenow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.draft.Translation;
import dk.sagsflow.imports.export.Entry;
import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.export.Tables;
import dk.sagsflow.imports.setting.ImportSettings;
import java.util.HashSet;
import java.util.Set;

/** Tables of ServiceNow as JSON, CSV or XML. */
public final class ServiceNowTranslation implements Translation {
    private static final ImmutableSet<String> TABLES = ImmutableSet.of(
            "contract_sla", "cmn_schedule", "cmn_schedule_span", "cmn_other_schedule", "sys_user_group");

    /** Reads nothing yet. */
    public ServiceNowTranslation() {}

    @Override
    public void translate(ExportFiles files, ImportSettings settings, ModelDraft draft) {
        ImmutableList<Entry> rows = Tables.read(files, TABLES);
        Set<String> ids = new HashSet<>();
        for (Entry row : rows) {
            row.needed("sys_id", "a sys_id")
                    .filter(id -> !ids.add(id))
                    .ifPresent(id -> row.report("sys_id", "record " + id + " is there already; ids are given once"));
        }
        NowSchedules schedules = new NowSchedules(rows, settings, draft);
        NowConditions conditions = new NowConditions(rows, draft);
        Definitions definitions = new Definitions(schedules, conditions, draft);
        of(rows, "contract_sla").forEach(definitions::read);
    }

    /** The rows of a table. */
    static ImmutableList<Entry> of(ImmutableList<Entry> rows, String table) {
        return rows.stream().filter(row -> row.table().equals(table)).collect(ImmutableList.toImmutableList());
    }
}
