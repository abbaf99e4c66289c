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
    private record Marked(int start, int end) {}

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
        return html(text, 0, text.length(), marks(text));
    }

    /** The part of the text in which most is found. */
    String snippet(String text) {
        String looked = shortened(text);
        ImmutableList<Marked> marks = marks(looked);
        int start = best(looked, marks);
        int end = wordEnd(looked, Math.min(looked.length(), start + SNIPPET));
        return (start > 0 ? "… " : "") + html(looked, start, end, marks) + (end < text.length() ? " …" : "");
    }

    private ImmutableList<Marked> marks(String text) {
        List<Marked> marks = new ArrayList<>();
        for (Token token : language.tokens(text)) {
            boolean again = !marks.isEmpty()
                    && token.start() < marks.get(marks.size() - 1).end();
            if (!again && wanted.test(token.term())) {
                marks.add(new Marked(token.start(), token.end()));
            }
        }
        return ImmutableList.copyOf(marks);
    }

    private static int best(String text, ImmutableList<Marked> marks) {
        int best = 0;
        int most = 0;
        for (int first = 0; first < marks.size(); first++) {
            int from = marks.get(first).start();
            int count = 0;
            while (first + count < marks.size() && marks.get(first + count).end() <= from + SNIPPET - BEFORE) {
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

    private String html(String text, int start, int end, ImmutableList<Marked> marks) {
        StringBuilder html = new StringBuilder();
        int at = start;
        for (Marked mark : marks) {
            if (mark.start() >= at && mark.end() <= end) {
                String word = text.substring(mark.start(), mark.end());
                found.add(word);
                html.append(escaped(text.substring(at, mark.start())));
                html.append("<mark>").append(escaped(word)).append("</mark>");
                at = mark.end();
            }
        }
        return html.append(escaped(text.substring(at, end))).toString().strip();
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
