package dk.sagsflow.knowledge.mailing;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;

/** Why something was not done with a mailing list. Immutable. */
public sealed interface MailingListRefusal extends KnowledgeRefusal {
    /**
     * There is no such list.
     *
     * @param list the id
     * @param known the lists that there are
     */
    record MailingListNotThere(MailingListId list, ImmutableSet<MailingListId> known) implements MailingListRefusal {}

    /**
     * The list is there by itself, and follows the people that there are.
     *
     * @param list the list
     */
    record MailingListOfItsOwn(MailingListId list) implements MailingListRefusal {}
}
