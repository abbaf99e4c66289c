package dk.sagsflow.routing.family;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.Merging;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was written on the duplicates of a case, and on theirs, and what came with them: read where it stands; nothing is copied. */
public final class Duplicates {
    /** Of how many duplicates it is shown, those that came in first. */
    static final int SHOWN = 200;

    private final CaseRepository repository;

    /** Duplicates in this store. */
    public Duplicates(CaseRepository repository) {
        this.repository = requireNonNull(repository, "repository");
    }

    /** What is seen of the duplicates of a case within a scope. */
    public ImmutableList<CaseEvent> of(CaseNumber original, CaseScope scope) {
        return Merging.of(
                repository
                        .loadAll(all(original, scope).stream()
                                .map(SupportCase::number)
                                .toList())
                        .values()
                        .stream()
                        .map(stored -> ImmutableList.copyOf(stored.history()))
                        .toList());
    }

    /** What came with the duplicates of a case within a scope. */
    public ImmutableList<SupportCase.Attached> attachments(CaseNumber original, CaseScope scope) {
        return all(original, scope).stream()
                .flatMap(duplicate -> duplicate.attachments().stream())
                .collect(ImmutableList.toImmutableList());
    }

    private List<SupportCase> all(CaseNumber original, CaseScope scope) {
        List<SupportCase> found = new ArrayList<>();
        Deque<CaseNumber> left = new ArrayDeque<>();
        left.add(original);
        while (!left.isEmpty() && found.size() < SHOWN) {
            for (SupportCase duplicate : of(left.remove(), scope, SHOWN - found.size())) {
                found.add(duplicate);
                left.add(duplicate.number());
            }
        }
        return found;
    }

    private List<SupportCase> of(CaseNumber original, CaseScope scope, int most) {
        CaseQuery query =
                CaseQuery.builder().parent(original).scope(scope).pageSize(most).build();
        return repository.query(query).cases().stream()
                .filter(each -> each.duplicateOf().filter(original::equals).isPresent())
                .toList();
    }
}
