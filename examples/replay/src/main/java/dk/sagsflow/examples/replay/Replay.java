package dk.sagsflow.examples.replay;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Replays a record of cases through the desk. Not thread-safe. */
@Command(name = "sagsflow-replay", mixinStandardHelpOptions = true, description = "Replays a record of cases.")
public final class Replay implements Callable<Integer> {
    private Replay() {}

    /** Runs the command and ends the program with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Replay()).execute(arguments));
    }

    @Override
    public Integer call() {
        System.out.println("sagsflow replay: nothing to replay yet");
        return 0;
    }
}
