package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.suggestion.Suggestion;
import dk.sagsflow.core.suggestion.SuggestionSource;
import dk.sagsflow.core.view.Audience;
import dk.sagsflow.routing.privacy.Failures;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every source; all but operators see what customers may see. */
final class Suggestions {
    private static final Logger LOG = LoggerFactory.getLogger(Suggestions.class);

    private final ImmutableList<SuggestionSource> sources;

    Suggestions(ImmutableList<SuggestionSource> sources) {
        this.sources = sources;
    }

    ImmutableList<Suggestion> of(Audience audience, SupportCase current) {
        boolean inside = audience == Audience.OPERATOR;
        return sources.stream()
                .flatMap(source -> asked(source, current))
                .filter(suggestion -> inside || suggestion.visibility() == Visibility.CUSTOMER)
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<Suggestion> asked(SuggestionSource source, SupportCase current) {
        try {
            return source.suggestions(current).stream();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "source {} suggests nothing for case {}",
                    source.getClass().getName(),
                    current.number(),
                    Failures.trace(failure));
            return Stream.of();
        }
    }
}
