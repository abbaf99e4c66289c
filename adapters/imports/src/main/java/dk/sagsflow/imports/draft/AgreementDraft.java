package dk.sagsflow.imports.draft;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.imports.note.ModelPlace;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An agreement with every customer that is being written. Not thread-safe. */
public final class AgreementDraft {
    private final String id;
    private final String name;
    private final AgreementKind kind;
    private final ImmutableList<String> provider;
    private final ModelPlace place;
    private final PlainNames ids = new PlainNames();
    private final List<TargetDraft> targets = new ArrayList<>();
    private ChangePolicy onChange = ChangePolicy.RECOMPUTE;
    private ReopeningPolicy onReopening = ReopeningPolicy.CONTINUE;

    AgreementDraft(String id, String name, AgreementKind kind, ImmutableList<String> provider, ModelPlace place) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.provider = provider;
        this.place = place;
    }

    /** Where it stands. */
    public ModelPlace place() {
        return place;
    }

    /** What it makes of a case that comes under another target on its way. */
    public void onChange(ChangePolicy policy) {
        onChange = policy;
    }

    /** What it makes of a case that comes back. */
    public void onReopening(ReopeningPolicy policy) {
        onReopening = policy;
    }

    /** One more target; where it stands. */
    public ModelPlace add(TargetDraft target) {
        targets.add(target);
        return new ModelPlace(place.file(), place.pointer() + "/targets/" + (targets.size() - 1));
    }

    /** Whether a target would compete with one that is there: it measures the same over the same span, for the same cases. */
    public boolean competes(TargetDraft target) {
        return targets.stream()
                .anyMatch(there -> there.span().equals(target.span())
                        && !ConditionDraft.exclude(there.condition(), target.condition()));
    }

    boolean empty() {
        return targets.isEmpty();
    }

    void write(ObjectNode node) {
        node.put("id", id).put("name", name).put("kind", kind.name());
        node.putObject("provider").put(provider.get(0), provider.get(1));
        node.putObject("consumer").put("customers", "EVERY");
        node.put("onChange", onChange.name()).put("onReopening", onReopening.name());
        ArrayNode list = node.putArray("targets");
        targets.forEach(target -> target.write(ids.fresh(target.name(), "target"), list.addObject()));
    }
}
