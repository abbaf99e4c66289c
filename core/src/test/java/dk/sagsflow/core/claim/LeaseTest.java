package dk.sagsflow.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseTest {
    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01T00:00:00Z", "2026-03-02T09:00:00.000000001Z", "9999-12-31T23:59:58.999999999Z"})
    void holds_as_long_as_it_says_and_no_longer_than_can_be_told_apart(Instant now) {
        Duration left = Duration.between(now, Lease.FURTHEST);

        assertThat(Lease.of(now, left).until()).isEqualTo(Lease.FURTHEST);
        assertThat(Lease.of(now, left.plusNanos(1)).until()).isEqualTo(Lease.FURTHEST);
        assertThat(Lease.of(now, Duration.ofSeconds(Long.MAX_VALUE)).until()).isEqualTo(Lease.FURTHEST);
        assertThat(Lease.of(now, Duration.ofNanos(1)).until()).isEqualTo(now.plusNanos(1));
        if (left.compareTo(Duration.ofNanos(1)) > 0) {
            assertThat(Lease.of(now, left.minusNanos(1)).until()).isEqualTo(Lease.FURTHEST.minusNanos(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void beyond_that_it_ends_as_it_begins(Instant now) {
        assertThat(Lease.of(now, Duration.ofDays(1))).isEqualTo(new Lease(now, now));
    }
}
