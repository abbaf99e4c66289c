package dk.sagsflow.imports.zendesk;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.classification.Priority;
import java.util.Optional;

/** The four priorities there, the most urgent first. */
final class ZendeskPriority {
    static final ImmutableMap<String, Priority> ALL = ImmutableMap.of(
            "urgent", Priority.P1,
            "high", Priority.P2,
            "normal", Priority.P3,
            "low", Priority.P4);

    private ZendeskPriority() {}

    static Optional<Priority> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
