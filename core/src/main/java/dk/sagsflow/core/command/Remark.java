package dk.sagsflow.core.command;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Locale;

/**
 * What is worth saying about a command that was carried out otherwise than asked. Kinds may be added in a minor release.
 * Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "remark")
public sealed interface Remark {
    /** In words, in English, without a full stop; {@link RefusalWords} has other languages too. */
    default String describe() {
        return RefusalWords.in(Locale.ENGLISH).of(this);
    }

    /**
     * The clock of the desk is behind what is on record, which another desk wrote, so the case got the later time.
     *
     * @param asked the time by the desk's clock
     * @param given the time that it got
     */
    @JsonTypeName("clock-behind")
    record ClockBehind(Instant asked, Instant given) implements Remark {
        /** Refuses null. */
        public ClockBehind {
            requireNonNull(asked, "asked");
            requireNonNull(given, "given");
        }
    }
}
