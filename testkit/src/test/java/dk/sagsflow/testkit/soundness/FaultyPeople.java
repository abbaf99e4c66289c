package dk.sagsflow.testkit.soundness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.assignment.AssignmentMethod;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.assignment.CompetenceRule;
import dk.sagsflow.routing.assignment.DutyShift;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Two competences that every case of the contact tier needs, and people who do not have them together when they could work. */
final class FaultyPeople {
    private static final String ONE = "one";
    private static final String OTHER = "other";
    private static final ActorId FIRST = ActorId.of("first");
    private static final ActorId SECOND = ActorId.of("second");

    private static final Absence AWAY =
            Absence.of(Instant.parse("2007-01-01T00:00:00Z"), Instant.parse("2009-01-01T00:00:00Z"));

    private FaultyPeople() {}

    /** Cases of the contact tier need both competences. */
    static SupportModel asking(SupportModel model) {
        return with(model, rule(model));
    }

    /** The first of the two has no capacity. */
    static SupportModel busy(SupportModel model) {
        return with(model, rule(model).withCapacities(ImmutableMap.of(FIRST, 0)));
    }

    /** The first of the two is never on duty. */
    static SupportModel offDuty(SupportModel model) {
        ServiceCalendar never = ServiceCalendar.always().minus(ServiceCalendar.always(ZoneOffset.UTC));
        return with(
                model,
                rule(model).withDuty(new DutyShift(FIRST, never), new DutyShift(SECOND, ServiceCalendar.always())));
    }

    private static AssignmentRule rule(SupportModel model) {
        return AssignmentRule.pull(model.organisation().contactEntrance().value())
                .withMethod(AssignmentMethod.ROUND_ROBIN)
                .withCompetences(
                        new CompetenceRule(Condition.always(), CompetenceId.of(ONE)),
                        new CompetenceRule(Condition.always(), CompetenceId.of(OTHER)));
    }

    private static SupportModel with(SupportModel model, AssignmentRule rule) {
        return model.withOrganisation(model.organisation()
                        .withCompetences(Competence.skill(ONE, ONE), Competence.skill(OTHER, OTHER)))
                .withRouting(model.routing().withAssignments(rule));
    }

    /** Each of the two has one of the competences. */
    static People apart(SupportModel model) {
        return people(model, ImmutableList.of(ONE), ImmutableList.of(OTHER));
    }

    /** The first has both, the second one. */
    static People together(SupportModel model) {
        return people(model, ImmutableList.of(ONE, OTHER), ImmutableList.of(OTHER));
    }

    /** The first has both and is away for two years, the second has one. */
    static People away(SupportModel model) {
        return changed(together(model), FIRST, actor -> actor.withAbsences(AWAY));
    }

    /** The first has both, one of them until the next spring, the second has one. */
    static People endingSoon(SupportModel model) {
        HeldCompetence ending =
                new HeldCompetence(CompetenceId.of(ONE), Optional.empty(), Optional.of(LocalDate.of(2008, 3, 1)));
        return changed(together(model), FIRST, actor -> actor.withCompetences(ending, HeldCompetence.of(OTHER)));
    }

    /** Limits are told to leads alone, and one person leads every group. */
    static SupportModel led(SupportModel model) {
        SupportOrganisation organisation = model.organisation();
        return model.withOrganisation(organisation
                        .withDuty()
                        .withGroups(organisation.groups().stream()
                                .map(group -> group.withLead(FIRST))
                                .toList()))
                .withAgreements(Agreements.of(model.agreements().all().stream()
                        .map(agreement -> agreement.withTargets(agreement.targets().stream()
                                .map(target ->
                                        target.withThresholds(Threshold.at(100, new ThresholdAction.EscalateToLead())))
                                .toList()))
                        .toList()));
    }

    /** Whoever leads is away for two years. */
    static People leadsAway(SupportModel model) {
        return changed(
                together(model),
                FIRST,
                actor -> actor.withMailAddress("first@example.dk").withAbsences(AWAY));
    }

    private static People changed(People people, ActorId who, UnaryOperator<Actor> change) {
        return new People(
                people.actors().stream()
                        .map(actor -> actor.id().equals(who) ? change.apply(actor) : actor)
                        .collect(ImmutableList.toImmutableList()),
                people.customers());
    }

    /** Nobody has either. */
    static People uncertified(SupportModel model) {
        return people(model, ImmutableList.of(), ImmutableList.of());
    }

    private static People people(SupportModel model, ImmutableList<String> first, ImmutableList<String> second) {
        GroupId centre = model.organisation().contactEntrance();
        Stream<Actor> others = model.organisation().groups().stream()
                .map(SupportGroup::id)
                .filter(group -> !group.equals(centre))
                .map(group -> Actor.supporter("of-" + group, "Somebody", group.value()));
        Stream<Actor> two = Stream.of(
                certified(Actor.supporter(FIRST.value(), "First", centre.value()), first),
                certified(Actor.supporter(SECOND.value(), "Second", centre.value()), second));
        return new People(Stream.concat(two, others).collect(ImmutableList.toImmutableList()), ImmutableList.of());
    }

    private static Actor certified(Actor actor, ImmutableList<String> competences) {
        return actor.withCompetences(
                competences.stream().map(HeldCompetence::of).toList());
    }
}
