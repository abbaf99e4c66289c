package dk.sagsflow.routing.attachment;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.AttachedContent;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.attachment.ContentTooLargeException;
import dk.sagsflow.core.attachment.StoredContent;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.AttachmentObstacle;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageCarrier;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.routing.step.CaseDraft;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of one desk. What a case says of a file is held against the store before it is believed. A content is deleted by
 * a message that is stored in the step that erases the case, so that a desk that dies in between does it later.
 */
public final class Attachments {
    /** The topic of the messages by which contents are deleted. */
    public static final String TOPIC = "sagsflow/attachments";

    private static final Splitter IDS = Splitter.on(',');

    private final Optional<AttachmentStore> store;

    /** Files whose contents are in this store; none are taken without one. */
    public Attachments(Optional<AttachmentStore> store) {
        this.store = requireNonNull(store, "store");
    }

    /** Keeps a content for the case that it will be attached to. */
    public Outcome<Attachment> keep(Upload upload) {
        return store.map(contents -> keep(contents, upload))
                .orElseGet(() -> Outcome.refused(refused(upload.name(), AttachmentObstacle.NO_STORE)));
    }

    private static Outcome<Attachment> keep(AttachmentStore contents, Upload upload) {
        if (contents.find(upload.id()).isPresent()) {
            return Outcome.refused(refused(upload.name(), AttachmentObstacle.ID_TAKEN));
        }
        try {
            StoredContent stored = contents.put(upload.id(), upload.content());
            return Outcome.accepted(stored.named(upload.name(), upload.mediaType()));
        } catch (ContentTooLargeException tooLarge) {
            return Outcome.refused(new Refusal.AttachmentRefused(
                    upload.name(), AttachmentObstacle.TOO_LARGE, Optional.of(tooLarge.limit())));
        }
    }

    /** The content of a file that somebody may see. */
    public Outcome<AttachedContent> open(Attachment attachment) {
        return store.flatMap(contents -> contents.open(attachment.id()))
                .map(content -> Outcome.accepted(new AttachedContent(attachment, content)))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownAttachment(attachment.id())));
    }

    /** What is against the files that come with a command on this case. */
    public Optional<Refusal> objection(CaseCommand command, SupportCase current) {
        return command instanceof CaseCommand.AddNote note
                        && !note.attachments().isEmpty()
                ? objection(
                        note.attachments(),
                        current.attachments().stream()
                                .map(SupportCase.Attached::attachment)
                                .toList())
                : Optional.empty();
    }

    /** What is against these files for a case that comes in. */
    public Optional<Refusal> objection(List<Attachment> coming) {
        return objection(coming, ImmutableList.of());
    }

    /** What is against the files of a history that is brought along. */
    public Optional<Refusal> objectionToPast(List<CaseEvent> past) {
        return objection(past.stream()
                .filter(CaseEvent.AttachmentAdded.class::isInstance)
                .map(event -> ((CaseEvent.AttachmentAdded) event).attachment())
                .filter(attachment -> !attachment.equals(Attachment.erased()))
                .toList());
    }

    private Optional<Refusal> objection(List<Attachment> coming, List<Attachment> there) {
        if (coming.isEmpty()) {
            return Optional.empty();
        }
        Set<AttachmentId> ids = there.stream().map(Attachment::id).collect(Collectors.toCollection(HashSet::new));
        for (Attachment attachment : coming) {
            if (ids.size() >= Bounds.MOST_ATTACHMENTS) {
                return Optional.of(new Refusal.AttachmentRefused(
                        attachment.name(), AttachmentObstacle.TOO_MANY, Optional.of((long) Bounds.MOST_ATTACHMENTS)));
            }
            if (!ids.add(attachment.id())) {
                return Optional.of(refused(attachment.name(), AttachmentObstacle.ATTACHED_ALREADY));
            }
            Optional<Refusal> missing = missing(attachment);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> missing(Attachment attachment) {
        if (store.isEmpty()) {
            return Optional.of(refused(attachment.name(), AttachmentObstacle.NO_STORE));
        }
        StoredContent told = new StoredContent(attachment.id(), attachment.size(), attachment.digest());
        return store.flatMap(contents -> contents.find(attachment.id()))
                        .filter(told::equals)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(refused(attachment.name(), AttachmentObstacle.CONTENT_MISSING));
    }

    private static Refusal refused(String name, AttachmentObstacle why) {
        return new Refusal.AttachmentRefused(name, why, Optional.empty());
    }

    /** The message by which the contents of a case that is erased are deleted; empty if it has none. */
    public static Optional<HostMessage> farewell(CaseDraft erased, Instant now) {
        String ids = erased.before().stream()
                .filter(CaseEvent.AttachmentAdded.class::isInstance)
                .map(event ->
                        ((CaseEvent.AttachmentAdded) event).attachment().id().value())
                .distinct()
                .collect(Collectors.joining(","));
        String what = "attachments/" + erased.after().number();
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new HostMessage(
                        MessageId.of(what), Lane.ofHost(what), TOPIC, ids, now, Optional.empty(), Optional.empty()));
    }

    /** Deletes what the messages of {@link #TOPIC} name; nobody does without a store. */
    public Optional<MessageCarrier> carrier() {
        return store.map(contents -> message ->
                IDS.splitToStream(message.payload()).map(AttachmentId::of).forEach(contents::delete));
    }
}
