package dk.sagsflow.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class BucketIndexProperties {
    private static final long LAST = 1_000_000;

    @Property
    void finds_the_row_that_a_walk_finds(
            @ForAll("rising") long[] column, @ForAll @LongRange(min = 0, max = LAST) long number) {
        long[] table = new long[Timetable.COLUMNS * column.length];
        for (int row = 0; row < column.length; row++) {
            table[Timetable.COLUMNS * row + 1] = column[row];
        }
        BucketIndex index = new BucketIndex(table, 1, column.length, LAST);

        assertThat(index.floor(number)).isEqualTo(walk(column, number));
    }

    /** From zero on; spread, or crowded at the beginning, where one bucket holds many. */
    @Provide
    Arbitrary<long[]> rising() {
        Arbitrary<Long> spread = Arbitraries.longs().between(0, LAST);
        Arbitrary<Long> crowded = Arbitraries.longs().between(0, 200);
        return Arbitraries.oneOf(spread, crowded, Arbitraries.oneOf(spread, crowded))
                .array(long[].class)
                .ofMaxSize(100)
                .map(numbers -> {
                    long[] column = Arrays.copyOf(numbers, numbers.length + 1);
                    column[numbers.length] = 0;
                    Arrays.sort(column);
                    return column;
                });
    }

    private static int walk(long[] column, long number) {
        int row = 0;
        while (row + 1 < column.length && column[row + 1] <= number) {
            row++;
        }
        return row;
    }
}
