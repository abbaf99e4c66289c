package dk.sagsflow.benchmarks.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CalendarMemoryTest {
    @Test
    void thirty_years_take_less_than_500_kilobytes() {
        assertThat(CalendarMemory.bytesOfThirtyYears()).isBetween(100_000L, 500_000L);
    }
}
