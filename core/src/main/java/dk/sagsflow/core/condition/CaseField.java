package dk.sagsflow.core.condition;

import dk.sagsflow.core.cases.SupportCase;
import java.util.Locale;
import java.util.Optional;

/** What a condition can ask a case for; every value is told by its name or id. Fields may be added in a minor release. */
public enum CaseField {
    /** What kind of record it is. */
    KIND,
    /** The system that it concerns. */
    SYSTEM,
    /** The category within the system. */
    CATEGORY,
    /** Where it comes from. */
    CAUSE,
    /** How much of the organisation is touched. */
    IMPACT,
    /** How soon it must be put right. */
    URGENCY,
    /** In which order it is worked on. */
    PRIORITY,
    /** What kind of customer it comes from. */
    CUSTOMER_KIND,
    /** The unit of the customer. */
    UNIT,
    /** The tier that works on it. */
    TIER,
    /** The group that works on it. */
    GROUP;

    /** The value of this field, by its name or id; empty if the case has none. */
    public Optional<String> of(SupportCase current) {
        return switch (this) {
            case KIND -> Optional.of(current.kind().name());
            case SYSTEM -> current.system().map(Object::toString);
            case CATEGORY -> current.category();
            case CAUSE -> Optional.of(current.cause().name());
            case IMPACT -> current.impact().map(Enum::name);
            case URGENCY -> current.urgency().map(Enum::name);
            case PRIORITY -> current.priority().map(Enum::name);
            case CUSTOMER_KIND -> Optional.of(current.customerKind().name());
            case UNIT -> current.unit().map(Object::toString);
            case TIER -> current.working().map(station -> station.tier().value());
            case GROUP -> current.working().map(station -> station.group().value());
        };
    }

    /** The field in words: {@code customer kind}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
