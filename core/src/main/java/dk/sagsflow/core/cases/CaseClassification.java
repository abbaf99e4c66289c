package dk.sagsflow.core.cases;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import java.util.Optional;

/**
 * What a case is held to be, which one event changes together. Immutable.
 *
 * @param kind what kind of record it is
 * @param system the system that it concerns
 * @param category the category within the system
 * @param cause where it comes from, as far as it is placed
 * @param impact how much of the organisation is touched, once that is judged
 * @param urgency how soon it must be put right, once that is judged
 * @param priority in which order it is worked on, once that is judged
 */
record CaseClassification(
        CaseKind kind,
        Optional<SystemId> system,
        Optional<String> category,
        Cause cause,
        Optional<Impact> impact,
        Optional<Urgency> urgency,
        Optional<Priority> priority) {
    /** Refuses null. */
    CaseClassification {
        requireNonNull(kind, "kind");
        requireNonNull(system, "system");
        requireNonNull(category, "category");
        requireNonNull(cause, "cause");
        requireNonNull(impact, "impact");
        requireNonNull(urgency, "urgency");
        requireNonNull(priority, "priority");
    }

    /** Nothing is judged yet. */
    static CaseClassification of(CaseEvent.Registered event) {
        return new CaseClassification(
                event.kind(),
                event.system(),
                Optional.empty(),
                Cause.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    CaseClassification after(CaseEvent.Classified event) {
        return new CaseClassification(
                event.kind(), event.system(), event.category(), event.cause(), impact, urgency, priority);
    }

    CaseClassification after(CaseEvent.Prioritised event) {
        return new CaseClassification(
                kind,
                system,
                category,
                cause,
                Optional.of(event.impact()),
                Optional.of(event.urgency()),
                Optional.of(event.priority()));
    }

    CaseClassification withKind(CaseKind other) {
        return new CaseClassification(other, system, category, cause, impact, urgency, priority);
    }

    CaseClassification withSystem(Optional<SystemId> other) {
        return new CaseClassification(kind, other, category, cause, impact, urgency, priority);
    }

    CaseClassification withCause(Cause other) {
        return new CaseClassification(kind, system, category, other, impact, urgency, priority);
    }

    CaseClassification withPriority(Priority other) {
        return new CaseClassification(kind, system, category, cause, impact, urgency, Optional.of(other));
    }
}
