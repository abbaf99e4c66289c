package dk.sagsflow.core.statistics;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.UnitId;
import java.util.Optional;

/**
 * What figures are told apart by. Where a case was, and how it stood, is what it was at the time; what a case is, its system
 * or its priority, is what is known of it in the end, so a correction corrects past periods too.
 */
public enum Dimension {
    /** The tier that had it at the time. */
    TIER,
    /** The group that had it at the time. */
    GROUP,
    /** How it stood: of {@link Figure#ENTERED} and {@link Figure#LEFT} alone. */
    STATUS,
    /** What it waited for: of {@link Figure#WAITED} alone. */
    WAITING_FOR,
    /** Why it is over: of {@link Figure#CLOSED} alone. */
    CLOSING_REASON,
    /** The agreement whose clock it is: of the figures of clocks alone. */
    AGREEMENT,
    /** The target within the agreement: of the figures of clocks alone. */
    TARGET,
    /** By which channel that which is counted came. */
    CHANNEL,
    /** The system that it concerns. */
    SYSTEM,
    /** The category within the system. */
    CATEGORY,
    /** What kind of record it is. */
    KIND,
    /** In which order it is worked on. */
    PRIORITY,
    /** What kind of customer it is of. */
    CUSTOMER_KIND,
    /** The unit of its customer. */
    UNIT;

    /** What a case is, by name or id; empty if that is not known, or if this asks where it was or how it stood. */
    Optional<String> of(SupportCase supportCase) {
        return switch (this) {
            case SYSTEM -> supportCase.system().map(SystemId::value);
            case CATEGORY -> supportCase.category();
            case KIND -> Optional.of(supportCase.kind().name());
            case PRIORITY -> supportCase.priority().map(Enum::name);
            case CUSTOMER_KIND -> Optional.of(supportCase.customerKind().name());
            case UNIT -> supportCase.unit().map(UnitId::value);
            case TIER, GROUP, STATUS, WAITING_FOR, CLOSING_REASON, AGREEMENT, TARGET, CHANNEL -> Optional.empty();
        };
    }
}
