package dk.sagsflow.testkit.policy;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.verification.script.Detail;
import dk.sagsflow.verification.script.Verb;
import java.time.Duration;
import java.util.Optional;

/** What happens to the case, in order, done by whoever can unless {@link #by} names somebody. Not thread-safe. */
public final class WhenPhase {
    private final Story story;
    private Optional<String> by = Optional.empty();
    private Optional<String> refused = Optional.empty();

    WhenPhase(Story story) {
        this.story = story;
    }

    /** What follows happens then, as {@code 2026-03-02T11:00} in the zone of the model, or with an offset. */
    @CanIgnoreReturnValue
    public WhenPhase at(String time) {
        story.now = story.values.time(time);
        return this;
    }

    /** What follows happens so much later. */
    @CanIgnoreReturnValue
    public WhenPhase after(Duration time) {
        story.now = story.now.plus(time);
        return this;
    }

    /** The next thing is done by this person, somebody of this group, or {@code customer}. */
    @CanIgnoreReturnValue
    public WhenPhase by(String who) {
        by = Optional.of(who);
        return this;
    }

    /** The next thing is refused, in this way: {@code not-entitled}. */
    @CanIgnoreReturnValue
    public WhenPhase refusedAs(String kind) {
        refused = Optional.of(kind);
        return this;
    }

    /** Somebody of the group takes it on. */
    @CanIgnoreReturnValue
    public WhenPhase accepted() {
        return happens(Verb.ACCEPTED);
    }

    /** It goes where the rules of the model lead it. */
    @CanIgnoreReturnValue
    public WhenPhase triaged() {
        return happens(Verb.TRIAGED);
    }

    /** Another group is asked. */
    @CanIgnoreReturnValue
    public WhenPhase handedOver(String group) {
        return happens(Verb.HANDED_OVER, Detail.GROUP, group);
    }

    /** The group answers whoever asked it. */
    @CanIgnoreReturnValue
    public WhenPhase answered() {
        return happens(Verb.ANSWERED);
    }

    /** The group returns it without an answer. */
    @CanIgnoreReturnValue
    public WhenPhase givenBack() {
        return happens(Verb.GIVEN_BACK);
    }

    /** It waits. */
    @CanIgnoreReturnValue
    public WhenPhase waits(WaitingFor reason) {
        return happens(Verb.WAITS, Detail.WAITING, reason.name());
    }

    /** It waits until then. */
    @CanIgnoreReturnValue
    public WhenPhase waits(WaitingFor reason, String until) {
        return happens(
                Verb.WAITS,
                ImmutableMap.of(
                        Detail.WAITING,
                        reason.name(),
                        Detail.UNTIL,
                        story.values.time(until).toString()));
    }

    /** It waits no longer. */
    @CanIgnoreReturnValue
    public WhenPhase resumed() {
        return happens(Verb.RESUMED);
    }

    /** Where it comes from is found out. */
    @CanIgnoreReturnValue
    public WhenPhase classified(Cause cause) {
        return happens(Verb.CLASSIFIED, Detail.CAUSE, cause.name());
    }

    /** Its priority is judged. */
    @CanIgnoreReturnValue
    public WhenPhase prioritised(Priority priority) {
        return happens(Verb.PRIORITISED, Detail.PRIORITY, priority.name());
    }

    /** The customer is told something. */
    @CanIgnoreReturnValue
    public WhenPhase told() {
        return happens(Verb.TOLD);
    }

    /** The customer writes or calls. */
    @CanIgnoreReturnValue
    public WhenPhase customerWrote() {
        return happens(Verb.WROTE);
    }

    /** The customer comes back. */
    @CanIgnoreReturnValue
    public WhenPhase reopened() {
        return happens(Verb.REOPENED);
    }

    /** The customer agrees. */
    @CanIgnoreReturnValue
    public WhenPhase confirmed() {
        return happens(Verb.CONFIRMED);
    }

    /** Anything else that can happen. */
    @CanIgnoreReturnValue
    public WhenPhase happens(Verb verb, Detail detail, String text) {
        return happens(verb, ImmutableMap.of(detail, text));
    }

    private WhenPhase happens(Verb verb) {
        return happens(verb, ImmutableMap.of());
    }

    private WhenPhase happens(Verb verb, ImmutableMap<Detail, String> details) {
        story.add(verb, details, by, refused);
        by = Optional.empty();
        refused = Optional.empty();
        return this;
    }

    /** What must hold. */
    @CheckReturnValue
    public ThenPhase then() {
        return new ThenPhase(story);
    }
}
