package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.privacy.Failures;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every source; those before the contact tier see what customers may see. */
final class Suggestions {
    private static final Logger LOG = LoggerFactory.getLogger(Suggestions.class);

    private final SupportOrganisation organisation;
    private final ImmutableList<SuggestionSource> sources;

    Suggestions(SupportOrganisation organisation, ImmutableList<SuggestionSource> sources) {
        this.organisation = organisation;
        this.sources = sources;
    }

    ImmutableList<Suggestion> of(Actor actor, SupportCase current) {
        boolean inside = actor.automation() || atContactTierOrAbove(actor);
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

    private boolean atContactTierOrAbove(Actor actor) {
        return actor.memberships().stream()
                .flatMap(group -> organisation.group(group).stream())
                .anyMatch(group -> organisation.rank(group.tier()) >= organisation.rank(organisation.contactTier()));
    }
}
