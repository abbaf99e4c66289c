package dk.sagsflow.verification.finding;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that the owner of a model lives with. Immutable.
 *
 * @param code its kind
 * @param file the file in which it stands
 * @param place where in the file, with elements of lists by their names: {@code /agreements/kmd/targets/answer}
 * @param says words of its message, if not every finding of the kind at this place is meant; empty if every one is
 * @param reason why it is accepted
 * @param until from when on it counts again; empty if it never does
 */
public record AcceptedFinding(
        FindingCode code, String file, String place, Optional<String> says, String reason, Optional<LocalDate> until) {
    /** Refuses null, and a reason that says nothing. */
    public AcceptedFinding {
        requireNonNull(code, "code");
        requireNonNull(file, "file");
        requireNonNull(place, "place");
        requireNonNull(says, "says");
        requireNonNull(until, "until");
        checkArgument(!reason.isBlank(), "%s at %s is accepted without a reason; one is needed", code.id(), place);
    }

    /** Whether it is this finding that is meant. */
    public boolean concerns(Finding finding) {
        return finding.code() == code
                && finding.place().file().equals(file)
                && finding.place()
                        .position()
                        .filter(position -> position.named().equals(place))
                        .isPresent()
                && says.filter(words -> !finding.message().contains(words)).isEmpty();
    }

    /** Whether it counts again on this day. */
    public boolean overOn(LocalDate day) {
        return until.filter(end -> !day.isBefore(end)).isPresent();
    }

    /** What it is, in one line: {@code SF131 at organisation.json /groups/sirius}. */
    public String describe() {
        return code.id() + " at " + file + " " + place
                + says.map(words -> " that says \"" + words + "\"").orElse("");
    }
}
