package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program writes, where others write or read too. */
class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void of_several_that_write_one_file_at_once_one_has_written_it_whole() throws Exception {
        Path file = folder.resolve("report.html");
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            String text = Integer.toString(writer).repeat(500_000);
            writers.add(() -> {
                for (int round = 0; round < 20; round++) {
                    WholeFile.write(file, text);
                }
                return null;
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<Void> done : pool.invokeAll(writers)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }

        String read = Files.readString(file);
        assertThat(read).hasSize(500_000);
        assertThat(read.chars().distinct().count()).isOne();
        assertThat(folder).isDirectoryNotContaining("glob:**unfinished");
    }

    @Test
    void what_is_not_finished_leaves_nothing_behind() throws IOException {
        Path file = Files.writeString(folder.resolve("events.jsonl"), "before");
        try (WholeFile whole = WholeFile.at(file)) {
            whole.writer().write("half");
        }

        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**unfinished");
    }

    @Test
    void a_link_is_followed_and_a_directory_stays_one() throws IOException {
        Path file = Files.writeString(folder.resolve("there.json"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        Path empty = Files.createDirectory(folder.resolve("empty"));

        WholeFile.write(link, "after");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("after");
        assertThatThrownBy(() -> WholeFile.write(empty, "text")).isInstanceOf(IOException.class);
        assertThat(empty).isDirectory();
    }
}
