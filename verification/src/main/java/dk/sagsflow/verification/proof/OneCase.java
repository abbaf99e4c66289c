package dk.sagsflow.verification.proof;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.subject.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One case, asked as a desk asks it. Not thread-safe. */
final class OneCase implements Asking<Boolean> {
    private final SupportModel model;
    private final Counterexample drawn;
    private final Map<GroupId, SupportCase> there = new HashMap<>();

    OneCase(SupportModel model, Counterexample drawn) {
        this.model = model;
        this.drawn = drawn;
    }

    /** The case while this group has it. */
    SupportCase at(SupportGroup group) {
        return there.computeIfAbsent(
                group.id(), id -> drawn.after(ImmutableList.of(id)).replayedIn(model.organisation()));
    }

    @Override
    public Boolean where(Condition condition, SupportGroup at) {
        return condition.holds(at(at));
    }

    @Override
    public List<Promise<Boolean>> promises(
            Measure measure, Predicate<Span> spans, SupportGroup whose, SupportGroup at) {
        SupportCase current = at(at);
        return model.agreements().spans(measure).stream()
                .filter(spans)
                .flatMap(span -> model
                        .agreements()
                        .select(measure, span, Optional.of(Subject.station(whose)), Optional.empty(), current)
                        .stream())
                .map(selected -> new Promise<>(
                        true,
                        selected.target(),
                        "target " + selected.target().id() + " of agreement "
                                + selected.agreement().id()))
                .toList();
    }
}
