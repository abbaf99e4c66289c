package dk.sagsflow.routing.step;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Withdrawal;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.LoadClaim;
import dk.sagsflow.core.style.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** A step while it is made. Immutable. */
@Value.Immutable
@ValueStyle
public interface StepDraft extends WithStepDraft {
    /** When it is. */
    Instant now();

    /** Whether cases are given to people in it; not if others were faster again and again. */
    boolean assigning();

    /** The cases in it, the one that it is about first. */
    ImmutableList<CaseDraft> cases();

    /** The loads on which assignments were decided. */
    ImmutableList<LoadClaim> loads();

    /** Cases that were looked at and to which nothing happens, with the versions that they must still have. */
    ImmutableMap<CaseNumber, Long> unchanged();

    /** Those of the cases that it was not asked for, which something comes of besides. */
    ImmutableSet<CaseNumber> besides();

    /** The key that it is asked for under. */
    Optional<Key> request();

    /** What the host has to send because of it. */
    ImmutableList<HostMessage> messages();

    /** What is not to be sent any more because of it. */
    ImmutableList<Withdrawal> withdrawals();

    /** The claim of the sweep that takes it. */
    Optional<DueClaim> claim();

    /**
     * What a request is known by.
     *
     * @param key the key
     * @param fingerprint tells it from other requests
     */
    record Key(RequestKey key, HandledRequest.Fingerprint fingerprint) {}

    /** A step in which nothing happens yet. */
    static StepDraft begun(Instant now, boolean assigning) {
        // A builder would begin with a builder for each list.
        return Nothing.YET.withNow(now).withAssigning(assigning);
    }

    /** What every step begins with. */
    final class Nothing {
        private static final StepDraft YET =
                new Builder().now(Instant.EPOCH).assigning(false).build();

        private Nothing() {}
    }

    /** The same with this draft of a case in it, in place of an earlier one of that case. */
    default StepDraft with(CaseDraft draft) {
        CaseNumber number = draft.after().number();
        if (find(number).isEmpty()) {
            return withCases(
                    cases().isEmpty()
                            ? ImmutableList.of(draft)
                            : ImmutableList.<CaseDraft>builder()
                                    .addAll(cases())
                                    .add(draft)
                                    .build());
        }
        return withEach(each -> each.after().number().equals(number) ? draft : each);
    }

    /** The same with this draft of a case that was not asked for. */
    default StepDraft withBesides(CaseDraft draft) {
        CaseNumber number = draft.after().number();
        return find(number).isPresent()
                ? with(draft)
                : with(draft).withBesides(Iterables.concat(besides(), ImmutableSet.of(number)));
    }

    /** The same with what this makes of each case in it. */
    default StepDraft withEach(UnaryOperator<CaseDraft> change) {
        if (cases().size() == 1) {
            return withCases(ImmutableList.of(change.apply(subject())));
        }
        ImmutableList.Builder<CaseDraft> changed = ImmutableList.builderWithExpectedSize(cases().size());
        for (CaseDraft each : cases()) {
            changed.add(change.apply(each));
        }
        return withCases(changed.build());
    }

    /** The same, with these messages as well. */
    default StepDraft sending(List<HostMessage> more) {
        return more.isEmpty()
                ? this
                : withMessages(ImmutableList.<HostMessage>builder()
                        .addAll(messages())
                        .addAll(more)
                        .build());
    }

    /** The same, with these withdrawn as well. */
    default StepDraft withdrawing(List<Withdrawal> more) {
        return more.isEmpty()
                ? this
                : withWithdrawals(ImmutableList.<Withdrawal>builder()
                        .addAll(withdrawals())
                        .addAll(more)
                        .build());
    }

    /** The same, if this load still is what it was. */
    default StepDraft claiming(LoadClaim load) {
        return withLoads(
                ImmutableList.<LoadClaim>builder().addAll(loads()).add(load).build());
    }

    /** The same, if this case, to which nothing happens in it, still is as it was found. */
    default StepDraft relyingOn(SupportCase found) {
        return withUnchanged(ImmutableMap.<CaseNumber, Long>builder()
                .putAll(unchanged())
                .put(found.number(), found.version())
                .buildKeepingLast());
    }

    /** The draft of this case, if it is in the step. */
    default Optional<CaseDraft> find(CaseNumber number) {
        for (CaseDraft draft : cases()) {
            if (draft.after().number().equals(number)) {
                return Optional.of(draft);
            }
        }
        return Optional.empty();
    }

    /** The draft of the case that the step is about. */
    default CaseDraft subject() {
        return cases().get(0);
    }

    /** The case that the step is about, after it. */
    default SupportCase after() {
        return subject().after();
    }

    /** What is stored. */
    default CaseStep step() {
        // Most have a case and a notification or two, and a builder would begin with one for each list.
        CaseStep step = CaseStep.of(changes())
                .withNotifications(notifications())
                .withLoadClaims(loads())
                .withHostMessages(messages())
                .withWithdrawals(withdrawals())
                .withRequest(request().map(this::handled));
        CaseStep claimed = claim().isEmpty() ? step : step.withDueClaims(claim().get());
        return unchanged().isEmpty() && cases().size() == step.changes().size()
                ? claimed
                : claimed.withUnchanged(untouched()).withAgendas(agendasAlone());
    }

    private ImmutableList<CaseChange> changes() {
        ImmutableList.Builder<CaseChange> changes = ImmutableList.builderWithExpectedSize(cases().size());
        for (CaseDraft draft : cases()) {
            if (draft.adds()) {
                changes.add(draft.change());
            }
        }
        return changes.build();
    }

    private ImmutableList<Notification> notifications() {
        if (cases().size() == 1) {
            return subject().adds() ? subject().notifications() : ImmutableList.of();
        }
        ImmutableList.Builder<Notification> all = ImmutableList.builder();
        for (CaseDraft draft : cases()) {
            if (draft.adds()) {
                all.addAll(draft.notifications());
            }
        }
        return all.build();
    }

    /** The versions of the cases to which nothing happens. */
    private ImmutableMap<CaseNumber, Long> untouched() {
        ImmutableMap.Builder<CaseNumber, Long> versions = ImmutableMap.builder();
        unchanged().forEach((number, version) -> {
            if (find(number).isEmpty()) {
                versions.put(number, version);
            }
        });
        for (CaseDraft draft : cases()) {
            if (!draft.adds()) {
                versions.put(draft.after().number(), (long) draft.stored());
            }
        }
        return versions.buildOrThrow();
    }

    /** What is ahead of the cases to which nothing happens. */
    private ImmutableMap<CaseNumber, Agenda> agendasAlone() {
        ImmutableMap.Builder<CaseNumber, Agenda> agendas = ImmutableMap.builder();
        for (CaseDraft draft : cases()) {
            if (!draft.adds()) {
                agendas.put(draft.after().number(), draft.agenda());
            }
        }
        return agendas.buildOrThrow();
    }

    private HandledRequest handled(Key key) {
        ImmutableMap.Builder<CaseNumber, Long> versions = ImmutableMap.builder();
        cases().stream()
                .map(CaseDraft::after)
                .filter(after -> !besides().contains(after.number()))
                .forEach(after -> versions.put(after.number(), after.version()));
        return new HandledRequest(key.key(), Optional.of(key.fingerprint()), versions.buildOrThrow(), now());
    }

    /** Builds drafts. Not thread-safe. */
    final class Builder extends ImmutableStepDraft.Builder {
        Builder() {}
    }
}
