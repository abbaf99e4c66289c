package dk.sagsflow.imports.draft;

import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.setting.ImportSettings;

/** Reads what one helpdesk exports. */
@FunctionalInterface
public interface Translation {
    /** Reads the files into a model; what is wrong with them is reported to them. */
    void translate(ExportFiles files, ImportSettings settings, ModelDraft draft);
}
