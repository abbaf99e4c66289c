package dk.sagsflow.sla.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import com.google.common.primitives.ImmutableLongArray;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The search against counting for every limit there is. */
class LimitSearchProperties {
    private static final long LONGEST = 40;

    /** Few enough nanoseconds that every limit can be tried, and many cases that used the same. */
    @Provide
    Arbitrary<List<Long>> times() {
        return Arbitraries.longs().between(0, LONGEST).list().ofMaxSize(40);
    }

    @Property
    void no_limit_explains_more(@ForAll("times") List<Long> met, @ForAll("times") List<Long> missed) {
        FittedLimit fitted = fit(met, missed);

        assertThat(fitted.cases()).isEqualTo(met.size() + missed.size());
        assertThat(fitted.explained())
                .isEqualTo(explained(met, missed, fitted.suggested().toNanos()))
                .isEqualTo(limits().map(limit -> explained(met, missed, limit))
                        .max()
                        .orElseThrow());
    }

    @Property
    void exactly_the_limits_of_the_ranges_are_as_good(
            @ForAll("times") List<Long> met, @ForAll("times") List<Long> missed) {
        FittedLimit fitted = fit(met, missed);

        limits().forEach(limit -> assertThat(
                        fitted.equallyGood().stream().anyMatch(range -> range.contains(Duration.ofNanos(limit))))
                .isEqualTo(explained(met, missed, limit) == fitted.explained()));
        for (int i = 1; i < fitted.equallyGood().size(); i++) {
            assertThat(fitted.equallyGood()
                            .get(i - 1)
                            .isConnected(fitted.equallyGood().get(i)))
                    .isFalse();
        }
    }

    @Property
    void the_suggestion_lies_in_the_widest_range_and_the_kind_says_which_ends_it_has(
            @ForAll("times") List<Long> met, @ForAll("times") List<Long> missed) {
        FittedLimit fitted = fit(met, missed);
        Range<Duration> chosen = fitted.equallyGood().stream()
                .filter(range -> range.contains(fitted.suggested()))
                .findFirst()
                .orElseThrow();

        assertThat(fitted.equallyGood()).noneMatch(range -> wide(range) > wide(chosen));
        assertThat(fitted.kind())
                .isEqualTo(
                        !chosen.hasUpperBound()
                                ? FittedLimit.Kind.ALWAYS_MET
                                : chosen.lowerEndpoint().toNanos() == 1
                                        ? FittedLimit.Kind.NEVER_MET
                                        : FittedLimit.Kind.AT_MOST);
    }

    @Property
    void verdicts_that_a_limit_made_are_all_explained(
            @ForAll("times") List<Long> times, @ForAll("times") List<Long> limits) {
        Assume.that(!limits.isEmpty());
        long limit = Math.max(1, limits.get(0));

        FittedLimit fitted = fit(
                times.stream().filter(time -> time <= limit).toList(),
                times.stream().filter(time -> time > limit).toList());

        assertThat(fitted.explained()).isEqualTo(times.size());
        assertThat(fitted.equallyGood()).singleElement().matches(range -> range.contains(Duration.ofNanos(limit)));
    }

    private static FittedLimit fit(List<Long> met, List<Long> missed) {
        return LimitSearch.fit(
                new LimitKey(Optional.empty(), Optional.empty()),
                ImmutableLongArray.copyOf(met),
                ImmutableLongArray.copyOf(missed));
    }

    private static LongStream limits() {
        return LongStream.rangeClosed(1, LONGEST + 2);
    }

    private static long explained(List<Long> met, List<Long> missed, long limit) {
        return Stream.concat(
                        met.stream().filter(time -> time <= limit),
                        missed.stream().filter(time -> time > limit))
                .count();
    }

    private static long wide(Range<Duration> range) {
        return range.hasUpperBound()
                ? range.upperEndpoint().minus(range.lowerEndpoint()).toNanos()
                : Long.MAX_VALUE;
    }
}
