package dk.sagsflow.routing.due;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.routing.escalation.Reach;
import dk.sagsflow.routing.guard.GuardedDecisions;
import dk.sagsflow.routing.step.CaseDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies with somebody who goes away is looked at: the lead of the group is told then, and the deputy. Nobody takes the case
 * away; the lead decides. A case that comes to somebody who is away already is looked at at once.
 */
final class Absences {
    private static final Logger LOG = LoggerFactory.getLogger(Absences.class);
    /** How soon a sweep tries again where nobody could be told. */
    private static final Duration UNHEARD = Duration.ofMinutes(1);

    private final Directory directory;
    private final Reach reach;

    /** The absences that this directory knows. */
    Absences(Directory directory, Reach reach) {
        this.directory = requireNonNull(directory, "directory");
        this.reach = requireNonNull(reach, "reach");
    }

    /** When somebody is to be told that whoever has the case goes away, or has gone; empty if that is not known, or done. */
    Optional<Instant> nextDue(CaseDraft draft, Instant now) {
        // Of every case of every step, of which few lie with somebody who goes away.
        if (!concern(draft.after())) {
            return Optional.empty();
        }
        Instant soonest = !draft.adds() ? now.plus(UNHEARD) : now;
        return of(draft.after())
                .filter(absence ->
                        absence.until().isAfter(now) && absence.from().isBefore(Bounds.END))
                .filter(absence -> absence.from().isAfter(now) || !told(draft, absence))
                .map(absence -> absence.from().isAfter(now) ? absence.from() : soonest)
                .min(Comparator.naturalOrder());
    }

    /** Whether the case lies with somebody who goes away, or went. */
    boolean concern(SupportCase current) {
        return whoHas(current).filter(actor -> !actor.absences().isEmpty()).isPresent();
    }

    /** The draft, with word of the absence to those who are to be told and were not yet. */
    CaseDraft told(CaseDraft draft, GuardedDecisions decisions, Instant now) {
        CaseDraft result = draft;
        for (Absence absence :
                of(draft.after()).filter(some -> some.includes(now)).toList()) {
            result = told(result, absence) ? result : told(result, absence, decisions, now);
        }
        return result;
    }

    private CaseDraft told(CaseDraft draft, Absence absence, GuardedDecisions decisions, Instant now) {
        ImmutableSet<ActorId> readers = readers(draft.after(), absence, now);
        if (readers.isEmpty()) {
            LOG.error(
                    "nobody can be told that whoever has case {} is away",
                    draft.after().number());
        }
        String reason = "whoever has it is away until " + absence.until();
        CaseDraft result = draft;
        for (ActorId reader : readers) {
            result = decisions.record(
                    result, new SweepRecord.Escalation(reader, reason, occasion(draft.after(), absence)), now);
        }
        return result;
    }

    private ImmutableSet<ActorId> readers(SupportCase current, Absence absence, Instant now) {
        Stream<ActorId> lead = reach.toLead(current.working(), current, now).stream();
        Stream<ActorId> deputy =
                absence.deputy().stream().flatMap(person -> reach.to(person, current.working(), current, now).stream());
        return Stream.concat(lead, deputy).collect(ImmutableSet.toImmutableSet());
    }

    private Stream<Absence> of(SupportCase current) {
        return whoHas(current).stream().flatMap(actor -> actor.absences().stream());
    }

    private Optional<Actor> whoHas(SupportCase current) {
        return current.chain().working().flatMap(Link::assignee).flatMap(directory::actor);
    }

    private static boolean told(CaseDraft draft, Absence absence) {
        Optional<String> occasion = Optional.of(occasion(draft.after(), absence));
        return draft.history().timeline().recorded().stream()
                .anyMatch(event -> event instanceof CaseEvent.Escalated escalated
                        && escalated.occasion().equals(occasion));
    }

    /** Names nobody, and is another once the case has been elsewhere. */
    private static String occasion(SupportCase current, Absence absence) {
        return "absence/" + absence.from() + "/"
                + current.chain().working().orElseThrow().visitBegan();
    }
}
