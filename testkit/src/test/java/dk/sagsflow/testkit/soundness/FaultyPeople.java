package dk.sagsflow.testkit.soundness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.assignment.AssignmentMethod;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.assignment.CompetenceRule;
import dk.sagsflow.routing.assignment.DutyShift;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** Two competences that every case of the contact tier needs, and people who do not have them together when they could work. */
final class FaultyPeople {
    private static final String ONE = "one";
    private static final String OTHER = "other";
    private static final ActorId FIRST = ActorId.of("first");
    private static final ActorId SECOND = ActorId.of("second");

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
