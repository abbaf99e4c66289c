package dk.sagsflow.routing.step;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.LoadClaim;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A step while it is made. Immutable.
 *
 * @param now when it is
 * @param assigning whether cases are given to people in it; not if others were faster again and again
 * @param cases the cases in it, the one that it is about first
 * @param loads the loads on which assignments were decided
 * @param request the key that it is asked for under
 * @param claim the claim of the sweep that takes it
 */
public record StepDraft(
        Instant now,
        boolean assigning,
        ImmutableList<CaseDraft> cases,
        ImmutableList<LoadClaim> loads,
        Optional<Key> request,
        Optional<DueClaim> claim) {
    /**
     * What a request is known by.
     *
     * @param key the key
     * @param fingerprint tells it from other requests
     */
    public record Key(RequestKey key, HandledRequest.Fingerprint fingerprint) {}

    static StepDraft begun(Instant now, boolean assigning) {
        return new StepDraft(
                now, assigning, ImmutableList.of(), ImmutableList.of(), Optional.empty(), Optional.empty());
    }

    /** The same with this draft of a case in it, in place of an earlier one of that case. */
    public StepDraft with(CaseDraft draft) {
        CaseNumber number = draft.after().number();
        if (find(number).isEmpty()) {
            return withCases(
                    ImmutableList.<CaseDraft>builder().addAll(cases).add(draft).build());
        }
        return withEach(each -> each.after().number().equals(number) ? draft : each);
    }

    /** The same with what this makes of each case in it. */
    public StepDraft withEach(UnaryOperator<CaseDraft> change) {
        return withCases(cases.stream().map(change).collect(ImmutableList.toImmutableList()));
    }

    /** The same, if this load still is what it was. */
    public StepDraft claiming(LoadClaim load) {
        ImmutableList<LoadClaim> all =
                ImmutableList.<LoadClaim>builder().addAll(loads).add(load).build();
        return new StepDraft(now, assigning, cases, all, request, claim);
    }

    /** The same, asked for under this key. */
    public StepDraft askedForAs(Key key) {
        return new StepDraft(now, assigning, cases, loads, Optional.of(key), claim);
    }

    /** The same, if nobody else has claimed the case since. */
    public StepDraft under(DueClaim held) {
        return new StepDraft(now, assigning, cases, loads, request, Optional.of(held));
    }

    /** The draft of this case, if it is in the step. */
    public Optional<CaseDraft> find(CaseNumber number) {
        return cases.stream()
                .filter(draft -> draft.after().number().equals(number))
                .findFirst();
    }

    /** The draft of the case that the step is about. */
    public CaseDraft subject() {
        return cases.get(0);
    }

    /** The case that the step is about, after it. */
    public SupportCase after() {
        return subject().after();
    }

    CaseStep step() {
        CaseStep.Builder step = CaseStep.builder()
                .addAllLoadClaims(loads)
                .request(request.map(this::handled))
                .addAllDueClaims(claim.stream().toList());
        for (CaseDraft draft : cases) {
            if (draft.added().isEmpty()) {
                step.putUnchanged(draft.after().number(), (long) draft.stored())
                        .putAgenda(draft.after().number(), draft.agenda());
            } else {
                step.addChange(draft.change()).addAllNotifications(draft.notifications());
            }
        }
        return step.build();
    }

    private HandledRequest handled(Key key) {
        ImmutableMap.Builder<CaseNumber, Long> versions = ImmutableMap.builder();
        cases.forEach(
                draft -> versions.put(draft.after().number(), draft.after().version()));
        return new HandledRequest(key.key(), Optional.of(key.fingerprint()), versions.buildOrThrow(), now);
    }

    private StepDraft withCases(ImmutableList<CaseDraft> changed) {
        return new StepDraft(now, assigning, changed, loads, request, claim);
    }
}
