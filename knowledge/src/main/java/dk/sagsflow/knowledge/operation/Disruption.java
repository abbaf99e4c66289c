package dk.sagsflow.knowledge.operation;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** An incident or planned work, with what happened to it. Immutable. */
@Value.Immutable
public interface Disruption extends WithDisruption {
    /** What it is called for ever. */
    DisruptionId id();

    /** How many events it has. */
    long version();

    /** What it is. */
    DisruptionKind kind();

    /** What disturbs which systems. */
    DisruptionDetails details();

    /** Since when, or from when on. */
    Instant begins();

    /** When it ended, or is to end; empty as long as nobody knows. */
    Optional<Instant> until();

    /** Whether it will not be. */
    boolean cancelled();

    /** The way around it that was told last. */
    Optional<DisruptionEntry> workaround();

    /** The major incident of the desk that it tells of; the support organisation alone reads which. */
    Optional<CaseNumber> number();

    /** What happened to it, in order. */
    ImmutableList<DisruptionEntry> entries();

    /** Where it stands at this instant. */
    default DisruptionStatus statusAt(Instant now) {
        if (cancelled()) {
            return DisruptionStatus.CANCELLED;
        } else if (now.isBefore(begins())) {
            return DisruptionStatus.ANNOUNCED;
        }
        return until().filter(end -> !now.isBefore(end)).isPresent() ? DisruptionStatus.OVER : DisruptionStatus.ONGOING;
    }

    /**
     * What of it this reader may read: what was said for fewer stays with them, also if it is told to more later, and cases are for
     * those who work on them.
     */
    default Optional<Disruption> seenBy(Reader reader) {
        return reader.mayRead(details().readership()) ? Optional.of(asFarAs(reader)) : Optional.empty();
    }

    private Disruption asFarAs(Reader reader) {
        boolean staff = reader.mayRead(Readership.supportOrganisation());
        return withEntries(entries().stream()
                        .filter(entry -> reader.mayRead(entry.readership()))
                        .toList())
                .withWorkaround(workaround().filter(entry -> reader.mayRead(entry.readership())))
                .withNumber(number().filter(unused -> staff));
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Disruption.class, "take from it what a page shows");
    }

    /** Builds disruptions. Not thread-safe. */
    final class Builder extends ImmutableDisruption.Builder {
        Builder() {}
    }
}
