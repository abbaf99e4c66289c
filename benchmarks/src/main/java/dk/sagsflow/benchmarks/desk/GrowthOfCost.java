package dk.sagsflow.benchmarks.desk;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.relation.CaseRelation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one command costs on a case with a long past, and on a major incident with many children: {@code GrowthOfCost
 * [EVENTS,... [CHILDREN,...]]}. The past is changes of priority, which every clock must look at. Each figure is the median
 * of many commands, after as many that do not count.
 */
final class GrowthOfCost {
    private static final int COMMANDS = 400;
    private static final CaseCommand NOTE = new CaseCommand.AddNote(Visibility.INTERNAL, "Seen with others too.");
    private static final CaseCommand MORE = new CaseCommand.Prioritise(Impact.HIGH, Urgency.MEDIUM);
    private static final CaseCommand LESS = new CaseCommand.Prioritise(Impact.MEDIUM, Urgency.MEDIUM);

    private GrowthOfCost() {}

    /** Prints a line for each number of events, and one for each number of children. */
    public static void main(String[] arguments) {
        for (int events : numbers(arguments, 0, "20,1000,10000")) {
            System.out.println(ofHistory(events));
        }
        for (int children : numbers(arguments, 1, "0,1000,16000")) {
            System.out.println(ofFamily(children));
        }
    }

    private static int[] numbers(String[] arguments, int place, String standard) {
        String text = arguments.length > place ? arguments[place] : standard;
        return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    static String ofHistory(int events) {
        Counter counter = new Counter();
        List<CaseNumber> cases = new ArrayList<>();
        for (int each = 0; each < Math.max(1, 2_000 / events); each++) {
            CaseNumber number = counter.register();
            for (int event = 1; event < events; event++) {
                counter.submit(number, event % 2 == 0 ? LESS : MORE);
            }
            cases.add(number);
        }
        return "%,d events: %s".formatted(events, note(counter, cases));
    }

    static String ofFamily(int children) {
        Counter counter = new Counter();
        CaseNumber parent = counter.register();
        for (int child = 0; child < children; child++) {
            counter.submit(counter.register(), new CaseCommand.LinkCase(CaseRelation.CHILD_OF, parent));
        }
        return "%,d children: %s".formatted(children, note(counter, List.of(parent)));
    }

    /** Time and allocation of a note on these cases in turn. */
    private static String note(Counter counter, List<CaseNumber> cases) {
        long[] nanos = new long[COMMANDS];
        long allocated = 0;
        for (int round = 0; round < 2; round++) {
            long before = allocated();
            for (int each = 0; each < COMMANDS; each++) {
                CaseNumber number = cases.get(each % cases.size());
                long begin = System.nanoTime();
                counter.submit(number, NOTE);
                nanos[each] = System.nanoTime() - begin;
            }
            allocated = allocated() - before;
        }
        return told(nanos, allocated);
    }

    private static String told(long[] nanos, long allocated) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "a note takes %.1f µs (90 %% within %.1f), %,d bytes",
                nanos[COMMANDS / 2] / 1000.0,
                nanos[COMMANDS * 9 / 10] / 1000.0,
                allocated / COMMANDS);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
