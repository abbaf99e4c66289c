package dk.sagsflow.testkit.soundness;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.LawVerification;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.law.Laws;
import dk.sagsflow.verification.law.Limit;
import dk.sagsflow.verification.law.Sentence;
import dk.sagsflow.verification.proof.Proof;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Laws of one kind for a model, from the strictest to the mildest. */
// What makes them is a lambda without state.
@SuppressWarnings("ImmutableEnumChecker")
enum LawFamily {
    ANSWERED((model, random) -> within(limit -> new Sentence.Due(Measure.RESOLUTION, limit))),
    RESPONDED((model, random) -> within(limit -> new Sentence.Due(Measure.FIRST_RESPONSE, limit))),
    HEARD((model, random) -> within(Sentence.Heard::new)),
    TOLD_AT_A_TIER((model, random) -> {
        SupportGroup at = DrawnOpening.one(model.organisation().groups(), random);
        return within(limit -> new Sentence.Told(new HandOverEnd.AtTier(at.tier()), limit));
    }),
    TOLD_AT_A_GROUP((model, random) -> {
        SupportGroup at = DrawnOpening.one(model.organisation().groups(), random);
        return within(limit -> new Sentence.Told(new HandOverEnd.AtGroup(at.id()), limit));
    }),
    TOLD_BEFORE_A_NIGHT((model, random) -> model.organisation().groups().stream()
            .flatMap(at -> nights().map(night -> new Sentence.Told(new HandOverEnd.AtGroup(at.id()), night)))),
    HAS((model, random) -> {
        SupportGroup at = DrawnOpening.one(model.organisation().groups(), random);
        return within(limit -> new Sentence.Has(at.id(), limit));
    }),
    HAS_A_SHARE((model, random) -> IntStream.rangeClosed(1, 20)
            .mapToObj(twentieths -> twentieths * 5)
            .flatMap(percent ->
                    model.organisation().groups().stream().map(group -> new Sentence.HasShare(group.id(), percent)))),
    PASSES((model, random) -> shuffled(model, random).map(group -> new Sentence.Passes(group.id(), Optional.empty()))),
    PASSES_BEFORE((model, random) -> shuffled(model, random)
            .flatMap(group -> shuffled(model, random)
                    .map(to -> new Sentence.Passes(group.id(), Optional.of(new HandOverEnd.AtGroup(to.id())))))),
    ONLY_THESE((model, random) ->
            shuffled(model, random).map(group -> new Sentence.OnlyThese(new HandOverEnd.AtGroup(group.id()))));

    private final Sentences sentences;

    private interface Sentences {
        Stream<? extends Sentence> of(SupportModel model, Random random);
    }

    private interface OfLimit {
        Sentence of(Limit limit);
    }

    LawFamily(Sentences sentences) {
        this.sentences = sentences;
    }

    private static Stream<Sentence> within(OfLimit sentence) {
        return Stream.iterate(1L, hours -> hours < 1_600, hours -> hours + 1 + hours / 8)
                .map(hours -> sentence.of(Limit.Within.of(Budget.of(Duration.ofHours(hours)))));
    }

    private static Stream<Limit> nights() {
        return Stream.of(
                new Limit.OverNight(LocalTime.MIDNIGHT, LocalTime.of(6, 0), ZoneOffset.UTC),
                new Limit.OverNight(LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneOffset.UTC),
                new Limit.OverNight(LocalTime.of(12, 0), LocalTime.of(11, 0), ZoneOffset.UTC));
    }

    private static Stream<SupportGroup> shuffled(SupportModel model, Random random) {
        List<SupportGroup> groups = new ArrayList<>(model.organisation().groups());
        Collections.shuffle(groups, random);
        return groups.stream();
    }

    /** The strictest of its laws that is proved, for some cases or all. */
    Optional<Law> strictest(SupportModel model, Random random) {
        Condition some = when(model, random);
        ImmutableList<Law> laws = sentences
                .of(model, random)
                .flatMap(sentence -> Stream.of(
                        Law.of("some: " + sentence, some, sentence),
                        Law.of("all: " + sentence, Condition.always(), sentence)))
                .collect(ImmutableList.toImmutableList());
        return LawVerification.of(model, Laws.of(laws.toArray(Law[]::new)), SoundnessProperties.FROM)
                .verdicts()
                .stream()
                .filter(verdict -> verdict.proof() instanceof Proof.Kept)
                .map(verdict -> verdict.law())
                .findFirst();
    }

    private static Condition when(SupportModel model, Random random) {
        SupportGroup group = DrawnOpening.one(model.organisation().groups(), random);
        return switch (random.nextInt(5)) {
            case 0 -> Condition.is(CaseField.GROUP, group.id().value());
            case 1 -> Condition.is(CaseField.TIER, group.tier().value());
            case 2 -> Condition.is(CaseField.PRIORITY, Priority.P1.name(), Priority.P2.name(), Priority.P3.name());
            case 3 -> Condition.is(CaseField.CAUSE, Cause.BUSINESS.name()).negate();
            default -> Condition.is(CaseField.KIND, CaseKind.INCIDENT.name());
        };
    }

    /** The model with what matters where a case is, or how it came there: of a group alone, not of its tier. */
    static SupportModel varied(SupportModel model, Random random) {
        SupportGroup group = DrawnOpening.one(model.organisation().groups(), random);
        Condition there = Condition.is(CaseField.GROUP, group.id().value());
        FollowUpRule rule = FollowUpRule.builder()
                .name("of a group")
                .occasion(FollowUpOccasion.SILENCE)
                .when(random.nextBoolean() ? there : there.negate())
                .after(Budget.of(Duration.ofHours(2)))
                .calendar(ServiceCalendar.always())
                .addAction(new FollowUpAction.TellCustomer())
                .build();
        Agreement own = Agreement.builder()
                .id("own of " + group.id())
                .name("own")
                .kind(AgreementKind.OLA)
                .provider(new Party.OfGroup(group.id()))
                .consumer(new Party.EveryCustomer())
                .addTarget(Target.builder()
                        .id("own")
                        .measure(random.nextBoolean() ? Measure.CUMULATIVE_RESIDENCE : Measure.RESIDENCE)
                        .budget(Budget.of(Duration.ofHours(3)))
                        .calendar(ServiceCalendar.always())
                        .addThreshold(Threshold.at(100, new ThresholdAction.NotifyWorkingGroup()))
                        .build())
                .build();
        List<Agreement> agreements = new ArrayList<>(model.agreements().all());
        agreements.add(own);
        List<FollowUpRule> rules = new ArrayList<>(model.routing().followUps());
        rules.add(rule);
        return model.withAgreements(Agreements.of(agreements))
                .withRouting(model.routing().withFollowUps(rules));
    }
}
