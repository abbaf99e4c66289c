package dk.sagsflow.testkit.policy;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.verification.script.SubjectModel;
import java.time.Instant;

/**
 * What tests of agreements say, to be imported statically. Everything is about the model of the {@link SupportModelTest} that
 * runs on this thread, or about one that is named.
 */
public final class PolicyTesting {
    private PolicyTesting() {}

    /** A case that comes in when the test begins, from a citizen, at the entrance of the contact tier, unless said otherwise. */
    public static GivenPhase given() {
        PolicyWorld world = PolicyWorld.current();
        return given(world.subject, world.start);
    }

    /** A case of another model, which may be built in code. */
    public static GivenPhase given(SubjectModel subject, Instant start) {
        return new GivenPhase(new Story(requireNonNull(subject, "subject"), requireNonNull(start, "start")));
    }

    /** A case that comes in and is handed over at once until it is at this tier or group. */
    public static GivenPhase caseAt(String tierOrGroup) {
        return given().broughtTo(tierOrGroup);
    }

    /** Of the case as it comes in, the clock that is due first; {@link ClockAssert#of} names another. */
    public static ClockAssert clockOf(GivenPhase given) {
        return given.then().firstDue();
    }

    /** Of the case after all that happened to it, the clock that is due first; {@link ClockAssert#of} names another. */
    public static ClockAssert clockOf(WhenPhase when) {
        return when.then().firstDue();
    }

    /** What must hold of a model. */
    public static ModelAssert assertThat(SupportModel model) {
        return new ModelAssert(model);
    }

    /** What must hold of the cases at a desk. */
    public static DeskAssert assertThat(SupportDesk desk) {
        return new DeskAssert(desk);
    }
}
