package dk.sagsflow.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every counterexample of every model of {@link FindingCodeTest}, played against what a desk asks. */
class CounterexampleTest {
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);

    static Stream<SmallModel> models() {
        return FindingCodeTest.models().distinct();
    }

    @ParameterizedTest
    @MethodSource("models")
    void shows_what_is_said(SmallModel small) {
        SupportModel model = small.folder().model();
        for (Finding finding : ModelVerification.of(model, FROM).findings()) {
            finding.counterexample()
                    .ifPresent(
                            shown -> new Replay(model, finding, shown, shown.replayedIn(model.organisation())).check());
        }
    }

    private record Replay(SupportModel model, Finding finding, Counterexample shown, SupportCase current) {
        void check() {
            switch (finding.code()) {
                case CASES_STAY ->
                    assertThat(model.triage().propose(current, shown.askedAt())).isEmpty();
                case UNPLACED_STAYS -> {
                    assertThat(model.triage().propose(current, shown.askedAt())).isEmpty();
                    assertThat(refused(new CaseCommand.Answer("answer"))).isTrue();
                }
                case RULE_SHADOWED, RULE_REPEATED -> {
                    assertThat(rule().matches(current, shown.askedAt())).isTrue();
                    assertThat(model.triage().propose(current, shown.askedAt()))
                            .isPresent()
                            .get()
                            .isNotEqualTo(rule());
                }
                case RULES_CONTRADICT -> {
                    assertThat(rule().matches(current, shown.askedAt())).isTrue();
                    assertThat(model.triage().rules().stream()
                                    .filter(rule -> rule.matches(current, shown.askedAt()))
                                    .map(TriageRule::to)
                                    .distinct())
                            .hasSizeGreaterThan(1);
                }
                case ROUTE_LOOPS,
                        ROUTE_GOES_DOWN,
                        ROUTE_SKIPS_TIER,
                        ROUTE_PASSES_CONTACT_TIER,
                        ROUTE_BESIDE_ENTRANCE,
                        ROUTE_TO_GROUP_WITHOUT_SYSTEM,
                        ROUTE_NOT_DECLARED -> {
                    assertThat(model.triage().propose(current, shown.askedAt())).contains(rule());
                    assertThat(refused(new CaseCommand.HandOver(rule().to(), "triage")))
                            .isTrue();
                }
                case UNPLACED_STUCK -> {
                    assertThat(refused(new CaseCommand.Answer("answer"))).isTrue();
                    assertThat(model.organisation().groups())
                            .allMatch(group ->
                                    group.tier().equals(model.organisation().contactTier())
                                            || refused(new CaseCommand.HandOver(group.id(), "anywhere")));
                }
                case NO_LIMIT, LIMIT_BEGINS_LATER -> {
                    assertThat(selected(Measure.RESIDENCE, Optional.empty())).isEmpty();
                    assertThat(model.agreements()
                                    .select(
                                            Measure.CUMULATIVE_RESIDENCE,
                                            Optional.of(firstOfTheTier()),
                                            Optional.empty(),
                                            current))
                            .isEmpty();
                }
                case NO_ANSWER_LIMIT ->
                    assertThat(selected(Measure.ANSWER, Optional.of(before()))).isEmpty();
                case NO_FIRST_RESPONSE ->
                    assertThat(selected(Measure.FIRST_RESPONSE, Optional.empty()))
                            .isEmpty();
                case NO_RESOLUTION -> {
                    assertThat(selected(Measure.RESOLUTION, Optional.empty())).isEmpty();
                    assertThat(selected(Measure.CLOSURE, Optional.empty())).isEmpty();
                }
                case TARGETS_TIE ->
                    assertThat(new Agreements.Selected(agreement(), target()).applies(current))
                            .isTrue();
                case TARGET_DOES_NOT_FIT ->
                    assertThat(around()).anyMatch(outer -> due(target()).isAfter(due(outer)));
                default -> assertThat(current.working()).isPresent();
            }
        }

        private TriageRule rule() {
            return model.triage().rules().get(Integer.parseInt(step(1)));
        }

        private Agreement agreement() {
            return model.agreements().all().get(Integer.parseInt(step(1)));
        }

        private Target target() {
            return agreement().targets().get(Integer.parseInt(step(3)));
        }

        private String step(int index) {
            return Splitter.on('/')
                    .omitEmptyStrings()
                    .splitToList(finding.place().pointer())
                    .get(index);
        }

        /** Whose clock that of all visits is. */
        private Station firstOfTheTier() {
            Station here = current.working().orElseThrow();
            return shown.way().stream()
                    .map(group -> new Station(
                            group,
                            model.organisation().group(group).orElseThrow().tier()))
                    .filter(station -> station.tier().equals(here.tier()))
                    .findFirst()
                    .orElse(here);
        }

        private Station before() {
            GroupId group = shown.way().get(shown.way().size() - 2);
            return new Station(
                    group, model.organisation().group(group).orElseThrow().tier());
        }

        private Optional<Target> selected(Measure measure, Optional<Station> consumer) {
            return model.agreements()
                    .select(measure, current.working(), consumer, current)
                    .map(found -> found.target());
        }

        private List<Target> around() {
            Optional<Station> consumer = shown.way().size() > 1 ? Optional.of(before()) : Optional.empty();
            return Stream.of(
                            selected(Measure.RESOLUTION, Optional.empty()),
                            selected(Measure.CLOSURE, Optional.empty()),
                            selected(Measure.UPDATE_INTERVAL, Optional.empty()),
                            selected(Measure.RESIDENCE, Optional.empty()),
                            selected(Measure.CUMULATIVE_RESIDENCE, Optional.empty()),
                            selected(Measure.ANSWER, consumer),
                            shown.way().size() > 2 ? answerBefore() : Optional.<Target>empty())
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<Target> answerBefore() {
            Counterexample earlier =
                    shown.after(shown.way().subList(0, shown.way().size() - 1));
            return new Replay(model, finding, earlier, earlier.replayedIn(model.organisation()))
                    .around().stream()
                            .filter(target -> target.measure() == Measure.ANSWER)
                            .findFirst();
        }

        private Instant due(Target target) {
            Instant start = shown.at().orElseThrow();
            return (target.budget() instanceof Budget.ServiceTime time
                            ? target.calendar().due(start, time.amount())
                            : target.calendar().due(start, ((Budget.InWorkingDays) target.budget()).limit()))
                    .instant()
                    .orElseThrow();
        }

        private boolean refused(CaseCommand command) {
            CaseDecisions decisions = new CaseDecisions(
                    model.organisation(),
                    Directory.of(ImmutableList.of(), ImmutableList.of()),
                    model.routing().ways());
            return decisions.decide(
                            current,
                            command,
                            Act.of(
                                    Actor.supporter("nobody", "Nobody", "any"),
                                    shown.at().orElse(Instant.EPOCH)))
                    instanceof Outcome.Refused<?>;
        }
    }
}
