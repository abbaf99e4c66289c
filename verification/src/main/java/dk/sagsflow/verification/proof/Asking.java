package dk.sagsflow.verification.proof;

import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a proof asks of a model: of all cases at once, or of one.
 *
 * @param <C> the answer: a set of cases, or whether it is so of the one
 */
interface Asking<C> {
    /** The cases that a condition holds for while this group has them. */
    C where(Condition condition, SupportGroup at);

    /**
     * The targets that hold while a group has them, over spans of some sort; of one span each for other cases.
     *
     * @param whose which group's clock it is: the same, or the one of its tier which they came to first
     * @param at which group has them
     */
    List<Promise<C>> promises(Measure measure, Predicate<Span> spans, SupportGroup whose, SupportGroup at);
}
