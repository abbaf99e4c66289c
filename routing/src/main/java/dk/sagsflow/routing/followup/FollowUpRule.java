package dk.sagsflow.routing.followup;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is done about a case that waits too long. It comes due {@link #after} the occasion began, {@link #times} times at
 * intervals of {@link #every}, and then takes its {@link #last} step, if it has one. What ends the occasion ends all of it.
 * Immutable.
 */
@Value.Immutable
@ValueStyle
public interface FollowUpRule extends WithFollowUpRule {
    /** What people and events call it, once in a model. */
    String name();

    /** What the case waits in. */
    FollowUpOccasion occasion();

    /**
     * Which cases it is for; every one unless said otherwise. It is asked when the rule comes due, and as long as it does
     * not hold then, the rule waits until it does.
     */
    @Value.Default
    default Condition when() {
        return Condition.always();
    }

    /** The tier that handed the case over; the contact tier unless said otherwise. Only for cases handed over. */
    Optional<TierId> handedOverBy();

    /** How long after the beginning of the occasion it first comes due. */
    Budget after();

    /** The time between one time and the next; as long as until the first unless said otherwise. */
    @Value.Default
    default Budget every() {
        return after();
    }

    /** How often it comes due, the last step apart, 1 to 100; once unless said otherwise. */
    @Value.Default
    default int times() {
        return 1;
    }

    /** What service time and working days are counted on. */
    ServiceCalendar calendar();

    /** What is done each time; at least one. */
    ImmutableList<FollowUpAction> actions();

    /** What is done at the end. */
    Optional<LastStep> last();

    /**
     * Whether it comes due only while the service is open: what is due outside of opening hours is due when they begin, and
     * what is noticed outside of them is told then.
     */
    @Value.Default
    default boolean heldToOpeningHours() {
        return false;
    }

    /**
     * What is done after a rule came due for the last time. Immutable.
     *
     * @param after how long after that
     * @param actions what is done; at least one
     */
    record LastStep(Budget after, ImmutableList<FollowUpAction> actions) {
        /** Refuses a step that does nothing. */
        public LastStep {
            checkArgument(!actions.isEmpty(), "the last step after %s does nothing", after);
        }
    }

    /** Refuses a rule that does nothing, or what is not possible on its occasion. */
    @Value.Check
    default void check() {
        checkArgument(!name().isBlank(), "a follow-up rule has no name; events name their rule");
        checkArgument(!actions().isEmpty(), "follow-up rule \"%s\" does nothing", name());
        checkArgument(
                times() >= 1 && times() <= 100,
                "follow-up rule \"%s\" comes due %s times, not 1 to 100",
                name(),
                times());
        FollowUpTimes.check(this);
        checkArgument(
                when().leaves().stream().noneMatch(Condition.Mentions.class::isInstance),
                "follow-up rule \"%s\" asks for words in the text, which may be erased, and it would come due otherwise",
                name());
        checkArgument(
                handedOverBy().isEmpty() || occasion() == FollowUpOccasion.HANDED_OVER,
                "follow-up rule \"%s\" names the tier that handed over, and waits in %s; only %s has one",
                name(),
                occasion(),
                FollowUpOccasion.HANDED_OVER);
        checkPossible(actions());
        last().map(LastStep::actions).ifPresent(this::checkPossible);
        checkArgument(
                (times() == 1 && last().isEmpty()) || !closes(actions()),
                "follow-up rule \"%s\" goes on after it has closed the case; close in the last step",
                name());
    }

    private void checkPossible(ImmutableList<FollowUpAction> all) {
        boolean closable =
                occasion() == FollowUpOccasion.ANSWERED || occasion() == FollowUpOccasion.WAITING_FOR_CUSTOMER;
        checkArgument(
                closable || !closes(all),
                "follow-up rule \"%s\" closes cases that wait in %s; only those in %s and %s can be closed",
                name(),
                occasion(),
                FollowUpOccasion.ANSWERED,
                FollowUpOccasion.WAITING_FOR_CUSTOMER);
        checkArgument(
                occasion() == FollowUpOccasion.HANDED_OVER
                        || all.stream().noneMatch(FollowUpAction.PutOnFollowUpList.class::isInstance),
                "follow-up rule \"%s\" puts cases that wait in %s on a follow-up list; only those in %s have one",
                name(),
                occasion(),
                FollowUpOccasion.HANDED_OVER);
        checkArgument(
                occasion() != FollowUpOccasion.ANSWERED
                        || all.stream().noneMatch(FollowUpAction.NotifyWorkingGroup.class::isInstance),
                "follow-up rule \"%s\" tells the group that works on an answered case, and there is none",
                name());
    }

    private static boolean closes(ImmutableList<FollowUpAction> all) {
        return all.stream().anyMatch(FollowUpAction.Close.class::isInstance);
    }

    /** How long after the beginning of the occasion each step comes, in order: every time, and the last step. */
    default ImmutableList<Budget> amounts() {
        return FollowUpTimes.amounts(this);
    }

    /** A builder; name, occasion, time, calendar and an action are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(FollowUpRule.class, "it is part of routing.json, which ModelFolder reads");
    }

    /** Builds follow-up rules. Not thread-safe. */
    final class Builder extends ImmutableFollowUpRule.Builder {
        Builder() {}
    }
}
