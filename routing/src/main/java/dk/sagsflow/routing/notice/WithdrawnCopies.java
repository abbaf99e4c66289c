package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.CanonicalAddress;
import dk.sagsflow.core.notification.Withdrawal;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import java.util.List;
import java.util.Optional;

/** Whoever watches a case no longer is not sent the copies that wait still. */
public final class WithdrawnCopies {
    private final Directory directory;

    /** Copies to the people in this directory. */
    public WithdrawnCopies(Directory directory) {
        this.directory = requireNonNull(directory, "directory");
    }

    /** The draft, without the copies that wait for watchers who are removed in it. */
    public StepDraft withoutCopies(StepDraft draft) {
        StepDraft withdrawn = draft;
        for (CaseDraft each : draft.cases()) {
            if (each.brings(CaseEvent.WatcherRemoved.class::isInstance)) {
                withdrawn = withdrawn.withdrawing(of(each.after(), removed(each.news())));
            }
        }
        return withdrawn;
    }

    private static List<Watcher> removed(ImmutableList<CaseEvent> news) {
        return news.stream()
                .filter(CaseEvent.WatcherRemoved.class::isInstance)
                .map(event -> ((CaseEvent.WatcherRemoved) event).watcher())
                .toList();
    }

    /** The copies of these, unless somebody who watches the case still reads the same mailbox and is told the same. */
    public ImmutableList<Withdrawal> of(SupportCase after, List<Watcher> gone) {
        return gone.stream()
                .flatMap(watcher -> copies(after.number(), watcher).stream())
                .filter(copies -> after.watchers().stream()
                        .noneMatch(left -> copies(after.number(), left)
                                .filter(copies::equals)
                                .isPresent()))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private Optional<Withdrawal> copies(CaseNumber number, Watcher watcher) {
        return address(watcher)
                .map(CanonicalAddress::of)
                .map(mailbox -> new Withdrawal.OfCopies(number, mailbox, watcher.copies()));
    }

    private Optional<String> address(Watcher watcher) {
        return watcher instanceof Watcher.Colleague colleague
                ? Optional.of(colleague.address())
                : directory.actor(((Watcher.Member) watcher).actor()).flatMap(Actor::mailAddress);
    }
}
