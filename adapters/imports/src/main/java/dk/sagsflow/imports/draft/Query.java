package dk.sagsflow.imports.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads comparisons that are joined by {@code AND}, {@code OR}, {@code NOT} and parentheses, as many helpdesks write them. Not thread-safe. */
public final class Query {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|!=|[=(),]|[^\\s=!(),\"']+)");

    private final List<String> tokens = new ArrayList<>();
    private final BiFunction<String, String, ConditionDraft> comparison;
    private int next;

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
    }

    private Query(String query, BiFunction<String, String, ConditionDraft> comparison) {
        this.comparison = comparison;
        Matcher matcher = TOKEN.matcher(query);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!query.substring(end).isBlank()) {
            tokens.clear();
            tokens.add("?");
        }
    }

    /**
     * Which cases a query takes; empty if it says more than is read here.
     *
     * @param comparison what a field and a value make together
     */
    public static Optional<ConditionDraft> read(String query, BiFunction<String, String, ConditionDraft> comparison) {
        if (query.isBlank()) {
            return Optional.of(ConditionDraft.always());
        }
        Query read = new Query(query, comparison);
        try {
            ConditionDraft whole = read.alternatives();
            return read.next == read.tokens.size() ? Optional.of(whole) : Optional.empty();
        } catch (Unreadable beyond) {
            return Optional.empty();
        }
    }

    private ConditionDraft alternatives() throws Unreadable {
        List<ConditionDraft> parts = new ArrayList<>(List.of(together()));
        while (taken("or")) {
            parts.add(together());
        }
        return ConditionDraft.any(parts);
    }

    private ConditionDraft together() throws Unreadable {
        List<ConditionDraft> parts = new ArrayList<>(List.of(one()));
        while (taken("and")) {
            parts.add(one());
        }
        return ConditionDraft.all(parts);
    }

    private ConditionDraft one() throws Unreadable {
        if (taken("not")) {
            return one().negate();
        }
        if (taken("(")) {
            ConditionDraft inner = alternatives();
            need(")");
            return inner;
        }
        return compared(word());
    }

    private ConditionDraft compared(String field) throws Unreadable {
        if (taken("=")) {
            return comparison.apply(field, word());
        }
        if (taken("!=")) {
            return comparison.apply(field, word()).negate();
        }
        boolean negative = taken("not");
        need("in");
        ConditionDraft listed = list(field);
        return negative ? listed.negate() : listed;
    }

    private ConditionDraft list(String field) throws Unreadable {
        need("(");
        List<ConditionDraft> values = new ArrayList<>(List.of(comparison.apply(field, word())));
        while (taken(",")) {
            values.add(comparison.apply(field, word()));
        }
        need(")");
        return ConditionDraft.any(values);
    }

    private String word() throws Unreadable {
        String token = next < tokens.size() ? tokens.get(next++) : ")";
        if (token.matches("!=|[=(),?]")) {
            throw new Unreadable();
        }
        boolean quoted = token.startsWith("\"") || token.startsWith("'");
        return quoted ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1") : token;
    }

    private void need(String token) throws Unreadable {
        if (!taken(token)) {
            throw new Unreadable();
        }
    }

    private boolean taken(String token) {
        boolean there = next < tokens.size()
                && tokens.get(next).toLowerCase(Locale.ROOT).equals(token);
        next += there ? 1 : 0;
        return there;
    }
}
