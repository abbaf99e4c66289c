package dk.sagsflow.core.command;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A command on a case with everything that a desk may be told of it. Immutable. */
@Value.Immutable
@ValueStyle
public interface CaseRequest extends WithCaseRequest {
    /** Who asks. */
    ActorId by();

    /** The case. */
    CaseNumber number();

    /** What is to be done. */
    CaseCommand command();

    /** When and how it came about; here and now unless said otherwise. */
    @Value.Default
    default Circumstances circumstances() {
        return Circumstances.usual();
    }

    /**
     * The version of the case that whoever asks has seen: refused as {@link Refusal.ChangedSince} if something happened to
     * the case since. Empty if the command is meant whatever happened.
     */
    Optional<Long> expectedVersion();

    /** What the request is named by, so that it is carried out once however often it is sent. */
    Optional<RequestKey> key();

    /** Refuses a version that no case has. */
    @Value.Check
    default void check() {
        expectedVersion()
                .ifPresent(version -> checkArgument(
                        version >= 1, "expected version of case %s is %s, not 1 or more", number(), version));
    }

    /** A request with the required parts alone. */
    static CaseRequest of(ActorId by, CaseNumber number, CaseCommand command) {
        return builder().by(by).number(number).command(command).build();
    }

    /** A builder; actor, case and command are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(CaseRequest.class, "use RequestJson");
    }

    /** Builds requests. Not thread-safe. */
    final class Builder extends ImmutableCaseRequest.Builder {
        Builder() {}
    }
}
