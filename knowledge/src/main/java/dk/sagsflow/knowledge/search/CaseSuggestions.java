package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.suggestion.Suggestion;
import dk.sagsflow.core.suggestion.SuggestionSource;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import java.util.Locale;

/** What a knowledge base suggests for a case: what all of the support organisation may read, as the desk does not say who asks. */
record CaseSuggestions(ArticleSearch search, int limit, Locale language) implements SuggestionSource {
    @Override
    public ImmutableList<Suggestion> suggestions(SupportCase current) {
        return search.suggest(Reader.anyStaff(), current, limit).stream()
                .map(this::suggestion)
                .collect(ImmutableList.toImmutableList());
    }

    private Suggestion suggestion(SearchHit hit) {
        boolean open = Reader.anybody().mayRead(hit.readership());
        return new Suggestion(
                kind(hit),
                hit.title(),
                KnowledgeWords.in(language).ofWordsShared(hit.found()),
                hit.article().value(),
                open ? Visibility.CUSTOMER : Visibility.INTERNAL);
    }

    private static Suggestion.Kind kind(SearchHit hit) {
        return switch (hit.kind()) {
            case FAQ -> Suggestion.Kind.FAQ;
            case KNOWN_ERROR -> Suggestion.Kind.KNOWN_ERROR;
            case WORKAROUND -> Suggestion.Kind.WORKAROUND;
            default -> Suggestion.Kind.ARTICLE;
        };
    }
}
