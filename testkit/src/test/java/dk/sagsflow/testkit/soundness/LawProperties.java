package dk.sagsflow.testkit.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.testkit.any.AnyCase;
import dk.sagsflow.testkit.domain.ModelDomain;
import dk.sagsflow.testkit.policy.GivenPhase;
import dk.sagsflow.verification.LawVerification;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.law.Laws;
import dk.sagsflow.verification.law.Limit;
import dk.sagsflow.verification.law.Sentence;
import dk.sagsflow.verification.proof.Proof;
import dk.sagsflow.verification.script.SubjectModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Laws over models made by chance: what is proved holds for every case that is drawn, and what is broken is so for the case shown. */
class LawProperties {
    /** More than whatever is promised takes on any calendar that there is. */
    private static final Limit FOR_EVER = Limit.Within.of(Budget.of(Duration.ofDays(1_250)));

    /** So much that whoever is told at the first part of it is told later than that. */
    private static final Budget SLOW = Budget.of(Duration.ofDays(6_250));

    private static final int DRAWN = 12;
    private static final int PLAYED = 20;

    @Provide
    Arbitrary<SupportModel> clean() {
        return new ModelDomain().models().filter(SoundnessProperties::clean);
    }

    private static Proof proof(SupportModel model, Law law) {
        return LawVerification.of(model, Laws.of(law), SoundnessProperties.FROM)
                .verdicts()
                .get(0)
                .proof();
    }

    @Property(tries = 5, seed = "2007", shrinking = ShrinkingMode.OFF)
    void what_holds_by_construction_is_proved_and_what_a_mutation_breaks_is_found(@ForAll("clean") SupportModel model) {
        HandOverEnd contact = new HandOverEnd.AtTier(model.organisation().contactTier());
        GroupId entrance = model.organisation().contactEntrance();
        Law due = Law.of("due", Condition.always(), new Sentence.Due(Measure.RESOLUTION, FOR_EVER));
        Law heard = Law.of("heard", Condition.always(), new Sentence.Heard(FOR_EVER));
        Law told = Law.of("told", Condition.always(), new Sentence.Told(contact, FOR_EVER));
        Law has = Law.of("has", Condition.always(), new Sentence.Has(entrance, FOR_EVER));
        SupportModel slow = Mutation.targets(model, target -> target.withBudget(SLOW));
        SupportModel silent = Mutation.NOBODY_IS_TOLD.of(model).orElse(model);

        for (Law law : List.of(due, has)) {
            assertThat(proof(model, law)).as("%s in %s", law, model).isInstanceOf(Proof.Kept.class);
            assertThat(proof(slow, law)).as("%s in %s", law, slow).isInstanceOf(Proof.Broken.class);
        }
        assertThat(proof(model, heard)).as("%s in %s", heard, model).isInstanceOf(Proof.Kept.class);
        assertThat(proof(silent, told)).as("%s in %s", told, silent).isInstanceOf(Proof.Broken.class);
    }

    @Property(tries = 25, seed = "2007", shrinking = ShrinkingMode.OFF)
    void a_case_drawn_by_chance_never_breaks_what_is_proved_and_the_case_shown_does(
            @ForAll("clean") SupportModel model, @ForAll @IntRange(min = 1, max = 1500) int hours, @ForAll long seed) {
        Random random = new Random(seed);
        Condition when = random.nextBoolean()
                ? Condition.always()
                : Condition.is(
                        CaseField.PRIORITY,
                        List.of(Priority.values()).get(random.nextInt(5)).name());
        Limit.Within limit = Limit.Within.of(Budget.of(Duration.ofHours(hours)));
        Proof proof = proof(model, Law.of("due", when, new Sentence.Due(Measure.RESOLUTION, limit)));

        Statistics.label("proof").collect(proof.getClass().getSimpleName());
        if (proof instanceof Proof.Kept) {
            for (SupportCase drawn : drawn(model, random)) {
                assertThat(!when.holds(drawn) || inTime(model, drawn, drawn.registeredAt(), limit))
                        .as("%s of %s", limit, drawn)
                        .isTrue();
            }
        } else if (proof instanceof Proof.Broken broken) {
            Counterexample shown = broken.shown();
            SupportCase current = shown.replayedIn(model.organisation());
            assertThat(when.holds(current)).isTrue();
            assertThat(inTime(model, current, shown.at().orElseThrow(), limit))
                    .as("%s of %s", limit, shown)
                    .isFalse();
        }
    }

