package dk.sagsflow.benchmarks.knowledge;

import com.google.common.collect.ImmutableList;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Search and suggestions in many articles: {@code SearchSpeed [ARTICLES [URL OF A POSTGRESQL]]}. Beside it bare Lucene with its
 * analyzer for Danish, and PostgreSQL's full text if a URL is given and its driver is on the class path. Prints a line for
 * each, with the time of the processor beside that of the clock, for a machine that others use too.
 */
public final class SearchSpeed {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SEARCHES = 1_000;
    private static final int STORIES = 300;

    private SearchSpeed() {}

    /** Measures. */
    public static void main(String[] arguments) throws SQLException {
        int many = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        ManyArticles made = new ManyArticles();
        ImmutableList<ManyArticles.Article> articles = made.articles(many);
        ImmutableList<String> searches = made.searches(articles, SEARCHES);
        ImmutableList<String> stories = made.stories(articles, STORIES);
        try (LargeKnowledgeBase large = new LargeKnowledgeBase(articles)) {
            System.out.println(took("Sagsflow, index of", many, large::rebuild));
            System.out.println(line("Sagsflow, search", searches, large::search));
            System.out.println(line("Sagsflow, suggest", stories, large::suggest));
        }
        try (BareLucene bare = new BareLucene()) {
            System.out.println(took("bare Lucene, index of", many, () -> bare.index(articles)));
            System.out.println(line("bare Lucene, search", searches, bare::search));
            System.out.println(line("bare Lucene, search and count", searches, bare::searchAndCount));
            System.out.println(line("bare Lucene, stories", stories, bare::search));
        }
        if (arguments.length > 1) {
            try (PostgresText postgres = new PostgresText(arguments[1])) {
                System.out.println(took("PostgreSQL, index of", many, () -> postgres.index(articles)));
                System.out.println(line("PostgreSQL, search for all words", searches, postgres::search));
            }
        }
    }

    private static String took(String what, int many, Runnable work) {
        long begin = System.nanoTime();
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return String.format(
                Locale.ROOT,
                "%s %,d: %.1f s; of the processor, on the thread that asked for it, %.1f",
                what,
                many,
                (System.nanoTime() - begin) / 1e9,
                (THREADS.getCurrentThreadCpuTime() - before) / 1e9);
    }

    private static String line(String what, List<String> asked, ToIntFunction<String> search) {
        long[] nanos = new long[asked.size()];
        long[] processor = new long[asked.size()];
        long found = 0;
        for (int round = 0; round < 2; round++) {
            found = 0;
            for (int each = 0; each < nanos.length; each++) {
                long begin = System.nanoTime();
                long before = THREADS.getCurrentThreadCpuTime();
                found += search.applyAsInt(asked.get(each));
                processor[each] = THREADS.getCurrentThreadCpuTime() - before;
                nanos[each] = System.nanoTime() - begin;
            }
        }
        return what + ": " + spread(nanos) + "; of the processor " + spread(processor) + "; found " + found;
    }

    private static String spread(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "median %.2f ms, 90 %% %.2f, 99 %% %.2f",
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 9 / 10] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }
}
