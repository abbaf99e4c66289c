package dk.sagsflow.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupMemoryTest {
    @Test
    void a_year_is_divided_by_its_groups() {
        // What else the process lets go of meanwhile may be more than so few cases take.
        assertThat(GroupMemory.ofYear(1_000))
                .matches(
                        "a year of 1,000 cases by month, tier and group: -?[0-9,]+ bytes, 228 groups, -?[0-9,]+ bytes each");
    }
}
