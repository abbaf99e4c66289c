package dk.sagsflow.examples.sagsflow.knowledge;

import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.tree.ReadyCase;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Suggests articles for a case. Not thread-safe. */
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        description = {
            "Suggests articles for a case that is described in words.",
            "For example: knowledge suggest examples/models/ams --system amanda Borgeren siger at Amanda fryser ved"
                    + " søgning"
        })
final class SuggestArticles implements Runnable {
    private static final int MOST = 5;

    @Mixin
    private KnownOrganisation known = new KnownOrganisation();

    @Option(names = "--system", paramLabel = "ID", description = "The system that the case is about.")
    private Optional<String> system = Optional.empty();

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORD", description = "What the case tells.")
    private List<String> words = new ArrayList<>();

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    SuggestArticles() {}

    @Override
    public void run() {
        SupportOrganisation organisation = known.model().organisation();
        ReadyCase told = ReadyCase.of(String.join(" ", words));
        ReadyCase about = system.map(told::about).orElse(told);
        try (KnowledgeBase base = known.base(organisation, InstantSource.system())) {
            FoundArticles.print(base.search().suggest(Reader.anyStaff(), about.asCase(organisation), MOST), out);
        }
    }
}
