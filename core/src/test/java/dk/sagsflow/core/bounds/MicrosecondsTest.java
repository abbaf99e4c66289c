package dk.sagsflow.core.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.PassedThreshold;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What happened is kept in the microsecond that it lies in, and what is due never before its time. */
class MicrosecondsTest {
    private static final Instant EVEN = Instant.parse("2007-08-01T08:00:00.000001Z");
    private static final Instant NEXT = Instant.parse("2007-08-01T08:00:00.000002Z");
    private static final Instant BETWEEN = Instant.parse("2007-08-01T08:00:00.000001001Z");
    private static final Instant BEFORE_1970 = Instant.parse("1969-12-31T23:59:59.999999999Z");

    @Test
    void what_happened_is_rounded_down() {
        assertThat(Microseconds.kept(EVEN)).isEqualTo(EVEN);
        assertThat(Microseconds.kept(BETWEEN)).isEqualTo(EVEN);
        assertThat(Microseconds.kept(NEXT.minusNanos(1))).isEqualTo(EVEN);
        assertThat(Microseconds.kept(BEFORE_1970)).isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
        assertThat(Microseconds.of(() -> BETWEEN).instant()).isEqualTo(EVEN);
    }

    @Test
    void what_is_due_is_rounded_up() {
        assertThat(Microseconds.due(EVEN)).isEqualTo(EVEN);
        assertThat(Microseconds.due(BETWEEN)).isEqualTo(NEXT);
        assertThat(Microseconds.due(NEXT.minusNanos(1))).isEqualTo(NEXT);
        assertThat(Microseconds.due(BEFORE_1970)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void every_due_time_on_record_is_rounded_up() {
        assertThat(passed(BETWEEN).dueAt()).isEqualTo(NEXT);
        assertThat(passed(EVEN).dueAt()).isEqualTo(EVEN);
        assertThat(followUp(BETWEEN).dueAt()).isEqualTo(NEXT);
    }

    private static PassedThreshold passed(Instant due) {
        return PassedThreshold.builder()
                .id("id")
                .agreement("agreement")
                .version("1")
                .target("target")
                .dueAt(due)
                .exceeded(true)
                .superseded(false)
                .build();
    }

    private static FollowUp followUp(Instant due) {
        return FollowUp.builder()
                .id("id")
                .rule("rule")
                .occasion(FollowUpOccasion.SILENCE)
                .repetition(1)
                .last(false)
                .dueAt(due)
                .superseded(false)
                .tellsCustomer(false)
                .build();
    }
}
