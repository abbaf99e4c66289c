package dk.sagsflow.testkit.policy;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.LawVerification;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.finding.AcceptedFindings;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Severity;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.law.Laws;
import java.time.LocalDate;
import java.util.List;

/** What must hold of a model. Not thread-safe. */
public final class ModelAssert {
    private final SupportModel model;

    ModelAssert(SupportModel model) {
        this.model = requireNonNull(model, "model");
    }

    /**
     * Verification finds no error and nothing to warn of, on the day on which the test begins, but what {@code accepted.json}
     * beside the model accepts. Notes do not count. Of a model that a test has changed nothing is accepted but what is named
     * here.
     *
     * @param except kinds of finding that do not count either
     */
    @CanIgnoreReturnValue
    public ModelAssert hasNoFindings(FindingCode... except) {
        ImmutableSet<FindingCode> left = ImmutableSet.copyOf(except);
        List<String> found = verified().findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE && !left.contains(finding.code()))
                .map(ModelAssert::words)
                .toList();
        return nothing("findings", found);
    }

    /** The laws in {@code laws.json} beside the model hold, for a year from the day on which the test begins. */
    @CanIgnoreReturnValue
    public ModelAssert keepsItsLaws() {
        PolicyWorld world = PolicyWorld.current();
        Laws laws = Laws.beside(world.path, world.folder)
                .orElseThrow(() -> new AssertionError("there is no " + Laws.NAME + " in " + world.path));
        return keeps(laws);
    }

    /** This law holds, for a year from the day on which the test begins. */
    @CanIgnoreReturnValue
    public ModelAssert keeps(Law... laws) {
        return keeps(Laws.of(laws));
    }

    private ModelAssert keeps(Laws laws) {
        return nothing(
                "laws do not hold",
                LawVerification.of(model, laws, day()).verdicts().stream()
                        .filter(verdict -> !verdict.holds())
                        .flatMap(verdict -> verdict.finding().stream())
                        .map(ModelAssert::words)
                        .toList());
    }

    private ModelAssert nothing(String what, List<String> found) {
        if (!found.isEmpty()) {
            throw new AssertionError(
                    found.size() + " " + what + System.lineSeparator() + String.join(System.lineSeparator(), found));
        }
        return this;
    }

    private static String words(Finding finding) {
        String line = System.lineSeparator();
        return finding.place().describe() + ": " + finding.code().id() + ": " + finding.message()
                + finding.counterexample()
                        .map(shown -> line + "    shown by " + shown.describe())
                        .orElse("")
                + line + "    " + finding.advice();
    }

    private static LocalDate day() {
        PolicyWorld world = PolicyWorld.current();
        return LocalDate.ofInstant(world.start, world.values.zone());
    }

    private ModelVerification verified() {
        PolicyWorld world = PolicyWorld.current();
        LocalDate day = day();
        if (!model.equals(world.folder.model())) {
            return world.people
                    .map(people -> ModelVerification.of(model, day, people.people()))
                    .orElseGet(() -> ModelVerification.of(model, day));
        }
        ModelVerification verified = world.people
                .map(people -> ModelVerification.of(world.folder, day, people))
                .orElseGet(() -> ModelVerification.of(world.folder, day));
        return AcceptedFindings.beside(world.path).map(verified::accepting).orElse(verified);
    }
}
