package dk.sagsflow.routing.step;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.repository.CaseStep;
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
 * @param claims the loads on which assignments were decided
 * @param request the key that it is asked for under
 */
public record StepDraft(
        Instant now,
        boolean assigning,
        ImmutableList<CaseDraft> cases,
        ImmutableList<LoadClaim> claims,
        Optional<Key> request) {
    /**
     * What a request is known by.
     *
     * @param key the key
     * @param fingerprint tells it from other requests
     */
    public record Key(RequestKey key, String fingerprint) {}

    static StepDraft begun(Instant now, boolean assigning) {
        return new StepDraft(now, assigning, ImmutableList.of(), ImmutableList.of(), Optional.empty());
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
    public StepDraft claiming(LoadClaim claim) {
        return new StepDraft(
                now,
                assigning,
                cases,
                ImmutableList.<LoadClaim>builder().addAll(claims).add(claim).build(),
                request);
    }

    /** The same, asked for under this key. */
    public StepDraft askedForAs(Key key) {
        return new StepDraft(now, assigning, cases, claims, Optional.of(key));
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

    /** Whether nothing happens in it. */
    boolean isIdle() {
        return cases.stream().allMatch(draft -> draft.added().isEmpty());
    }

    CaseStep step() {
        CaseStep.Builder step = CaseStep.builder().addAllLoadClaims(claims).request(request.map(this::handled));
        for (CaseDraft draft : cases) {
            if (!draft.added().isEmpty()) {
                step.addChange(draft.change()).addAllNotifications(draft.notifications());
            }
        }
        return step.build();
    }

    private HandledRequest handled(Key key) {
        return HandledRequest.of(
                key.key(),
                new HandledRequest.Fingerprint(1, key.fingerprint()),
                after().number(),
                after().version(),
                now);
    }

    private StepDraft withCases(ImmutableList<CaseDraft> changed) {
        return new StepDraft(now, assigning, changed, claims, request);
    }
}
