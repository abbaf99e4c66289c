package dk.sagsflow.benchmarks.knowledge;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time of the processor goes when many articles are indexed, searched and suggested: {@code WhereSearchGoes [ARTICLES]}.
 * Samples of threads that run, by what they run and by which of our methods had them run it.
 */
public final class WhereSearchGoes {
    private static final int SEARCHES = 1_000;
    private static final int STORIES = 300;
    private static final int LINES = 25;
    private static final Duration OFTEN = Duration.ofMillis(10);

    private WhereSearchGoes() {}

    /** Measures. */
    public static void main(String[] arguments) throws IOException {
        int many = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        ManyArticles made = new ManyArticles();
        ImmutableList<ManyArticles.Article> articles = made.articles(many);
        ImmutableList<String> searches = made.searches(articles, SEARCHES);
        ImmutableList<String> stories = made.stories(articles, STORIES);
        try (LargeKnowledgeBase large = new LargeKnowledgeBase(articles)) {
            sampled("index", large::rebuild);
            sampled("search", searches, large::search);
            sampled("suggest", stories, large::suggest);
        }
    }

    /** All are asked for once before, to be compiled. */
    private static void sampled(String what, List<String> texts, Function<String, ?> question) throws IOException {
        Runnable questions = () -> texts.forEach(text -> {
            var unused = question.apply(text);
        });
        questions.run();
        sampled(what, questions);
    }

    private static void sampled(String what, Runnable work) throws IOException {
        Path file = Files.createTempFile("sagsflow", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(OFTEN);
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        Multiset<String> running = HashMultiset.create();
        Multiset<String> ours = HashMultiset.create();
        try (RecordingFile samples = new RecordingFile(file)) {
            while (samples.hasMoreEvents()) {
                List<RecordedFrame> frames = samples.readEvent().getStackTrace().getFrames();
                running.add(name(frames.get(0)));
                ours.addAll(distinct(frames));
            }
        }
        Files.delete(file);
        print(what + ", what runs", running, running.size());
        print(what + ", which of ours has it run", ours, running.size());
    }

    private static Set<String> distinct(List<RecordedFrame> frames) {
        return frames.stream()
                .map(WhereSearchGoes::name)
                .filter(name -> name.startsWith("dk.sagsflow.knowledge"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static void print(String heading, Multiset<String> counted, int all) {
        System.out.println("\n" + heading + " (" + all + " samples)");
        Multisets.copyHighestCountFirst(counted).entrySet().stream()
                .limit(LINES)
                .forEach(each -> System.out.printf(
                        Locale.ROOT, "%5.1f %% %s%n", 100.0 * each.getCount() / all, each.getElement()));
    }
}
