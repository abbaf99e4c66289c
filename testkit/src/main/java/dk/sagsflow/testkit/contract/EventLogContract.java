package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.ForgottenPositionException;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a store keeps in its log. Inherit it and say where an empty store comes from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class EventLogContract extends StoreContract {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final SubscriptionName INDEX = SubscriptionName.of("index");

    /** For those who inherit. */
    protected EventLogContract() {}

    private EventLog log() {
        return repository.log();
    }

    private ImmutableList<LoggedStep> all() {
        return log().after(log().beginning(), 10_000);
    }

    private static List<CaseEvent> events(List<LoggedStep> steps) {
        return steps.stream().flatMap(step -> step.events().stream()).toList();
    }

    @Test
    void is_empty_at_first_and_begins_where_it_ends() {
        assertThat(log().beginning()).isEqualTo(log().end());
        assertThat(all()).isEmpty();
        assertThat(log().countAfter(log().beginning())).isZero();
    }

    @Test
    void holds_every_step_with_its_events_in_the_order_in_which_they_were_stored() {
        ImmutableList<CaseEvent> first = bench.register(FIRST, MORNING.plusSeconds(60));
        ImmutableList<CaseEvent> second = bench.register(SECOND, MORNING);
        ImmutableList<CaseEvent> accepted = bench.submit(FIRST, new CaseCommand.Accept());

        assertThat(all()).extracting(LoggedStep::events).containsExactly(first, second, accepted);
    }

    @Test
    void keeps_together_what_was_stored_at_once_case_by_case() {
        bench.register(FIRST, MORNING);
        bench.register(SECOND, MORNING);
        LogPosition before = log().end();
        var one = bench.changeOf(bench.found(SECOND), new CaseCommand.Accept());
        var other = bench.changeOf(bench.found(FIRST), new CaseCommand.Accept());

        repository.append(CaseStep.of(ImmutableList.of(one, other)));

        assertThat(log().after(before, 10)).hasSize(1);
        assertThat(log().after(before, 10).get(0).events())
                .containsExactlyElementsOf(Iterables.concat(one.events(), other.events()));
    }

    @Test
    void is_read_on_from_any_position_and_no_further_than_asked_for() {
        for (int place = 0; place < 5; place++) {
            bench.register(CaseNumber.of("L-" + place), MORNING);
        }
        ImmutableList<LoggedStep> all = all();
        assertThat(all).hasSize(5);
        assertThat(all).extracting(LoggedStep::position).doesNotHaveDuplicates();

        for (int place = 0; place < 5; place++) {
            LogPosition position = all.get(place).position();
            assertThat(log().after(position, 2)).isEqualTo(all.subList(place + 1, Math.min(5, place + 3)));
            assertThat(log().countAfter(position)).isEqualTo(4 - place);
        }
        assertThat(log().end()).isEqualTo(all.get(4).position());
        assertThat(log().after(log().beginning(), 1)).hasSize(1);
    }

    @Test
    void holds_nothing_of_a_step_that_was_refused_or_in_which_nothing_happened() {
        bench.register(FIRST, MORNING);
        LogPosition before = log().end();
        var change = bench.changeOf(bench.found(FIRST), new CaseCommand.Accept());
        repository.append(CaseStep.of(change));

        assertThatThrownBy(() -> repository.append(CaseStep.of(change))).isInstanceOf(ConcurrentUpdateException.class);
        repository.reschedule(FIRST, 2, Agenda.empty());

        assertThat(log().after(before, 10)).hasSize(1);
    }

    @Test
    void of_a_case_that_is_erased_it_holds_what_is_left() {
        bench.register(FIRST, MORNING, ReferenceOrganisation.CITIZEN_CARL, "secret of Carl");
        bench.submit(FIRST, new CaseCommand.Close(dk.sagsflow.core.cases.ClosingReason.WITHDRAWN, "secret"));
        ImmutableList<CaseEvent> erased = PersonalData.erasedFrom(repository.history(FIRST), actor -> true);
        var erasing = bench.changeOf(bench.found(FIRST), new CaseCommand.ErasePersonalData());

        repository.append(CaseStep.of(erasing.erasing(erased)));

        assertThat(all().toString()).doesNotContain("secret");
        assertThat(events(all())).isEqualTo(repository.history(FIRST));
    }

    @Test
    void refuses_a_position_that_is_none() {
        assertThatThrownBy(() -> log().after(LogPosition.of("no position"), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log().after(log().end(), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forgets_the_oldest_steps_alone_and_says_so_to_those_who_have_not_read_them() {
        bench.register(FIRST, MORNING);
        bench.register(SECOND, MORNING.plusSeconds(60));
        bench.register(THIRD, MORNING.plusSeconds(30));
        LogPosition oldest = log().beginning();
        ImmutableList<LoggedStep> all = all();

        assertThat(log().forget(MORNING, 10)).isZero();
        assertThat(log().forget(MORNING.plusSeconds(60), 10)).isEqualTo(1);
        assertThat(log().forget(MORNING.plusSeconds(61), 1)).isEqualTo(1);

        assertThatThrownBy(() -> log().after(oldest, 1)).isInstanceOf(ForgottenPositionException.class);
        assertThat(log().beginning()).isEqualTo(all.get(1).position());
        assertThat(all()).isEqualTo(all.subList(2, 3));
        assertThat(log().countAfter(oldest)).isEqualTo(1);
        assertThat(repository.history(FIRST)).hasSize(1);
    }

    @Test
    void forgets_nothing_that_a_subscription_still_needs() {
        assertThat(repository.subscriptions().begin(INDEX, log().beginning())).isTrue();
        for (int place = 0; place < 4; place++) {
            bench.register(CaseNumber.of("L-" + place), MORNING);
        }
        ImmutableList<LoggedStep> all = all();
        var claim = repository.subscriptions().claim(INDEX, MORNING, LEASE).orElseThrow();
        repository.subscriptions().handled(claim, all.get(0).position());
        repository.subscriptions().park(claim, all.get(1).position(), "no", MORNING);
        repository.subscriptions().handled(claim, all.get(2).position());

        assertThat(log().forget(MORNING.plusSeconds(60), 10)).isEqualTo(1);
        assertThat(all()).isEqualTo(all.subList(1, 4));

        repository.subscriptions().unpark(claim, all.get(1).position());
        assertThat(log().forget(MORNING.plusSeconds(60), 10)).isEqualTo(2);
        assertThat(all()).isEqualTo(all.subList(3, 4));
    }

    @Test
    void a_reader_who_reads_on_misses_nothing_while_many_write_and_sees_what_those_see_who_come_later()
            throws InterruptedException {
        AtomicInteger writers = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        List<LoggedStep> read = new ArrayList<>();
        Thread reader = new Thread(() -> follow(done, read));
        reader.start();

        inParallel(4, () -> writeSixty(CaseNumber.of("T-" + writers.incrementAndGet())));
        done.set(true);
        reader.join();

        assertThat(read).hasSize(4 * 61).isEqualTo(all());
        for (int writer = 1; writer <= 4; writer++) {
            holdsAllOf(CaseNumber.of("T-" + writer), read);
        }
    }

    private void writeSixty(CaseNumber own) {
        bench.register(own, MORNING);
        for (int line = 0; line < 60; line++) {
            bench.submit(own, new CaseCommand.LinkKnowledge("FAQ " + line));
        }
    }

    private void holdsAllOf(CaseNumber own, List<LoggedStep> read) {
        assertThat(events(read))
                .filteredOn(event -> event.caseNumber().equals(own))
                .isEqualTo(repository.history(own));
    }

    /** What is in the histories is in the log: a reader never finds a case further than the log. */
    private void follow(AtomicBoolean done, List<LoggedStep> read) {
        LogPosition position = log().beginning();
        boolean last = false;
        while (true) {
            ImmutableList<LoggedStep> steps = log().after(position, 7);
            read.addAll(steps);
            if (!steps.isEmpty()) {
                position = steps.get(steps.size() - 1).position();
            } else if (last) {
                return;
            } else {
                last = done.get();
            }
        }
    }
}
