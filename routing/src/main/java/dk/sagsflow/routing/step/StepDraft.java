package dk.sagsflow.routing.step;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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
 * @param unchanged cases that were looked at and to which nothing happens, with the versions that they must still have
 * @param request the key that it is asked for under
 */
public record StepDraft(
        Instant now,
        boolean assigning,
        ImmutableList<CaseDraft> cases,
        ImmutableList<LoadClaim> claims,
        ImmutableMap<CaseNumber, Long> unchanged,
        Optional<Key> request) {
    /**
     * What a request is known by.
     *
     * @param key the key
     * @param fingerprint tells it from other requests
     */
    public record Key(RequestKey key, String fingerprint) {}

    static StepDraft begun(Instant now, boolean assigning) {
        return new StepDraft(
                now, assigning, ImmutableList.of(), ImmutableList.of(), ImmutableMap.of(), Optional.empty());
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
                unchanged,
                request);
    }

    /** The same, if this case, to which nothing happens in it, still is as it was found. */
    public StepDraft relyingOn(SupportCase found) {
        return new StepDraft(
                now,
                assigning,
                cases,
                claims,
                ImmutableMap.<CaseNumber, Long>builder()
                        .putAll(unchanged)
                        .put(found.number(), found.version())
                        .buildKeepingLast(),
                request);
    }

    /** The same, asked for under this key. */
    public StepDraft askedForAs(Key key) {
        return new StepDraft(now, assigning, cases, claims, unchanged, Optional.of(key));
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
        unchanged.forEach((number, version) -> {
            if (find(number).isEmpty()) {
                step.putUnchanged(number, version);
            }
        });
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
        return new StepDraft(now, assigning, changed, claims, unchanged, request);
    }
}
