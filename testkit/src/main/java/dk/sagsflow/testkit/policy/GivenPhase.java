package dk.sagsflow.testkit.policy;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.verification.script.Judgement;
import dk.sagsflow.verification.script.Opening;
import java.time.Instant;
import java.util.Optional;

/** The case as it comes in; then what happens, or at once what must hold. Each method narrows the same case. Not thread-safe. */
public final class GivenPhase {
    private final Story story;

    GivenPhase(Story story) {
        this.story = story;
    }

    /** When it comes in, as {@code 2026-03-02T11:00} in the zone of the model, or with an offset. */
    @CanIgnoreReturnValue
    public GivenPhase at(String time) {
        return at(story.values.time(time));
    }

    /** When it comes in. */
    @CanIgnoreReturnValue
    public GivenPhase at(Instant time) {
        story.now = requireNonNull(time, "time");
        story.opened = time;
        return this;
    }

    /** From a customer of this kind, who is found among the people or made up. */
    @CanIgnoreReturnValue
    public GivenPhase from(CustomerKind kind) {
        story.customer = new Opening.Asker(Optional.empty(), requireNonNull(kind, "kind"), story.customer.unit());
        return this;
    }

    /** From a customer of this unit. */
    @CanIgnoreReturnValue
    public GivenPhase ofUnit(String unit) {
        story.customer = new Opening.Asker(story.customer.named(), story.customer.kind(), Optional.of(UnitId.of(unit)));
        return this;
    }

    /** From this customer of {@code people.json}. */
    @CanIgnoreReturnValue
    public GivenPhase from(String customer) {
        CustomerId id = CustomerId.of(customer);
        Customer known = story.subject.people().customers().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no customer is called " + customer));
        story.customer = new Opening.Asker(Optional.of(id), known.kind(), known.unit());
        return this;
    }

    /** Registered by this person, somebody of this group, or {@code customer}. */
    @CanIgnoreReturnValue
    public GivenPhase registeredBy(String who) {
        story.by = Optional.of(who);
        return this;
    }

    /** What kind of record it is. */
    @CanIgnoreReturnValue
    public GivenPhase kind(CaseKind kind) {
        story.registration = story.registration.withKind(kind);
        return this;
    }

    /** The system that it concerns. */
    @CanIgnoreReturnValue
    public GivenPhase system(String system) {
        story.system = Optional.of(system);
        story.registration = story.registration.withSystem(SystemId.of(system));
        return this;
    }

    /** The category within the system. */
    @CanIgnoreReturnValue
    public GivenPhase category(String category) {
        story.registration = story.registration.withCategory(category);
        return this;
    }

    /** Where it comes from. */
    @CanIgnoreReturnValue
    public GivenPhase cause(Cause cause) {
        story.registration = story.registration.withCause(cause);
        return this;
    }

    /** Its priority, by the first impact and urgency of the matrix that give it. */
    @CanIgnoreReturnValue
    public GivenPhase priority(Priority priority) {
        Judgement judged = Judgement.of(
                story.subject.model().organisation().priorityMatrix(),
                Optional.of(priority),
                Optional.empty(),
                Optional.empty());
        return judged(judged.impact(), judged.urgency());
    }

    /** How much is touched, and how soon it must be put right. */
    @CanIgnoreReturnValue
    public GivenPhase judged(Impact impact, Urgency urgency) {
        return judged(Optional.of(impact), Optional.of(urgency));
    }

    private GivenPhase judged(Optional<Impact> impact, Optional<Urgency> urgency) {
        story.registration = story.registration.withImpact(impact).withUrgency(urgency);
        return this;
    }

    /** What it is about, which rules of triage may read. */
    @CanIgnoreReturnValue
    public GivenPhase about(String subject) {
        story.registration = story.registration.withSubject(subject);
        return this;
    }

    /** What stands in a field of the organisation's own, filled in as soon as it has come in. */
    @CanIgnoreReturnValue
    public GivenPhase attribute(String attribute, String value) {
        story.attributes.put(attribute, value);
        return this;
    }

    /** Handed over at once until it is at this tier or group. */
    @CanIgnoreReturnValue
    public GivenPhase broughtTo(String tierOrGroup) {
        story.station = Optional.of(tierOrGroup);
        return this;
    }

    /** What happens to it. */
    @CheckReturnValue
    public WhenPhase when() {
        return new WhenPhase(story);
    }

    /** What must hold. */
    @CheckReturnValue
    public ThenPhase then() {
        return new ThenPhase(story);
    }

    /** The case in words. */
    @Override
    public String toString() {
        return story.describe();
    }
}
