package dk.sagsflow.routing.due;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.routing.assignment.Assignments;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.escalation.Reach;
import dk.sagsflow.routing.guard.GuardedDecisions;
import dk.sagsflow.routing.handover.NextTier;
import dk.sagsflow.sla.clock.Clocks;

/** All that comes due by itself under one model: thresholds of clocks, follow-up rules, absences. */
public final class Dues {
    private final SupportModel model;
    private final Clocks clocks;
    private final Reach reach;
    private final Thresholds thresholds;
    private final FollowUps followUps;
    private final Absences absences;

    /** What these clocks and this model say, told to whom it reaches in this directory. */
    public Dues(SupportModel model, Clocks clocks, Directory directory, Reach reach) {
        this.model = requireNonNull(model, "model");
        this.clocks = requireNonNull(clocks, "clocks");
        this.reach = requireNonNull(reach, "reach");
        this.thresholds = new Thresholds(clocks);
        this.followUps = new FollowUps(model);
        this.absences = new Absences(directory, reach);
    }

    /** The rules that follow up on cases which wait. */
    public FollowUps followUps() {
        return followUps;
    }

    /** When a sweep must look at a case next, one that waits to be given to somebody included. */
    public Agendas agendas(Assignments assignments) {
        return new Agendas(new Outlooks(clocks), thresholds, followUps, assignments, absences);
    }

    /** What a late report takes back. */
    public Retractions retractions(CaseDecisions decisions) {
        return new Retractions(thresholds, decisions);
    }

    /** What a sweep puts on record, as these decisions allow. */
    public CameDue cameDue(GuardedDecisions decisions) {
        NextTier nextTier = new NextTier(model.organisation(), model.routing().handOvers());
        Overdue overdue = new Overdue(thresholds, new Escalations(nextTier, reach), decisions);
        return new CameDue(overdue, followUps, absences, decisions);
    }
}
