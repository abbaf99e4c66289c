package dk.sagsflow.verification.proof;

import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All cases at once. Not thread-safe. */
record AllCases(Subject subject) implements Asking<CaseSet> {
    @Override
    public CaseSet where(Condition condition, SupportGroup at) {
        return subject.space().where(condition, at);
    }

    @Override
    public List<Promise<CaseSet>> promises(
            Measure measure, Predicate<Span> spans, SupportGroup whose, SupportGroup at) {
        return subject.selection().spans(measure).stream()
                .filter(spans)
                .flatMap(span ->
                        subject.selection().chosen(measure, span, whose, Optional.empty(), at).selected().stream())
                .filter(part -> part.cases().some())
                .map(part -> new Promise<>(
                        part.cases(), part.placed().target(), part.placed().words()))
                .toList();
    }
}
