package dk.sagsflow.testkit.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ForwardingCaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import java.util.Optional;

/** A store that is down now and then, and says then what it was to store or has. */
final class UnkindStore extends ForwardingCaseRepository {
    private final Unkindness unkind;

    UnkindStore(CaseRepository store, Unkindness unkind) {
        super(store);
        this.unkind = unkind;
    }

    @Override
    public void append(CaseStep step) {
        unkind.storeMayFail(() -> step.changes().toString());
        super.append(step);
    }

    @Override
    public Optional<StoredCase> load(CaseNumber number) {
        Optional<StoredCase> stored = super.load(number);
        unkind.storeMayFail(stored::toString);
        return stored;
    }

    @Override
    public ImmutableList<CaseEvent> history(CaseNumber number) {
        ImmutableList<CaseEvent> history = super.history(number);
        unkind.storeMayFail(history::toString);
        return history;
    }
}
