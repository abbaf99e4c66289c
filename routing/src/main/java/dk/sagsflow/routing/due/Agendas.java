package dk.sagsflow.routing.due;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.routing.assignment.Assignments;
import dk.sagsflow.routing.privacy.Failures;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is ahead of each case of a step: when a sweep must look at it next, and what its clocks say until then. */
public final class Agendas {
    private static final Logger LOG = LoggerFactory.getLogger(Agendas.class);

    /** How soon a sweep looks for somebody again where nobody could be told of a limit. */
    private static final Duration UNHEARD = Duration.ofMinutes(1);

    private final Outlooks outlooks;
    private final Thresholds thresholds;
    private final FollowUps followUps;
    private final Assignments assignments;
    private final Absences absences;

    /** What all of these say. */
    Agendas(Outlooks outlooks, Thresholds thresholds, FollowUps followUps, Assignments assignments, Absences absences) {
        this.outlooks = requireNonNull(outlooks, "outlooks");
        this.thresholds = requireNonNull(thresholds, "thresholds");
        this.followUps = requireNonNull(followUps, "followUps");
        this.assignments = requireNonNull(assignments, "assignments");
        this.absences = requireNonNull(absences, "absences");
    }

    /** The draft, with what is ahead of each of its cases; no sweep looks at one that is set aside. */
    public StepDraft withAgendas(StepDraft draft) {
        return draft.withEach(each -> each.withAgenda(agendaOrNow(each, draft.now())));
    }

    /**
     * Whether people of the organisation wrote to each other and nothing else happened: no clock and no rule asks about that, so
     * what is ahead stays as it was found, unless it may be other as time goes by.
     */
    private boolean leavesAllAsItWas(CaseDraft draft) {
        if (draft.stored() == 0 || !draft.adds() || outlooks.asks(EventKind.NOTE_ADDED)) {
            return false;
        }
        CaseHistory history = draft.history();
        for (int place = draft.stored(); place < history.size(); place++) {
            if (!isNoteInside(history.timeline().recorded().get(place))) {
                return false;
            }
        }
        return history.state(draft.stored() - 1).setAside().isEmpty() && staysAsTimeGoesBy(history.latest());
    }

    private static boolean isNoteInside(CaseEvent event) {
        return event instanceof CaseEvent.NoteAdded note
                && note.visibility() == Visibility.INTERNAL
                && note.occurredAt().equals(note.recordedAt());
    }

    /** Not while somebody is looked for: to take the case, or to be told of it. */
    private boolean staysAsTimeGoesBy(SupportCase current) {
        return current.hold().isEmpty()
                && current.untold().isEmpty()
                && current.unheard().isEmpty()
                && !assignments.nobodys(current)
                && !absences.concern(current);
    }

    /** A case whose clocks cannot be read can be worked on all the same; a sweep finds out and sets it aside. */
    private Agenda agendaOrNow(CaseDraft draft, Instant now) {
        if (leavesAllAsItWas(draft)) {
            return draft.agenda();
        }
        SupportCase after = draft.after();
        Instant from = !draft.adds() ? now : after.changedAt();
        try {
            Agenda agenda = outlooks.of(draft.history(), from);
            return after.setAside().isPresent() ? agenda : agenda.withNextDue(nextDue(draft, from));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "the clocks of case {} cannot be read; a sweep will look at it",
                    after.number(),
                    Failures.trace(failure));
            return after.setAside().isPresent() ? Agenda.empty() : Agenda.due(Optional.of(after.changedAt()));
        }
    }

    /** When a sweep finds something to do if nothing happens to the case before; that may be past already. */
    private Optional<Instant> nextDue(CaseDraft draft, Instant now) {
        CaseHistory history = draft.history();
        SupportCase current = history.latest();
        Optional<Instant> told = current.untold().isEmpty() ? Optional.empty() : Optional.of(current.changedAt());
        Optional<Instant> unheard = current.unheard().isEmpty() ? Optional.empty() : Optional.of(now.plus(UNHEARD));
        Optional<Instant> clocks = earlier(thresholds.nextDue(history, now), followUps.nextDue(history, now));
        Optional<Instant> flow =
                earlier(current.hold().flatMap(SupportCase.Hold::until), assignments.nextAttempt(current, now));
        Optional<Instant> people = earlier(unheard, absences.nextDue(draft, now));
        return earlier(earlier(clocks, flow), earlier(told, people)).map(Microseconds::due);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || (other.isPresent() && other.get().isBefore(one.get())) ? other : one;
    }
}
