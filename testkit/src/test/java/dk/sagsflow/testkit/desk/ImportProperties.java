package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.clock.EscalationPlan;
import dk.sagsflow.testkit.domain.DeskActions;
import dk.sagsflow.testkit.domain.PlayedDesk;
import dk.sagsflow.testkit.domain.SupportDomain;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.statistics.Statistics;

/** Whatever happened at one desk is brought along to another. */
class ImportProperties {
    @Provide
    Arbitrary<ActionChain<PlayedDesk>> sequences() {
        Arbitrary<SupportOrganisation> organisations = Arbitraries.oneOf(
                new SupportDomain().organisations(), Arbitraries.just(ReferenceOrganisation.organisation()));
        return organisations.flatMap(organisation -> DeskActions.sequences(organisation, CaseRepository::inMemory));
    }

    @Property(tries = 200)
    @Tag("R36")
    @Tag("R37")
    void the_past_makes_no_noise_and_clocks_read_as_they_would_have(
            @ForAll("sequences") ActionChain<PlayedDesk> sequence,
            @ForAll @IntRange(max = 100_000) int between,
            @ForAll @IntRange(min = 1, max = 100_000) int after) {
        PlayedDesk there = sequence.run();
        reached("something was overdue", settled(there));
        PlayedDesk here = new PlayedDesk(there.organisation(), CaseRepository.inMemory());
        Instant moved = latest(there).plusSeconds(between);
        here.clock().moveTo(moved);

        imported(there, here);

        assertThat(here.repository().outbox().waiting(10)).isEmpty();
        here.sweep();
        assertThat(here.repository().outbox().waiting(10)).isEmpty();
        here.histories().forEach((number, history) -> assertThat(since(history)).isEmpty());

        here.clock().advance(Duration.ofSeconds(after));
        sameClocks(there, here, here.clock().instant());
        here.sweep();
        here.histories().values().forEach(history -> assertThat(dueOf(history)).allMatch(moved::isBefore));
        reached(
                "something came due",
                here.histories().values().stream().anyMatch(one -> !since(one).isEmpty()));
    }

    /** What is due there is done there: what children have not heard yet they would hear where they come to. */
    private static boolean settled(PlayedDesk there) {
        boolean overdue = false;
        there.clock().moveTo(latest(there));
        while (there.sweep().handled() > 0) {
            overdue = true;
        }
        return overdue;
    }

    /** The law is not empty: with the mark left out, sweeps would act on the past of some case that was brought along. */
    @Example
    void without_the_mark_at_its_end_a_past_makes_noise() {
        assertThat(DeskActions.sequences(ReferenceOrganisation.organisation(), CaseRepository::inMemory)
                        .sampleStream()
                        .limit(40)
                        .map(ActionChain::run))
                .anyMatch(ImportProperties::noisyWithoutTheMark);
    }

    private static boolean noisyWithoutTheMark(PlayedDesk there) {
        EscalationPlan plan = new EscalationPlan(new Clocks(there.agreements()));
        PlayedDesk here = new PlayedDesk(there.organisation(), CaseRepository.inMemory());
        Instant moved = latest(there).plusSeconds(100_000);
        here.clock().moveTo(moved);
        imported(there, here);

        assertThat(here.histories().values())
                .allSatisfy(marked -> assertThat(plan.unrecorded(CaseHistory.of(marked), moved))
                        .isEmpty());
        return there.histories().values().stream()
                .anyMatch(unmarked ->
                        !plan.unrecorded(CaseHistory.of(unmarked), moved).isEmpty());
    }

    /** Each after the cases that it hears from; no circle is possible among those. */
    private static void imported(PlayedDesk there, PlayedDesk here) {
        Map<CaseNumber, ImmutableList<CaseEvent>> left = new LinkedHashMap<>(there.histories());
        while (!left.isEmpty()) {
            Map.Entry<CaseNumber, ImmutableList<CaseEvent>> next = left.entrySet().stream()
                    .filter(entry -> SupportCase.of(entry.getValue()).relatedCases().stream()
                            .noneMatch(related -> related.belongs() && left.containsKey(related.number())))
                    .findFirst()
                    .orElseThrow();
            imported(here, next.getValue());
            left.keySet().remove(next.getKey());
        }
    }

    /** Its files are brought along first. */
    private static void imported(PlayedDesk here, ImmutableList<CaseEvent> history) {
        SupportCase.of(history).attachments().stream()
                .map(SupportCase.Attached::attachment)
                .filter(attachment -> !attachment.equals(Attachment.erased()))
                .forEach(attachment -> here.attachments().put(attachment.id(), InputStream.nullInputStream()));
        SupportCase state = here.desk()
                .operations()
                .importCase(CaseImport.of("Cerberus", history))
                .orElseThrow();
        assertThat(here.repository().history(state.number())).startsWith(history.toArray(CaseEvent[]::new));
    }

    private static Instant latest(PlayedDesk desk) {
        return Stream.concat(
                        Stream.of(desk.clock().instant()), desk.cases().stream().map(SupportCase::changedAt))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** What was put on record or done after a case was brought along, the last time if it was several times. */
    private static List<CaseEvent> since(ImmutableList<CaseEvent> history) {
        int after = Iterables.indexOf(history.reverse(), CaseEvent.Imported.class::isInstance);
        return history.subList(history.size() - after, history.size());
    }

    private static Stream<Instant> dueOf(ImmutableList<CaseEvent> history) {
        return since(history).stream().flatMap(event -> {
            if (event instanceof CaseEvent.ThresholdPassed threshold) {
                return Stream.of(threshold.passed().dueAt());
            }
            return event instanceof CaseEvent.FollowedUp followed
                    ? Stream.of(followed.followUp().dueAt())
                    : Stream.of();
        });
    }

    private static void sameClocks(PlayedDesk there, PlayedDesk here, Instant at) {
        Clocks clocks = new Clocks(there.agreements());
        for (Map.Entry<CaseNumber, ImmutableList<CaseEvent>> original :
                there.histories().entrySet()) {
            assertThat(read(clocks, here.repository().history(original.getKey()), at))
                    .isEqualTo(read(clocks, original.getValue(), at));
        }
    }

    private static ImmutableList<ClockReading> read(Clocks clocks, ImmutableList<CaseEvent> history, Instant at) {
        return clocks.read(CaseHistory.of(history), at);
    }

    /** Fails if no sequence gets there: a law over what never happens says nothing. */
    private static void reached(String what, boolean value) {
        Statistics.label(what)
                .collect(value)
                .coverage(coverage -> coverage.check(true).count(count -> count >= 1));
    }
}
