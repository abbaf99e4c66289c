package dk.sagsflow.testkit.policy;

import static java.util.Objects.requireNonNull;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.finding.AcceptedFindings;
import dk.sagsflow.verification.finding.FindingCode;
import java.time.LocalDate;
import java.util.List;

/** What must hold of a model. Not thread-safe. */
@CanIgnoreReturnValue
public final class ModelAssert {
    private final SupportModel model;

    ModelAssert(SupportModel model) {
        this.model = requireNonNull(model, "model");
    }

    /**
     * Verification finds nothing, on the day on which the test begins, but what {@code accepted.json} beside the model accepts.
     *
     * @param except kinds of finding that do not count
     */
    public ModelAssert hasNoFindings(FindingCode... except) {
        ImmutableSet<FindingCode> left = ImmutableSet.copyOf(except);
        List<String> found = verified().findings().stream()
                .filter(finding -> !left.contains(finding.code()))
                .map(finding -> finding.place().describe() + ": " + finding.code().id() + ": " + finding.message()
                        + System.lineSeparator() + "    " + finding.advice())
                .toList();
        if (!found.isEmpty()) {
            throw new AssertionError(found.size() + " findings" + System.lineSeparator()
                    + String.join(System.lineSeparator(), found));
        }
        return this;
    }

    private ModelVerification verified() {
        PolicyWorld world = PolicyWorld.current();
        LocalDate day = LocalDate.ofInstant(world.start, world.values.zone());
        if (!model.equals(world.folder.model())) {
            return ModelVerification.of(model, day);
        }
        ModelVerification verified = world.people
                .map(people -> ModelVerification.of(world.folder, day, people))
                .orElseGet(() -> ModelVerification.of(world.folder, day));
        return AcceptedFindings.beside(world.path).map(verified::accepting).orElse(verified);
    }
}
