package dk.sagsflow.core.repository;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CasePage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the store in memory keeps of a case. Immutable but for the list of events, which grows in place, so that appending
 * does not copy it: the first ones, as many as the version says, are those of the case.
 */
record KeptCase(CasePage.Entry entry, List<CaseEvent> events, DueWork work) {
    /**
     * When a sweep must look at the case, and who does.
     *
     * @param at when
     * @param claim who looks at it now, and how long
     * @param fence counts the claims
     */
    record DueWork(
            Optional<Instant> at, Optional<Lease> claim, long fence, int failures, Optional<String> lastFailure) {
        static DueWork first(Optional<Instant> at) {
            return new DueWork(at, Optional.empty(), 0, 0, Optional.empty());
        }

        DueWork anew(Optional<Instant> due) {
            return new DueWork(due, Optional.empty(), fence, 0, Optional.empty());
        }

        DueWork claimed(Lease lease) {
            return new DueWork(at, Optional.of(lease), fence + 1, failures, lastFailure);
        }

        DueWork postponed(String failure, Instant until) {
            return new DueWork(Optional.of(until), Optional.empty(), fence, failures + 1, Optional.of(failure));
        }

        DueWork released() {
            return new DueWork(at, Optional.empty(), fence, failures, lastFailure);
        }

        boolean isFree(Instant now) {
            return claim.filter(lease -> lease.inForce(now)).isEmpty();
        }

        boolean isClaimedBy(DueClaim holder) {
            return claim.isPresent() && fence == holder.fence();
        }
    }

    SupportCase state() {
        return entry.state();
    }

    CaseNumber number() {
        return entry.state().number();
    }

    KeptCase with(DueWork changed) {
        return new KeptCase(entry, events, changed);
    }

    KeptCase with(Agenda agenda) {
        return new KeptCase(new CasePage.Entry(entry.state(), agenda), events, work.anew(agenda.nextDue()));
    }

    Optional<PostponedCase> postponed() {
        return work.lastFailure()
                .flatMap(reason -> work.at().map(at -> new PostponedCase(number(), work.failures(), reason, at)));
    }

    ImmutableList<CaseEvent> history() {
        return ImmutableList.copyOf(events.subList(0, (int) state().version()));
    }

    StoredCase.Tail after(long known) {
        int size = (int) state().version();
        return new StoredCase.Tail(
                state(), ImmutableList.copyOf(events.subList((int) Math.min(known, size), size)), entry.agenda());
    }

    StoredCase stored() {
        return new StoredCase(state(), history(), entry.agenda());
    }
}
