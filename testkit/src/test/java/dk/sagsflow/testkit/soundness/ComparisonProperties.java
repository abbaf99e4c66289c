package dk.sagsflow.testkit.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.decision.HandOverRule;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** A model against itself changes nothing; against a changed one, what is told is what a desk really does otherwise. */
class ComparisonProperties {
    private static final int PLAYED = 12;

    @Provide
    Arbitrary<SupportModel> models() {
        return new ModelDomain().models();
    }

    @Property(tries = 12, seed = "2007", shrinking = ShrinkingMode.OFF)
    void a_model_against_itself_changes_nothing(@ForAll("models") SupportModel model) {
        assertThat(ModelComparison.of(model, model, SoundnessProperties.FROM).changes())
                .isEmpty();
    }

    @Property(tries = 4, seed = "2008", shrinking = ShrinkingMode.OFF)
    void every_mutation_changes_something_and_an_example_shows_it(@ForAll("models") SupportModel model) {
        for (Mutation mutation : Mutation.values()) {
            Optional<ImmutableList<ModelChange>> changes = mutation.of(model)
                    .map(after -> ModelComparison.of(model, after, SoundnessProperties.FROM)
                            .changes());
            SupportModel mutated = mutation.of(model).orElse(model);
            if (changes.filter(list -> !list.isEmpty()).isPresent()) {
                assertShown(model, mutated, changes.orElseThrow());
            } else {
                assertPlayedAlike(model, mutated, mutation.name().hashCode());
            }
            Statistics.label("told of " + mutation)
                    .collect(changes.isPresent() ? changes.orElseThrow().isEmpty() ? "nothing" : "changes" : "no need")
                    .coverage(coverage -> coverage.check("changes").count(times -> times > 0));
        }
    }

    /** What was changed may never hold for any case. */
    private static void assertPlayedAlike(SupportModel before, SupportModel after, long seed) {
        for (int i = 0; i < PLAYED; i++) {
            assertThat(TracePlay.of(after, seed + i))
                    .as("from %s to %s", before, after)
                    .isEqualTo(TracePlay.of(before, seed + i));
        }
    }

    @Property(tries = 6, seed = "2007", shrinking = ShrinkingMode.OFF)
    void of_two_models_made_by_chance_each_change_is_one(
            @ForAll("models") SupportModel before, @ForAll("models") SupportModel after) {
        assertShown(
                before,
                after,
                ModelComparison.of(before, after, SoundnessProperties.FROM).changes());
    }

    @Property(tries = 8, seed = "2009", shrinking = ShrinkingMode.OFF)
    void what_is_played_otherwise_on_two_models_is_a_change(
            @ForAll("models") SupportModel model, @ForAll Mutation one, @ForAll Mutation other, @ForAll long seed) {
        SupportModel before = one.of(model).orElse(model);
        SupportModel after = other.of(model).orElse(model);
        boolean same =
                ModelComparison.of(before, after, SoundnessProperties.FROM).nothingChanges();
        boolean playedAlike = true;
        for (int i = 0; i < PLAYED; i++) {
            List<String> was = TracePlay.of(before, seed + i);
            List<String> is = TracePlay.of(after, seed + i);
            playedAlike &= was.equals(is);
            if (same) {
                assertThat(is)
                        .as("after %s, before %s, of %s", other, one, model)
                        .isEqualTo(was);
            }
        }
        Statistics.label("played").collect(playedAlike ? "alike" : "otherwise");
        Statistics.label("compared").collect(same ? "nothing changes" : "changes");
    }

