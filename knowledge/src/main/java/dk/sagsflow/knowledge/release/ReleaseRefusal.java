package dk.sagsflow.knowledge.release;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;

/** Why something was not done with a release. Immutable. */
public sealed interface ReleaseRefusal extends KnowledgeRefusal {
    /**
     * No such release is planned.
     *
     * @param release the id
     * @param known those that are
     */
    record ReleaseNotThere(ReleaseId release, ImmutableSet<ReleaseId> known) implements ReleaseRefusal {}
}
