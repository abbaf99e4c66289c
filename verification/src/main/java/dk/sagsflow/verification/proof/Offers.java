package dk.sagsflow.verification.proof;

import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.verification.subject.Deadline;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** By when what laws ask for comes to pass at a group, if nothing waits. */
record Offers<C>(SupportModel model, Asking<C> asking) {

    /** Clocks that run from where their measure begins to where it ends, and stand in between at most. */
    private static boolean allThrough(Span span) {
        return span.startedBy().isEmpty() && span.stoppedBy().isEmpty();
    }

    /** Clocks that nothing lets stand but waiting; a first response is promised whatever stops its clock. */
    private static Predicate<Span> running(Measure measure) {
        Predicate<Span> through =
                measure == Measure.FIRST_RESPONSE ? span -> span.startedBy().isEmpty() : Offers::allThrough;
        return through.and(span -> span.pausedBetween().isEmpty());
    }

    /** By when the customer is promised an answer, as long as the clock does not stand. */
    List<Offer<C>> answers(SupportGroup at) {
        return asking.promises(Measure.RESOLUTION, Offers::allThrough, at, at).stream()
                .map(promise -> new Offer<>(promise.cases(), deadline(promise.target()), promise.words()))
                .toList();
    }

    /** By when a measure of the customer's ends. */
    List<Offer<C>> due(Measure measure, SupportGroup at) {
        return promises(measure, at, at)
                .map(promise -> new Offer<>(promise.cases(), deadline(promise.target()), promise.words()))
                .toList();
    }

    private Stream<Promise<C>> promises(Measure measure, SupportGroup whose, SupportGroup at) {
        return asking.promises(measure, running(measure), whose, at).stream();
    }

    private static Deadline.Amount deadline(Target target) {
        return Deadline.Amount.of(target.calendar(), target.budget());
    }

    /** By when the customer hears something. */
    List<Offer<C>> heard(SupportGroup at) {
        Stream<Offer<C>> rules = model.routing().followUps().stream()
                .filter(rule -> rule.occasion() == FollowUpOccasion.SILENCE)
                .filter(rule -> rule.actions().stream().anyMatch(FollowUpAction.TellCustomer.class::isInstance))
                .map(rule -> followUp(rule, at));
        return Stream.concat(due(Measure.FIRST_RESPONSE, at).stream(), rules).toList();
    }

    private Offer<C> followUp(FollowUpRule rule, SupportGroup at) {
        return new Offer<>(
                asking.where(rule.when(), at),
                new Deadline.Amount(rule.calendar(), rule.after(), rule.heldToOpeningHours()),
                "follow-up rule \"" + rule.name() + "\"");
    }

    /**
     * By when the cases have left a group, if its limits are kept.
     *
     * @param first the group of its tier which they came to first
     */
    List<Offer<C>> has(SupportGroup first, SupportGroup at) {
        return lying(first, at)
                .map(promise -> new Offer<>(promise.cases(), deadline(promise.target()), promise.words()))
                .toList();
    }

    /** The limit of all visits to a tier is promised by the group there which a case came to first. */
    private Stream<Promise<C>> lying(SupportGroup first, SupportGroup at) {
        return Stream.concat(promises(Measure.RESIDENCE, at, at), promises(Measure.CUMULATIVE_RESIDENCE, first, at));
    }

    /**
     * By when somebody is told that cases lie at a group, or they go on by themselves.
     *
     * @param first the group of its tier which they came to first
     */
    List<Offer<C>> told(SupportGroup first, SupportGroup at) {
        return lying(first, at)
                .flatMap(promise -> promise.target().thresholds().stream()
                        .filter(threshold -> threshold.actions().stream().anyMatch(action -> tells(action, at)))
                        .map(threshold -> new Offer<>(
                                promise.cases(),
                                passing(promise.target(), threshold),
                                threshold.at().describe() + " of " + promise.words())))
                .toList();
    }

    private static Deadline.Amount passing(Target target, Threshold threshold) {
        Budget passed = Deadline.Amount.momentLater(
                target.budget() instanceof Budget.ServiceTime time
                        ? Budget.of(threshold.at().of(time.amount()))
                        : target.budget());
        return new Deadline.Amount(target.calendar(), passed, threshold.heldToOpeningHours());
    }

    private boolean tells(ThresholdAction action, SupportGroup at) {
        if (action instanceof ThresholdAction.NotifyWorkingGroup) {
            return at.mailAddress().isPresent();
        } else if (action instanceof ThresholdAction.NotifyGroup told) {
            return reads(told.group());
        }
        return action instanceof ThresholdAction.EscalateTo || somebodyAnswers(at);
    }

    /** What is escalated goes on, or to the lead, the one of the contact tier's entrance, or the duty. */
    private boolean somebodyAnswers(SupportGroup at) {
        SupportOrganisation organisation = model.organisation();
        return at.lead()
                .or(() -> organisation.group(organisation.contactEntrance()).flatMap(SupportGroup::lead))
                .or(() -> organisation.duty().stream().findFirst())
                .isPresent();
    }

    private boolean reads(GroupId group) {
        return model.organisation()
                .group(group)
                .flatMap(SupportGroup::mailAddress)
                .isPresent();
    }
}
