package dk.sagsflow.knowledge.news;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageCarrier;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.RecordOfPerson;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.subscription.Rhythm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people the news that they subscribe to (R22), each piece once, by mail: at once or in a digest. The host calls {@link
 * #dispatch} now and then, which writes notices and hands them to the outbox of the desk; the desk delivers them by the {@linkplain
 * #carrier carrier}, at least once under one id each. Without a desk the host calls {@link #deliver}. Whether somebody still wants to
 * be told, and may still read it, is asked again when a notice goes out, so it holds nothing until then. Safe for use by many threads
 * and many nodes.
 */
public final class TopicNotices {
    /** The topic of the messages in the outbox, under which the desk is given the carrier. */
    public static final String TOPIC = "knowledge-news";

    private static final Logger LOG = LoggerFactory.getLogger(TopicNotices.class);

    private static final RecordId POST = RecordId.of("notices", "post");
    private static final int PEOPLE_AT_ONCE = 200;
    private static final ImmutableSet<Rhythm> DAILY = ImmutableSet.of(Rhythm.AT_ONCE, Rhythm.DAILY);

    private final NoticeParts parts;
    private final Recipients recipients;
    private final NoticeWriter writer;
    private final Picture<NoticeBook> picture;

    /** Made by the knowledge base. */
    public TopicNotices(NoticeParts parts) {
        this.parts = requireNonNull(parts, "parts");
        this.recipients = new Recipients(parts);
        this.writer = new NoticeWriter(parts.subscriptions(), parts.mail());
        this.picture = new Picture<>(parts.store(), () -> new NoticeBook(parts.sources()), NoticeBook::fold);
    }

    /** Writes what people are to be told by now, and hands it to whoever delivers it. */
    @CanIgnoreReturnValue
    public DispatchReport dispatch() {
        int written = 0;
        for (NewsId id : picture.ask(NoticeBook::undistributed)) {
            written += atOnce(id);
        }
        written += digests(Rhythm.DAILY, DAILY::contains);
        written += digests(Rhythm.WEEKLY, Rhythm.WEEKLY::equals);
        return new DispatchReport(written, post());
    }

    private int atOnce(NewsId id) {
        int written = written(ImmutableList.of(id), Rhythm.AT_ONCE, Rhythm.AT_ONCE::equals);
        record(RecordId.of("news", "at-once"), stamp -> new NoticeEvent.NewsDistributed(stamp, id));
        return written;
    }

    private int digests(Rhythm rhythm, Predicate<Rhythm> including) {
        Instant slot = parts.mail().schedule().last(rhythm, parts.clock().instant());
        Optional<Instant> last = picture.ask(book -> book.slot(rhythm));
        if (last.filter(before -> !before.isBefore(slot)).isPresent()) {
            return 0;
        }
        int written = written(picture.ask(book -> book.by(slot)), rhythm, including);
        record(RecordId.of("news", rhythm.name()), stamp -> new NoticeEvent.DigestsWritten(stamp, rhythm, slot));
        return written;
    }

    private int written(ImmutableList<NewsId> news, Rhythm rhythm, Predicate<Rhythm> including) {
        ImmutableList<Recipients.Piece> pieces = news.stream()
                .flatMap(id -> recipients.find(id).stream())
                .flatMap(item -> picture.ask(book -> book.published(item.id())).stream()
                        .map(published -> recipients.piece(item, published)))
                .collect(ImmutableList.toImmutableList());
        if (pieces.isEmpty()) {
            return 0;
        }
        int written = 0;
        for (List<ActorId> some : Lists.partition(recipients.everybody(pieces), PEOPLE_AT_ONCE)) {
            written += written(some, rhythm, who -> wanted(who, pieces, including));
        }
        return written;
    }

    private ImmutableList<NewsId> wanted(
            ActorId who, ImmutableList<Recipients.Piece> pieces, Predicate<Rhythm> including) {
        return pieces.stream()
                .filter(piece -> recipients.wants(who, piece, including))
                .map(piece -> piece.item().id())
                .collect(ImmutableList.toImmutableList());
    }

    private int written(List<ActorId> people, Rhythm rhythm, Function<ActorId, ImmutableList<NewsId>> news) {
        AtomicInteger made = new AtomicInteger();
        picture.decide(
                        book -> {
                            ImmutableList<NoticeEvent.NoticeWritten> events = people.stream()
                                    .flatMap(who -> written(book, who, rhythm, news.apply(who)).stream())
                                    .collect(ImmutableList.toImmutableList());
                            made.set(events.size());
                            return KnowledgeOutcome.accepted(events);
                        },
                        NoticeBook::open)
                .orElseThrow();
        return made.get();
    }

    private Optional<NoticeEvent.NoticeWritten> written(
            NoticeBook book, ActorId who, Rhythm rhythm, ImmutableList<NewsId> news) {
        ImmutableList<NewsId> untold =
                news.stream().filter(id -> !book.told(id, who)).collect(ImmutableList.toImmutableList());
        Stamp stamp = next(book, ofPerson(who));
        return untold.isEmpty()
                ? Optional.empty()
                : Optional.of(new NoticeEvent.NoticeWritten(stamp, NoticeId.of(stamp), untold, rhythm));
    }

    private static RecordId ofPerson(ActorId who) {
        return RecordOfPerson.NOTICES_TO.of(who);
    }

    private Stamp next(NoticeBook book, RecordId record) {
        return Stamp.after(
                book.version(record),
                record,
                parts.clock().instant(),
                Actor.sagsflow().id());
    }

    private void record(RecordId record, Function<Stamp, NoticeEvent> event) {
        picture.decide(
                        book -> KnowledgeOutcome.accepted(ImmutableList.of(event.apply(next(book, record)))),
                        NoticeBook::open)
                .orElseThrow();
    }

    /** What is not known to be posted is posted, again perhaps: under its id, by which the outbox knows it. */
    private int post() {
        return parts.post().map(this::postAll).orElse(0);
    }

    private int postAll(NoticePost post) {
        int posted = 0;
        ImmutableList<NoticeBook.Notice> some = picture.ask(book -> book.unposted(PEOPLE_AT_ONCE));
        while (!some.isEmpty()) {
            Instant now = parts.clock().instant();
            post.post(some.stream().map(notice -> message(notice, now)).collect(ImmutableList.toImmutableList()));
            ImmutableList<NoticeId> ids =
                    some.stream().map(NoticeBook.Notice::id).collect(ImmutableList.toImmutableList());
            record(POST, stamp -> new NoticeEvent.NoticesPosted(stamp, ids));
            posted += ids.size();
            some = picture.ask(book -> book.unposted(PEOPLE_AT_ONCE));
        }
        return posted;
    }

    private static HostMessage message(NoticeBook.Notice notice, Instant now) {
        String id = notice.id().value();
        Lane lane = Lane.ofHost("news/" + NoticeId.hash(notice.who().value()));
        return new HostMessage(MessageId.of(id), lane, TOPIC, id, now, Optional.empty(), Optional.empty());
    }

    /** What carries the notices out that a desk delivers: {@code SupportDeskBuilder.withCarrier(TopicNotices.TOPIC, carrier)}. */
    public MessageCarrier carrier(NewsNotifier notifier) {
        requireNonNull(notifier, "notifier");
        return message -> carry(new NoticeId(message.payload()), notifier);
    }

    /** Sends what is written and not settled, without a desk. What fails waits for the next call. */
    @CanIgnoreReturnValue
    public NewsDeliveryReport deliver(NewsNotifier notifier) {
        ToIntFunction<NoticeId> failed = id -> {
            try {
                carry(id, notifier);
                return 0;
            } catch (RuntimeException failure) {
                LOG.warn(
                        "{} was not sent and will be tried again: {}",
                        id,
                        failure.getClass().getName());
                return 1;
            }
        };
        ImmutableSet<NoticeId> open = picture.ask(NoticeBook::open);
        int failures = open.stream().mapToInt(failed).sum();
        return new NewsDeliveryReport(open.size() - failures, failures);
    }

    private void carry(NoticeId id, NewsNotifier notifier) {
        picture.ask(book -> book.open(id)).ifPresent(notice -> carry(notice, notifier));
    }

    private void carry(NoticeBook.Notice notice, NewsNotifier notifier) {
        ActorId who = notice.who();
        ImmutableList<NewsItem> readable = recipients.readable(who, notice.news());
        ImmutableList<NewsItem> wanted = recipients.wanted(who, readable);
        Optional<String> address = parts.subscriptions().address(who);
        if (wanted.isEmpty()) {
            drop(notice, readable.isEmpty() ? DropReason.GONE : DropReason.NOT_WANTED);
        } else if (address.isEmpty()) {
            drop(notice, DropReason.NO_ADDRESS);
        } else {
            leaveOut(notice, wanted);
            NoticeWriter.Envelope envelope =
                    new NoticeWriter.Envelope(notice.id(), who, address.orElseThrow(), recipients.wayOut(who, wanted));
            send(notice, writer.written(envelope, wanted), notifier);
        }
    }

    /** Put on record before the rest is sent, so that nothing is told twice if that crashes. */
    private void leaveOut(NoticeBook.Notice notice, ImmutableList<NewsItem> wanted) {
        ImmutableSet<NewsId> kept = wanted.stream().map(NewsItem::id).collect(ImmutableSet.toImmutableSet());
        ImmutableList<NewsId> out =
                notice.news().stream().filter(id -> !kept.contains(id)).collect(ImmutableList.toImmutableList());
        if (!out.isEmpty()) {
            settle(notice, stamp -> new NoticeEvent.NewsLeftOut(stamp, notice.id(), out));
        }
    }

    private void send(NoticeBook.Notice notice, NewsNotice mail, NewsNotifier notifier) {
        try {
            notifier.send(mail);
        } catch (AddressRefusedException refused) {
            String reason = String.valueOf(refused.getMessage());
            parts.subscriptions()
                    .bounced(
                            notice.who(),
                            mail.address(),
                            NewsWords.of(reason, reason, reason).title())
                    .orElseThrow();
            drop(notice, DropReason.NO_ADDRESS);
            return;
        }
        settle(notice, stamp -> new NoticeEvent.NoticeSent(stamp, notice.id()));
    }

    private void drop(NoticeBook.Notice notice, DropReason reason) {
        settle(notice, stamp -> new NoticeEvent.NoticeDropped(stamp, notice.id(), reason));
    }

    private void settle(NoticeBook.Notice notice, Function<Stamp, NoticeEvent> event) {
        picture.decide(
                        book -> KnowledgeOutcome.accepted(
                                book.open(notice.id()).isPresent()
                                        ? ImmutableList.of(event.apply(next(book, ofPerson(notice.who()))))
                                        : ImmutableList.of()),
                        NoticeBook::open)
                .orElseThrow();
    }
}
