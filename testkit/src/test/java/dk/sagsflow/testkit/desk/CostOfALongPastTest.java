package dk.sagsflow.testkit.desk;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ForwardingCaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What a command costs does not grow with the past. Allocation tells without a clock: what walks over the past, or copies it,
 * costs hundreds of times as much on a case with 10,000 events as on one with 20.
 */
class CostOfALongPastTest {
    private static final int SHORT = 20;
    private static final int LONG = 10_000;
    private static final int TIMES = 10;
    private static final int ROUNDS = 3;
    private static final CaseCommand NOTE = new CaseCommand.AddNote(Visibility.INTERNAL, "Seen with others too.");
    private static final CaseCommand MORE = new CaseCommand.Prioritise(Impact.HIGH, Urgency.MEDIUM);
    private static final CaseCommand LESS = new CaseCommand.Prioritise(Impact.MEDIUM, Urgency.MEDIUM);

    private final SupportModel model =
            ModelFolder.read(Path.of("../examples/models/ams")).model();
    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    private final Loads repository = new Loads();
    private final SupportDesk desk = SupportDesk.builder(model, ReferenceOrganisation.people(), clock)
            .withRepository(repository)
            .build();

    /** A store that counts the events that are read. */
    private static final class Loads extends ForwardingCaseRepository {
        private long events;

        Loads() {
            super(CaseRepository.inMemory());
        }

        @Override
        public Optional<StoredCase> load(CaseNumber number) {
            Optional<StoredCase> found = super.load(number);
            found.ifPresent(stored -> events += stored.history().size());
            return found;
        }

        @Override
        public Optional<StoredCase.Tail> loadAfter(CaseNumber number, long version) {
            Optional<StoredCase.Tail> found = super.loadAfter(number, version);
            found.ifPresent(tail -> events += tail.events().size());
            return found;
        }
    }

    /** What is done to a case. */
    private interface Work {
        void on(CaseNumber number);
    }

    @Test
    void neither_a_command_nor_a_sweep_costs_more_on_a_case_with_a_long_past() {
        CaseNumber fewer = grown(SHORT);
        CaseNumber more = grown(LONG);

        assertCostsNoMore("a note", fewer, more, number -> does(number, NOTE));
        assertCostsNoMore("two changes of priority", fewer, more, this::reprioritised);
        assertCostsNoMore("a hand-over and the way back", fewer, more, this::thereAndBack);
        assertCostsNoMore("a sweep", fewer, more, this::swept);
    }

    @Test
    void a_command_reads_the_events_that_are_new() {
        CaseNumber number = grown(LONG);
        does(number, NOTE);
        long before = repository.events;

        does(number, NOTE);
        does(number, MORE);

        assertThat(repository.events - before).isEqualTo(2);
    }

    private CaseNumber grown(int events) {
        CaseNumber number = desk.register(KAREN, Registration.of(CITIZEN_CARL.value(), "I cannot log in"))
                .orElseThrow()
                .number();
        does(number, new CaseCommand.Accept());
        ImmutableList<CaseEvent> past = IntStream.rangeClosed(3, events)
                .mapToObj(at -> happened(number, at))
                .collect(toImmutableList());
        clock.moveTo(past.get(past.size() - 1).recordedAt());
        repository.append(CaseStep.of(CaseChange.of(past)));
        return number;
    }

    /** As the commands of this test would put it on record, without their cost. */
    private CaseEvent happened(CaseNumber number, int sequence) {
        EventHeader header =
                EventHeader.of(number, sequence, clock.instant().plusSeconds(sequence), KAREN, Side.ORGANISATION);
        if (sequence % 3 == 0) {
            return new CaseEvent.NoteAdded(header, Visibility.INTERNAL, "Seen with others too.");
        }
        Impact impact = sequence % 2 == 0 ? Impact.MEDIUM : Impact.HIGH;
        return new CaseEvent.Prioritised(
                header, impact, Urgency.MEDIUM, PriorityMatrix.standard().priority(impact, Urgency.MEDIUM));
    }

    private void does(CaseNumber number, CaseCommand command) {
        does(KAREN, number, command);
    }

    private void does(ActorId by, CaseNumber number, CaseCommand command) {
        clock.advance(Duration.ofSeconds(1));
        var unused = desk.submit(by, number, command).orElseThrow();
    }

    private void reprioritised(CaseNumber number) {
        does(number, MORE);
        does(number, LESS);
    }

    private void thereAndBack(CaseNumber number) {
        // The lead, who may hand it over again and again.
        does(HEAD, number, new CaseCommand.HandOver(BIT, "unknown to us"));
        does(BO, number, new CaseCommand.Answer("like this"));
    }

    /** The limit of every promise is passed once, so a sweep has something to do now and then. */
    private void swept(CaseNumber number) {
        clock.advance(Duration.ofHours(4));
        assertThat(repository.takeUp(number, clock.instant())).isTrue();
        var unused = desk.operations().sweep(100);
    }

    private void assertCostsNoMore(String what, CaseNumber fewer, CaseNumber more, Work work) {
        long unused = allocated(work, fewer) + allocated(work, more);
        long one = least(work, fewer);
        long other = least(work, more);
        assertThat(other).as("%s, %s bytes before", what, one).isLessThan(3 * one);
    }

    /** Of some rounds, since what is done in one for the first time in this process is loaded and linked there. */
    private static long least(Work work, CaseNumber number) {
        return LongStream.generate(() -> allocated(work, number))
                .limit(ROUNDS)
                .min()
                .orElseThrow();
    }

    private static long allocated(Work work, CaseNumber number) {
        long before = Allocation.ofThisThread();
        for (int time = 0; time < TIMES; time++) {
            work.on(number);
        }
        return Allocation.ofThisThread() - before;
    }
}
