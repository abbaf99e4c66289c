package dk.sagsflow.benchmarks.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Speed is only compared where the answers are the same. */
class ContestantsAgreeTest {
    private static final int QUESTIONS = 200;

    private final ServiceCalendar sagsflow = ServiceHours.sagsflow();
    private final IdealTable ideal = new IdealTable(OpenTimeQuestions.FROM, OpenTimeQuestions.UNTIL);
    private final Peers peers = new Peers(OpenTimeQuestions.FROM, OpenTimeQuestions.UNTIL);

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 40, 400, 2030, 10165})
    void on_due_times(int hours) {
        OpenTimeQuestions questions = new OpenTimeQuestions(hours);
        Duration budget = Duration.ofHours(hours);
        for (int i = 0; i < QUESTIONS; i++) {
            questions.next();
            Instant start = questions.start();
            Instant due = sagsflow.due(start, budget).instant().orElseThrow();

            assertThat(ideal.due(start.getEpochSecond(), budget.toSeconds())).isEqualTo(due.getEpochSecond());
            assertThat(DayWalk.due(start, budget)).isEqualTo(due);
            assertThat(peers.kadaiDue(start, budget)).isEqualTo(due);
            assertThat(peers.mpxjDue(start, budget.toMinutes())).isEqualTo(due);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 40, 400, 2030, 10165})
    void on_open_time(int hours) {
        OpenTimeQuestions questions = new OpenTimeQuestions(hours);
        for (int i = 0; i < QUESTIONS; i++) {
            questions.next();
            Instant from = questions.start();
            Instant to = questions.end();
            Duration open = sagsflow.openTime(from, to);

            assertThat(ideal.openTime(from.getEpochSecond(), to.getEpochSecond()))
                    .isEqualTo(open.toSeconds());
            assertThat(DayWalk.openTime(from, to)).isEqualTo(open);
            assertThat(peers.kadaiOpenTime(from, to)).isEqualTo(open);
            assertThat(peers.mpxjOpenMinutes(from, to)).isEqualTo((double) open.toMinutes());
        }
    }

    @Test
    void on_the_next_opening() {
        OpenTimeQuestions questions = new OpenTimeQuestions(1);
        for (int i = 0; i < QUESTIONS; i++) {
            questions.next();
            Instant from = questions.start();
            Instant opening = sagsflow.nextOpening(from).instant().orElseThrow();

            assertThat(ideal.nextOpening(from.getEpochSecond())).isEqualTo(opening.getEpochSecond());
            assertThat(DayWalk.nextOpening(from)).isEqualTo(opening);
            assertThat(peers.mpxjNextOpening(from)).isEqualTo(opening);
        }
    }
}
