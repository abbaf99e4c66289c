package dk.sagsflow.testkit.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.testkit.domain.ModelDomain;
import dk.sagsflow.verification.comparison.ModelChange;
import dk.sagsflow.verification.comparison.ModelComparison;
import dk.sagsflow.verification.finding.Counterexample;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** A model against itself changes nothing; against a changed one, what is told is what a desk really does otherwise. */
class ComparisonProperties {
    @Provide
    Arbitrary<SupportModel> models() {
        return new ModelDomain().models();
    }

    @Property(tries = 12, seed = "2007", shrinking = ShrinkingMode.OFF)
    void a_model_against_itself_changes_nothing(@ForAll("models") SupportModel model) {
        assertThat(ModelComparison.of(model, model, SoundnessProperties.FROM).changes())
                .isEmpty();
    }

    @Property(tries = 12, seed = "2008", shrinking = ShrinkingMode.OFF)
    void every_mutation_changes_something_and_an_example_shows_it(
            @ForAll("models") SupportModel model, @ForAll Mutation mutation) {
        Optional<SupportModel> changed = mutation.of(model);
        Statistics.label("mutated").collect(changed.isPresent());
        changed.ifPresent(after -> assertShown(
                model,
                after,
                ModelComparison.of(model, after, SoundnessProperties.FROM).changes()));
    }

    private static void assertShown(SupportModel before, SupportModel after, ImmutableList<ModelChange> changes) {
        assertThat(changes).isNotEmpty();
        for (ModelChange change : changes) {
            Optional<Counterexample> shown = change.shown();
            if (change.kind() == ModelChange.Kind.DUE && change.what().startsWith("from ")) {
                assertThat(dues(before, shown.orElseThrow()))
                        .as("%s", change)
                        .isNotEqualTo(dues(after, shown.orElseThrow()));
            } else if (change.kind() == ModelChange.Kind.ROUTE
                    && change.what().startsWith("triage led it by ")
                    && change.what().contains(", and leads it by ")) {
                assertThat(led(before, shown.orElseThrow()))
                        .as("%s", change)
                        .isNotEqualTo(led(after, shown.orElseThrow()));
            }
        }
    }

    /** By when each target is due that a desk would select for the case where it is. */
    private static List<String> dues(SupportModel model, Counterexample shown) {
        SupportCase current = shown.replayedIn(model.organisation());
        Agreements agreements = model.agreements();
        Instant start = shown.at().orElseThrow();
        return Arrays.stream(Measure.values())
                .flatMap(measure -> agreements.spans(measure).stream()
                        .flatMap(span -> model.organisation().groups().stream()
                                .map(group -> new Station(group.id(), group.tier()))
                                .flatMap(from -> agreements
                                        .select(
                                                measure,
                                                span,
                                                current.working(),
                                                measure == Measure.ANSWER ? Optional.of(from) : Optional.empty(),
                                                current)
                                        .stream())
                                .map(selected -> measure + " "
                                        + selected.target().due(start).instant())))
                .toList();
    }

    /** Where each next step of triage leads, from where the case came in. */
    private static List<Optional<GroupId>> led(SupportModel model, Counterexample shown) {
        return shown.way().stream()
                .map(group -> shown.after(ImmutableList.of(group)).replayedIn(model.organisation()))
                .map(current -> model.triage().propose(current, shown.askedAt()).map(TriageRule::to))
                .toList();
    }

    @Example
    void the_reference_model_with_one_limit_more_says_so_for_those_cases_alone() {
        SupportModel before =
                ModelFolder.read(Path.of("../examples/models/ams")).model();
        SupportModel after = Mutation.targets(
                before,
                target -> target.id().equals("resolution-urgent")
                        ? target.withBudget(Mutation.times(target.budget(), 2))
                        : target);

        ImmutableList<ModelChange> changes =
                ModelComparison.of(before, after, SoundnessProperties.FROM).changes();

        assertThat(changes)
                .singleElement()
                .satisfies(change -> assertThat(change.describe())
                        .startsWith("DUE: from ")
                        .contains("RESOLUTION was due at")
                        .contains("by target resolution-urgent of agreement customers"));
    }
}
