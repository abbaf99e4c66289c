package dk.sagsflow.routing.configuration;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.decision.ReplyTerms;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What becomes of a word of the customer on a case that is answered or closed. In time it reopens the case, or counts as
 * thanks, of which the group that answered is told; on a duplicate it is an objection, and always makes a case of its own of it.
 * Afterwards it is refused, and a new case can follow the old one. Immutable.
 */
@Value.Immutable
@ValueStyle
public interface Replies extends WithReplies, ReplyTerms {
    /** Whether a word in time reopens the case, which it does unless said otherwise, or counts as thanks. */
    @Override
    @Value.Default
    default boolean reopens() {
        return true;
    }

    /**
     * How long after the answer, or a closing by people, whichever came last, a word is in time; twenty working days unless said
     * otherwise.
     */
    @Value.Default
    default Budget within() {
        return new Budget.InWorkingDays(WorkingDays.of(20));
    }

    /** Whose time that is; Monday to Friday, all day long in UTC, unless said otherwise. */
    @Value.Default
    default ServiceCalendar calendar() {
        return ServiceCalendar.in(ZoneOffset.UTC)
                .open(MONDAY, FRIDAY, "00:00", "24:00")
                .build();
    }

    @Override
    default Optional<Instant> lastAfter(Instant over) {
        return within().dueOn(calendar(), over).instant();
    }

    /** A word within twenty working days reopens the case. */
    static Replies standard() {
        return builder().build();
    }

    /** A builder; nothing is required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Replies.class, "it is part of routing.json, which ModelFolder reads");
    }

    /** Builds terms of replies. Not thread-safe. */
    final class Builder extends ImmutableReplies.Builder {
        Builder() {}
    }
}
