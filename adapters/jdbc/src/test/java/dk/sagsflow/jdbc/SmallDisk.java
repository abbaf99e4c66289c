package dk.sagsflow.jdbc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A file system of some megabytes in memory, which a test may fill. Only root can have one, on Linux. */
record SmallDisk(Path folder) implements AutoCloseable {
    private static final int BLOCK = 65_536;

    /** One in this folder; where it cannot be had the test is skipped aloud. */
    static SmallDisk mounted(Path folder, int megabytes) {
        boolean mounted = runs(
                List.of("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + megabytes + "m", "tmpfs", folder.toString()));
        if (!mounted) {
            System.err.println(
                    "WARNING: a small file system cannot be mounted, so no full disk of PostgreSQL is tested");
        }
        Assumptions.assumeTrue(mounted, "a small file system cannot be mounted");
        return new SmallDisk(folder);
    }

    private static boolean runs(List<String> command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    void fill() throws IOException {
        try (OutputStream filling = Files.newOutputStream(filler())) {
            byte[] block = new byte[BLOCK];
            while (true) {
                filling.write(block);
            }
        } catch (IOException full) {
            if (!Files.exists(filler())) {
                throw full;
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filler());
    }

    @Override
    public void close() {
        if (!runs(List.of("umount", "-l", folder.toString()))) {
            System.err.println("WARNING: the small file system in " + folder + " stays mounted");
        }
    }
}
