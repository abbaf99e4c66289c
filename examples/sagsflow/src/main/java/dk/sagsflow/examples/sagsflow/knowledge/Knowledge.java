package dk.sagsflow.examples.sagsflow.knowledge;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the organisation knows: commands of their own for each way to ask. Not thread-safe. */
@Command(
        name = "knowledge",
        mixinStandardHelpOptions = true,
        subcommands = {
            SearchArticles.class,
            SuggestArticles.class,
            WalkTree.class,
            TellWorkaround.class,
            TellNews.class,
            CertifiedPeople.class
        },
        description = {
            "Searches articles, suggests some for a case, walks through a question tree, shows who is told of a workaround or of news, and"
                    + " who is certified.",
            "For example: knowledge search examples/models/ams glemt adgangskode"
        })
public final class Knowledge implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Called by picocli. */
    public Knowledge() {}

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
