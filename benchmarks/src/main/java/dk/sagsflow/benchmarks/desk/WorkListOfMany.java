package dk.sagsflow.benchmarks.desk;

import static com.google.common.base.Preconditions.checkState;

import dk.sagsflow.core.organisation.GroupId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * The first twenty of the work list of a group that has many open cases, and the overview of all groups: {@code
 * WorkListOfMany [CASES]}. The median of many times, after as many that do not count.
 */
final class WorkListOfMany {
    private static final int TIMES = 50;
    private static final int PAGE = 20;
    private static final GroupId GROUP = GroupId.of("support-centre");

    private WorkListOfMany() {}

    /** Prints a line for each list. */
    public static void main(String[] arguments) {
        int cases = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        Counter counter = withOpen(cases);
        System.out.println(line("work list of 20 among", cases, () -> {
            int shown = counter.desk
                    .workList(Counter.KAREN, GROUP, PAGE)
                    .orElseThrow()
                    .items()
                    .size();
            checkState(shown == Math.min(PAGE, cases), "%s cases are shown", shown);
        }));
        System.out.println(line("overview of", cases, () -> {
            int groups = counter.desk.overview(Counter.KAREN).orElseThrow().size();
            checkState(groups > 0, "no group is shown");
        }));
    }

    private static Counter withOpen(int cases) {
        Counter counter = new Counter();
        for (int each = 0; each < cases; each++) {
            counter.moveTo(OpenCases.NOW.plus(Duration.ofMillis(each)));
            checkState(!counter.register().value().isEmpty(), "a case has a number");
        }
        return counter;
    }

    private static String line(String what, int cases, Runnable asked) {
        long[] nanos = new long[TIMES];
        for (int each = 0; each < 2 * TIMES; each++) {
            long begin = System.nanoTime();
            asked.run();
            nanos[each % TIMES] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%s %,d open cases: %.3f ms, 90 %% within %.3f",
                what,
                cases,
                nanos[TIMES / 2] / 1e6,
                nanos[TIMES * 9 / 10] / 1e6);
    }
}
