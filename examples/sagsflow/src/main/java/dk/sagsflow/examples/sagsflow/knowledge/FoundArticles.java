package dk.sagsflow.examples.sagsflow.knowledge;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.knowledge.search.SearchHit;
import java.io.PrintStream;
import java.util.Locale;

/** Articles that were found, for a terminal: what was found stands between stars. */
final class FoundArticles {
    private FoundArticles() {}

    static void print(ImmutableList<SearchHit> hits, PrintStream out) {
        if (hits.isEmpty()) {
            out.println("nothing");
        }
        for (int number = 0; number < hits.size(); number++) {
            SearchHit hit = hits.get(number);
            out.println(String.format(
                    Locale.ROOT, "%2d. %s (%s, %s)", number + 1, plain(hit.titleHtml()), hit.article(), hit.kind()));
            if (!hit.snippetHtml().isEmpty()) {
                out.println("    " + plain(hit.snippetHtml()).replace('\n', ' '));
            }
        }
    }

    private static String plain(String html) {
        return html.replace("<mark>", "*")
                .replace("</mark>", "*")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