    private static List<SupportCase> drawn(SupportModel model, Random random) {
        Arbitrary<GivenPhase> any = AnyCase.of(
                SubjectModel.of(model), SoundnessProperties.FROM.plusYears(1).getYear());
        return any.generator(DRAWN).stream(random)
                .limit(DRAWN)
                .map(shrinkable -> shrinkable.value().then().theCase())
                .filter(drawn -> drawn.registeredAt().isBefore(Instant.parse("2008-09-01T00:00:00Z")))
                .toList();
    }

    private static boolean inTime(SupportModel model, SupportCase current, Instant start, Limit.Within limit) {
        Instant allowed = limit.calendar()
                .due(start, ((Budget.ServiceTime) limit.budget()).amount())
                .orElseThrow();
        return model.agreements().spans(Measure.RESOLUTION).stream()
                .filter(span -> span.startedBy().isEmpty()
                        && span.stoppedBy().isEmpty()
                        && span.pausedBetween().isEmpty())
                .flatMap(span -> due(model, span, current, start).stream())
                .anyMatch(due -> !due.isAfter(allowed));
    }

    private static Optional<Instant> due(SupportModel model, Span span, SupportCase current, Instant start) {
        return model.agreements()
                .select(Measure.RESOLUTION, span, current.working(), Optional.empty(), current)
                .map(selected -> selected.target())
                .flatMap((Target target) -> target.due(start).instant());
    }

    @Property(tries = 6, seed = "2010", shrinking = ShrinkingMode.OFF)
    void what_is_proved_is_kept_by_every_case_that_is_played(@ForAll("clean") SupportModel clean, @ForAll long seed) {
        Random random = new Random(seed);
        SupportModel model = LawFamily.varied(clean, random);
        for (LawFamily family : LawFamily.values()) {
            Optional<Law> strictest = family.strictest(model, random);
            int about = 0;
            for (int i = 0; strictest.isPresent() && i < PLAYED; i++) {
                about += new LawPlay(model, strictest.get(), random).played();
            }
            Statistics.label(family + " is proved, and asked of a case that is played")
                    .collect(about > 0)
                    .coverage(coverage -> coverage.check(true).count(times -> times > 0));
        }
    }

    @Property(tries = 15, seed = "2007", shrinking = ShrinkingMode.OFF)
    void cases_that_come_to_the_next_tier_have_passed_the_one_entrance_until_there_is_another(
            @ForAll("clean") SupportModel model) {
        int next = model.organisation().rank(model.organisation().contactTier()) + 1;
        boolean entrance = model.organisation()
                .tier(model.organisation().contactTier())
                .flatMap(tier -> tier.entrance())
                .isPresent();
        Law passes = Law.of(
                "one channel",
                Condition.always(),
                new Sentence.Passes(
                        model.organisation().contactEntrance(),
                        Optional.of(new HandOverEnd.AtTier(
                                model.organisation().tiers().get(next).id()))));
        SupportGroup beside = model.organisation()
                .groupsAt(model.organisation().contactTier())
                .reduce((first, second) -> second)
                .orElseThrow();

        Proof proof = proof(model, passes);

        Statistics.label("one entrance").collect(entrance);
        if (entrance) {
            assertThat(proof).as("%s", model).isInstanceOf(Proof.Kept.class);
        } else if (!beside.id().equals(model.organisation().contactEntrance())
                && model.routing().handOvers().isEmpty()) {
            assertThat(proof).as("%s", model).isInstanceOf(Proof.Broken.class);
        }
    }
}
