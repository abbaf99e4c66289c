package dk.sagsflow.examples.sagsflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.IntSupplier;

/** For tests that run the program and look at what it prints, on either stream. */
abstract class ProgramRun {
    /** What the last run printed. */
    String printed = "";

    int captured(IntSupplier run) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        System.setOut(new PrintStream(taken, true, UTF_8));
        System.setErr(System.out);
        try {
            return run.getAsInt();
        } finally {
            System.setOut(out);
            System.setErr(err);
            printed = taken.toString(UTF_8);
        }
    }
}
