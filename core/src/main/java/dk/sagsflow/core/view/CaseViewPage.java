package dk.sagsflow.core.view;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.UnreadableCase;
import java.util.Optional;

/**
 * Some of the cases that an actor asked for and may see, in the order asked for. Immutable.
 *
 * @param cases the cases of this page
 * @param unreadable the cases of this page that cannot be read, for operators; customers are told of none
 * @param next where the next page begins; empty if there is none
 */
public record CaseViewPage(
        ImmutableList<CaseView> cases, ImmutableList<UnreadableCase> unreadable, Optional<CaseCursor> next) {
    /** Refuses null. */
    public CaseViewPage {
        requireNonNull(cases, "cases");
        requireNonNull(unreadable, "unreadable");
        requireNonNull(next, "next");
    }
}
