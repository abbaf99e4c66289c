package dk.sagsflow.routing.followup;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.GroupId;
import java.time.Instant;
import java.util.Optional;

/**
 * A rule came due for a case. Immutable.
 *
 * @param id made of rule, occasion and repetition: the same whoever finds out, however often and late
 * @param rule which
 * @param repetition how often it has come due on this occasion, from 1; the last step counts on
 * @param dueAt when
 * @param responsible the group that answers for the case there: that handed it over, or speaks to the customer
 * @param superseded whether the rule came due again on the occasion by then, which says it all
 * @param lapsed whether the occasion was over by then: nothing is done any more
 */
public record FollowUpDue(
        String id,
        FollowUpRule rule,
        int repetition,
        Instant dueAt,
        Optional<GroupId> responsible,
        boolean superseded,
        boolean lapsed) {
    /** Whether it is the last step of the rule. */
    public boolean last() {
        return repetition > rule.times();
    }

    /** What is to be done; nothing if it is superseded, or the occasion over. */
    public ImmutableList<FollowUpAction> actions() {
        if (superseded || lapsed) {
            return ImmutableList.of();
        }
        return last() ? rule.last().orElseThrow().actions() : rule.actions();
    }
}
