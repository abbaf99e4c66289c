package dk.sagsflow.examples.sagsflow.knowledge;

import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.search.SearchQuery;
import dk.sagsflow.knowledge.search.SearchResult;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Searches in articles. Not thread-safe. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Searches articles by words, rightly spelt or not.",
            "For example: knowledge search examples/models/ams skifte adganskoder"
        })
final class SearchArticles implements Runnable {
    @Mixin
    private KnownOrganisation known = new KnownOrganisation();

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORD", description = "What is looked for.")
    private List<String> words = new ArrayList<>();

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    SearchArticles() {}

    @Override
    public void run() {
        SupportOrganisation organisation = known.model().organisation();
        try (KnowledgeBase base = known.base(organisation, InstantSource.system())) {
            SearchResult found = base.search().search(Reader.anybody(), SearchQuery.of(String.join(" ", words)));
            FoundArticles.print(found.hits(), out);
            out.println(found.total() + " found: " + found.kinds());
        }
    }
}
