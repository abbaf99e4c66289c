package dk.sagsflow.core.command;

import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A registration with everything that a desk may be told of it. Immutable. */
@Value.Immutable
@ValueStyle
public interface RegistrationRequest extends WithRegistrationRequest {
    /** Who brings the case in. */
    ActorId by();

    /** What is known of it. */
    Registration registration();

    /** When and how it came about; here and now unless said otherwise. */
    @Value.Default
    default Circumstances circumstances() {
        return Circumstances.usual();
    }

    /** What the request is named by, so that it is carried out once however often it is sent. */
    Optional<RequestKey> key();

    /** A request with the required parts alone. */
    static RegistrationRequest of(ActorId by, Registration registration) {
        return builder().by(by).registration(registration).build();
    }

    /** A builder; actor and registration are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(RegistrationRequest.class, "use RequestJson");
    }

    /** Builds requests. Not thread-safe. */
    final class Builder extends ImmutableRegistrationRequest.Builder {
        Builder() {}
    }
}
