package dk.sagsflow.imports.zendesk;

import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.draft.Translation;
import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.setting.ImportSettings;
import java.util.ArrayList;
import java.util.List;

/** Answers of Zendesk's REST interface: policies of service levels and of groups, schedules, holidays, names of groups. */
public final class ZendeskTranslation implements Translation {
    private static final String NEEDED =
            "no answer of Zendesk that is read here; it has one of the members sla_policies,"
                    + " sla_policy, group_sla_policies, schedules, schedule, holidays, groups";

    /** Reads nothing yet. */
    public ZendeskTranslation() {}

    @Override
    public void translate(ExportFiles files, ImportSettings settings, ModelDraft draft) {
        List<JsonPlace> roots = new ArrayList<>();
        files.texts()
                .forEach((name, text) ->
                        JsonDocument.read(name, text, files.problems()).ifPresent(roots::add));
        roots.stream().filter(root -> !known(root)).forEach(root -> root.report(NEEDED));
        roots.stream().filter(JsonPlace::isObject).forEach(ZendeskTranslation::checkWhole);
        Schedules schedules = new Schedules(settings, draft);
        list(roots, "schedules", "schedule").forEach(schedules::read);
        schedules.holidays(with(roots, "holidays"));
        Groups groups = new Groups(draft);
        list(roots, "groups", "group").forEach(groups::read);
        Policies policies = new Policies(schedules, groups, draft);
        policies.customers(list(roots, "sla_policies", "sla_policy"));
        policies.groups(list(roots, "group_sla_policies", "group_sla_policy"));
    }

    private static boolean known(JsonPlace root) {
        return root.isObject()
                && List.of(
                                "sla_policies",
                                "sla_policy",
                                "group_sla_policies",
                                "group_sla_policy",
                                "schedules",
                                "schedule",
                                "holidays",
                                "groups",
                                "group")
                        .stream()
                        .anyMatch(member -> root.at(member).present());
    }

    /** An answer may be one page of several. */
    private static void checkWhole(JsonPlace root) {
        JsonPlace next = root.at("next_page");
        if (next.isText()) {
            next.report("there are more pages; ask for them, and give their files too");
        }
    }

    private static List<JsonPlace> with(List<JsonPlace> roots, String member) {
        return roots.stream().filter(root -> root.at(member).present()).toList();
    }

    private static List<JsonPlace> list(List<JsonPlace> roots, String many, String one) {
        List<JsonPlace> found = new ArrayList<>();
        for (JsonPlace root : roots) {
            if (root.at(many).present()) {
                found.addAll(root.at(many).elements("an array"));
            } else if (root.at(one).present()) {
                found.add(root.at(one));
            }
        }
        return found;
    }
}