    private static void assertShown(SupportModel before, SupportModel after, ImmutableList<ModelChange> changes) {
        assertThat(changes).as("from %s to %s", before, after).isNotEmpty();
        for (ModelChange change : changes) {
            Optional<Counterexample> shown = change.shown();
            if (change.kind() == ModelChange.Kind.DUE && change.what().startsWith("from ")) {
                assertThat(dues(before, shown.orElseThrow()))
                        .as("%s", change)
                        .isNotEqualTo(dues(after, shown.orElseThrow()));
            } else if (change.kind() == ModelChange.Kind.ROUTE
                    && change.what().startsWith("triage led it by ")
                    && change.what().contains(", and leads it by ")
                    && before.organisation()
                            .groupIds()
                            .containsAll(shown.orElseThrow().way())) {
                assertThat(led(before, shown.orElseThrow()))
                        .as("%s", change)
                        .isNotEqualTo(led(after, shown.orElseThrow()));
            } else if (change.kind() == ModelChange.Kind.HAND_OVER) {
                assertThat(free(before, shown.orElseThrow()))
                        .as("%s", change)
                        .isNotEqualTo(free(after, shown.orElseThrow()));
            }
        }
    }

    /** By when each target is due that a desk would select for the case where it is. */
    private static List<String> dues(SupportModel model, Counterexample shown) {
        SupportCase current = judged(shown, model).replayedIn(model.organisation());
        Agreements agreements = model.agreements();
        Instant start = shown.at().orElseThrow();
        return Arrays.stream(Measure.values())
                .flatMap(measure -> agreements.spans(measure).stream()
                        .flatMap(span -> model.organisation().groups().stream()
                                .map(group -> new Station(group.id(), group.tier()))
                                .flatMap(from -> whose(measure, current, model)
                                        .flatMap(whose -> agreements
                                                .select(
                                                        measure,
                                                        span,
                                                        whose,
                                                        measure == Measure.ANSWER
                                                                ? Optional.of(from)
                                                                : Optional.empty(),
                                                        current)
                                                .stream()))
                                .map(selected -> measure + " "
                                        + selected.target().due(start).instant())))
                .toList();
    }

    /** With the priority that this model gives it. */
    private static Counterexample judged(Counterexample shown, SupportModel model) {
        if (shown.value(CaseField.PRIORITY).isEmpty()) {
            return shown;
        }
        Priority priority = model.organisation()
                .priorityMatrix()
                .priority(
                        Impact.valueOf(shown.value(CaseField.IMPACT).orElseThrow()),
                        Urgency.valueOf(shown.value(CaseField.URGENCY).orElseThrow()));
        Map<CaseField, String> values = new HashMap<>(shown.values());
        values.put(CaseField.PRIORITY, priority.name());
        return new Counterexample(
                ImmutableMap.copyOf(values),
                shown.attributes(),
                shown.words(),
                shown.way(),
                shown.at(),
                shown.decided());
    }

    /** Whose clock it may be: the group's that has the case, or another's which had it. */
    private static Stream<Optional<Station>> whose(Measure measure, SupportCase current, SupportModel model) {
        return measure == Measure.ANSWER || measure == Measure.CUMULATIVE_RESIDENCE
                ? model.organisation().groups().stream()
                        .map(group -> Optional.of(new Station(group.id(), group.tier())))
                : Stream.of(current.working());
    }

    /** Where people may hand the case over. */
    private static List<GroupId> free(SupportModel model, Counterexample shown) {
        SupportCase current = judged(shown, model).replayedIn(model.organisation());
        HandOverRule rule =
                new HandOverRule(model.organisation(), model.routing().ways());
        return model.organisation().groups().stream()
                .filter(to -> Arrays.stream(HandOverRule.Obstacle.values())
                        .allMatch(obstacle -> rule.free(
                                        obstacle, current.working().orElseThrow(), to)
                                .holds(current)))
                .map(to -> to.id())
                .toList();
    }

    /** Where each next step of triage leads, from where the case came in. */
    private static List<Optional<GroupId>> led(SupportModel model, Counterexample shown) {
        return shown.way().stream()
                .map(group ->
                        judged(shown.after(ImmutableList.of(group)), model).replayedIn(model.organisation()))
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
