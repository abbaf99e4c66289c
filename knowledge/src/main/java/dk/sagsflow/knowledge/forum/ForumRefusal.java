package dk.sagsflow.knowledge.forum;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;

/** Why something was not done in the forum. Immutable. */
public sealed interface ForumRefusal extends KnowledgeRefusal {
    /**
     * There is no such thread, or none that whoever asks may read.
     *
     * @param thread the id
     */
    record UnknownThread(ThreadId thread) implements ForumRefusal {}

    /**
     * The forum is for superusers and the support organisation, and who asks asks those to whom they belong.
     *
     * @param actor who wanted to write
     * @param readership for whom
     */
    record NotForThisForum(ActorId actor, Readership readership) implements ForumRefusal {}

    /**
     * Nobody writes there any more.
     *
     * @param thread the thread
     * @param reason why
     */
    record ThreadIsClosed(ThreadId thread, String reason) implements ForumRefusal {}

    /**
     * The thread is as long as it may be.
     *
     * @param thread the thread
     * @param most how many posts there may be
     */
    record ThreadFull(ThreadId thread, int most) implements ForumRefusal {}

    /**
     * The thread has no such post, or not one of which this can be done: a question is not accepted, nor what is hidden.
     *
     * @param thread the thread
     * @param post its number
     * @param last the number of the last one
     */
    record NotThisPost(ThreadId thread, int post, int last) implements ForumRefusal {}

    /**
     * That is for whoever wrote it.
     *
     * @param thread the thread
     * @param post the number of the post
     */
    record NotYourPost(ThreadId thread, int post) implements ForumRefusal {}

    /**
     * There is nothing to make an article of.
     *
     * @param thread the thread
     */
    record NothingToPromote(ThreadId thread) implements ForumRefusal {}
}
