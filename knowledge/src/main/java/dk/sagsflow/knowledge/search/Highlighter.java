package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.html.HtmlEscapers;
import dk.sagsflow.knowledge.analysis.Analysis;
import dk.sagsflow.knowledge.analysis.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Marks what was found in a text, as HTML in which everything else is escaped. */
final class Highlighter {
    private static final int LONGEST_LOOKED_THROUGH = 20_000;
    private static final int SNIPPET = 200;
    private static final int BEFORE = 40;

    private final Analysis language;
    private final Predicate<String> wanted;
    private final Set<String> found = new LinkedHashSet<>();

    /** A place in a text, from here, inclusive, to there, exclusive. */
    private record Span(int start, int end) {}

    /**
     * A highlighter for the texts of one article.
     *
     * @param wanted which terms are to be marked
     */
    Highlighter(Analysis language, Predicate<String> wanted) {
        this.language = language;
        this.wanted = wanted;
    }

    /** The terms that are meant by these words, rightly spelt or not. */
    static Predicate<String> wanted(Analysis language, String words) {
        return Spellings.of(language.tokens(shortened(words)));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LOOKED_THROUGH ? text : text.substring(0, LONGEST_LOOKED_THROUGH);
    }

    /** The words that were marked so far, as they stand in the texts. */
    ImmutableSet<String> found() {
        return ImmutableSet.copyOf(found);
    }

    /** The whole text. */
    String marked(String text) {
        return html(text, 0, text.length(), spans(text));
    }

    /** The part of the text in which most is found. */
    String snippet(String text) {
        String looked = shortened(text);
        ImmutableList<Span> spans = spans(looked);
        int start = best(looked, spans);
        int end = wordEnd(looked, Math.min(looked.length(), start + SNIPPET));
        return (start > 0 ? "… " : "") + html(looked, start, end, spans) + (end < text.length() ? " …" : "");
    }

    private ImmutableList<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        for (Token token : language.tokens(text)) {
            boolean again = !spans.isEmpty()
                    && token.start() < spans.get(spans.size() - 1).end();
            if (!again && wanted.test(token.term())) {
                spans.add(new Span(token.start(), token.end()));
            }
        }
        return ImmutableList.copyOf(spans);
    }

    private static int best(String text, ImmutableList<Span> spans) {
        int best = 0;
        int most = 0;
        for (int first = 0; first < spans.size(); first++) {
            int from = spans.get(first).start();
            int count = 0;
            while (first + count < spans.size() && spans.get(first + count).end() <= from + SNIPPET - BEFORE) {
                count++;
            }
            if (count > most) {
                most = count;
                best = from;
            }
        }
        return best <= BEFORE ? 0 : wordEnd(text, best - BEFORE);
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && end < from + BEFORE) {
            end++;
        }
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    private String html(String text, int start, int end, ImmutableList<Span> spans) {
        StringBuilder html = new StringBuilder();
        int at = start;
        for (Span span : spans) {
            if (span.start() >= at && span.end() <= end) {
                String word = text.substring(span.start(), span.end());
                found.add(word);
                html.append(escaped(text.substring(at, span.start())));
                html.append("<mark>").append(escaped(word)).append("</mark>");
                at = span.end();
            }
        }
        return html.append(escaped(text.substring(at, end))).toString().strip();
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
