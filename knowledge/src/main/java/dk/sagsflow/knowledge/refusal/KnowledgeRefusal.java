package dk.sagsflow.knowledge.refusal;

import java.util.Locale;

/**
 * Why something was not done to the knowledge of the organisation: what was wrong, and what would be allowed. Each subject
 * has its own sealed kinds; they are records, whose components {@link KnowledgeWords} names. Immutable.
 */
public interface KnowledgeRefusal {
    /** The refusal in words, in English; {@link KnowledgeWords} has Danish too. */
    default String describe() {
        return KnowledgeWords.in(Locale.ENGLISH).of(this);
    }
}
