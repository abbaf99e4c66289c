package dk.sagsflow.routing.due;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.routing.guard.GuardedDecisions;
import dk.sagsflow.routing.step.CaseDraft;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts thresholds that clocks went past on record, with the escalations that they ask for (R17). */
final class Overdue {
    private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);
    private static final Actor SAGSFLOW = Actor.sagsflow();

    private final Thresholds thresholds;
    private final Escalations escalations;
    private final GuardedDecisions decisions;

    /** These thresholds and what they ask for. */
    Overdue(Thresholds thresholds, Escalations escalations, GuardedDecisions decisions) {
        this.thresholds = requireNonNull(thresholds, "thresholds");
        this.escalations = requireNonNull(escalations, "escalations");
        this.decisions = requireNonNull(decisions, "decisions");
    }

    /** The draft with every threshold on record that is passed now; and with word of those that nobody could be told of before. */
    CaseDraft recorded(CaseDraft found, Instant now) {
        CaseDraft result = found;
        for (PassedThreshold unheard : found.after().unheard()) {
            result = heard(result, unheard, now);
        }
        for (Thresholds.Unrecorded unrecorded : thresholds.unrecorded(found.history(), now)) {
            Instant dueAt = unrecorded.passing().dueAt();
            result = recorded(afterHold(result, dueAt, now), unrecorded, now);
        }
        return result;
    }

    private CaseDraft heard(CaseDraft draft, PassedThreshold unheard, Instant now) {
        ImmutableList<ActorId> named = thresholds.named(unheard);
        return escalations
                .now(unheard, named, draft.after(), now)
                .map(person -> told(draft, person, unheard.id(), now))
                .orElse(draft);
    }

    /** A hold that came to its end before a threshold was passed does not stand in its way. */
    private CaseDraft afterHold(CaseDraft draft, Instant dueAt, Instant now) {
        Optional<Instant> until = draft.after().hold().flatMap(SupportCase.Hold::until);
        return until.filter(end -> !end.isAfter(dueAt)).isPresent()
                ? decisions
                        .decide(draft, new CaseCommand.Resume(), Act.of(SAGSFLOW, now))
                        .orElseThrow()
                : draft;
    }

    private CaseDraft recorded(CaseDraft draft, Thresholds.Unrecorded unrecorded, Instant now) {
        SupportCase current = draft.after();
        PassedThreshold passed = unrecorded.record(current);
        ImmutableList<Escalations.Step> steps = escalations.of(unrecorded, current, now);
        CaseDraft recorded = decisions.record(draft, new SweepRecord.Threshold(passed, false), now);
        CaseDraft escalated = recorded;
        Set<ActorId> told = new HashSet<>();
        for (Escalations.Step step : steps) {
            escalated = escalated(escalated, step, passed.id(), told, now);
        }
        boolean unheard = escalated.equals(recorded) && steps.stream().anyMatch(Escalations.Step::tellsSomebody);
        return unheard ? decisions.record(draft, new SweepRecord.Threshold(passed, true), now) : escalated;
    }

    /** The threshold stays on record even if nothing that it asks for can be done. */
    private CaseDraft escalated(
            CaseDraft draft, Escalations.Step step, String threshold, Set<ActorId> told, Instant now) {
        Optional<CaseDraft> moved = step.handOver().flatMap(command -> moved(draft, command, now));
        return moved.or(() -> step.person()
                        .filter(person -> step.tellsSomebody() && told.add(person))
                        .map(person -> told(draft, person, threshold, now)))
                .orElse(draft);
    }

    private Optional<CaseDraft> moved(CaseDraft draft, CaseCommand command, Instant now) {
        Outcome<CaseDraft> outcome = decisions.decide(draft, command, Act.of(SAGSFLOW, now));
        if (outcome instanceof Outcome.Refused<CaseDraft> refused) {
            LOG.info(
                    "case {} is not handed over for a limit: {}",
                    draft.after().number(),
                    refused.refusal().getClass().getSimpleName());
            return Optional.empty();
        }
        LOG.info("case {} is handed over for a limit", draft.after().number());
        return Optional.of(outcome.orElseThrow());
    }

    private CaseDraft told(CaseDraft draft, ActorId person, String threshold, Instant now) {
        LOG.info("somebody is told of a limit of case {}", draft.after().number());
        return decisions.record(
                draft, new SweepRecord.Escalation(person, Escalations.reason(threshold), threshold), now);
    }
}
