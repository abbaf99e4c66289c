package dk.sagsflow.examples.sagsflow.log;

import dk.sagsflow.examples.sagsflow.log.file.LogFile;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine;

/** A log that is looked through and then read, with progress bars where somebody can see them. Not thread-safe. */
public final class LogReading implements AutoCloseable {
    private final CaseLogReader reader;
    private final LogFile file;
    private final LogSurvey survey;

    private LogReading(CaseLogReader reader, LogFile file, LogSurvey survey) {
        this.reader = reader;
        this.file = file;
        this.survey = survey;
    }

    /** A step of the work that tells how many bytes it has read. */
    private interface Step<T> {
        T run(LongConsumer bytesRead);
    }

    /** Looks it through. */
    public static LogReading of(LogMapping mapping, Path log) {
        return of(mapping, LogFile.of(log));
    }

    /** Looks it through; the file is closed with this. */
    public static LogReading of(LogMapping mapping, LogFile file) {
        CaseLogReader reader = new CaseLogReader(mapping);
        return new LogReading(reader, file, withBar("looking through", file, bytes -> reader.survey(file, bytes)));
    }

    /** What was seen when it was looked through. */
    public LogSurvey survey() {
        return survey;
    }

    /** Until when the log tells of every case, this one too. */
    public Instant endFor(LoggedCase logged) {
        return endFor(logged, survey.end().orElse(logged.last().at()));
    }

    public static Instant endFor(LoggedCase logged, Instant end) {
        return end.isBefore(logged.last().at()) ? logged.last().at() : end;
    }

    public void read(Consumer<LoggedCase> cases, Consumer<RejectedRow> rejected) {
        Integer unused = withBar(survey.together() ? "reading" : "sorting and reading", file, bytes -> {
            reader.read(file, survey, cases, rejected, bytes);
            return 0;
        });
    }

    private static <T> T withBar(String task, LogFile file, Step<T> step) {
        if (!CommandLine.Help.Ansi.AUTO.enabled()) {
            return step.run(bytes -> {});
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(file.size())
                .build()) {
            return step.run(bar::stepTo);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
