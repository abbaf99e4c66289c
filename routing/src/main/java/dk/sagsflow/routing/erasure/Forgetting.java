package dk.sagsflow.routing.erasure;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.notification.Withdrawal;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.notice.WithdrawnCopies;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;

/** Forgets a person in cases that are not that person's: copies of words, and addresses to which copies go. */
public final class Forgetting {
    private final CaseDecisions decisions;
    private final WithdrawnCopies copies;
    private final Directory directory;

    /** Forgetting people whom this directory may know, put on record by these decisions. */
    public Forgetting(CaseDecisions decisions, WithdrawnCopies copies, Directory directory) {
        this.directory = requireNonNull(directory, "directory");
        this.decisions = requireNonNull(decisions, "decisions");
        this.copies = requireNonNull(copies, "copies");
    }

    ForgottenWatcher watcher(CustomerId person) {
        return ForgottenWatcher.of(person, directory);
    }

    /** Whether this event says that words are gone which others may have been told. */
    public static boolean takesWords(CaseEvent event) {
        return event instanceof CaseEvent.PersonalDataErased || event instanceof CaseEvent.PersonForgotten;
    }

    /**
     * The draft with a case that has no copy any longer of what is gone from another; the same if it has none.
     *
     * @param source the other, as it is now
     */
    public StepDraft wordsOf(StepDraft draft, CaseDraft told, CaseDraft source) {
        CopiedWords left =
                CopiedWords.left(told.before(), source.history().timeline().recorded());
        return left.withdrawals().isEmpty()
                ? draft.with(told)
                : forgotten(draft, told, left.history()).withdrawing(left.withdrawals());
    }

    /** The draft with a case that this one watches no longer, as if it never had; the same if it never did. */
    StepDraft watcher(StepDraft draft, CaseDraft watched, ForgottenWatcher person) {
        ImmutableList<CaseEvent> left = person.erasedFrom(watched.before());
        return left.equals(watched.before())
                ? draft.with(watched)
                : forgotten(draft, watched, left).withdrawing(withdrawn(watched.after(), person));
    }

    private ImmutableList<Withdrawal> withdrawn(SupportCase before, ForgottenWatcher person) {
        ImmutableList<Watcher> gone = person.among(before.watchers());
        return copies.of(
                before.withWatchers(before.watchers().stream()
                        .filter(watcher -> !gone.contains(watcher))
                        .toList()),
                gone);
    }

    private StepDraft forgotten(StepDraft draft, CaseDraft found, ImmutableList<CaseEvent> left) {
        CaseEvent record = decisions.record(found.after(), new SweepRecord.Forgotten(), draft.now());
        return draft.with(found.followedBy(ImmutableList.of(record)).erasing(left));
    }
}
