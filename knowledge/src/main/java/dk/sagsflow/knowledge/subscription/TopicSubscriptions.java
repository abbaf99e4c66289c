package dk.sagsflow.knowledge.subscription;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.editing.EditorialAct;
import dk.sagsflow.knowledge.history.KnowledgeStep;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.RecordOfPerson;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.topic.TopicId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is told of which topics, how and how soon (R22, R26). People see to it themselves; whoever is told by default opts out, and of
 * some topics nobody who must know can. Mail goes to the address that somebody confirmed here, or else to the one in the directory,
 * and to none from which mail came back. Safe for use by many threads.
 */
public final class TopicSubscriptions {
    /** For how long an address that was reported can be confirmed. */
    public static final Duration CONFIRMATION = Duration.ofDays(7);

    private static final int STEPS_AT_ONCE = 1_000;

    private final SubscriptionParts parts;
    private final SubscriptionTokens tokens;
    private final Picture<SubscribedTopics> picture;

    /** Made by the knowledge base. */
    public TopicSubscriptions(SubscriptionParts parts) {
        this.parts = requireNonNull(parts, "parts");
        this.tokens = new SubscriptionTokens(parts.key());
        this.picture = new Picture<>(parts.store(), SubscribedTopics::new, SubscribedTopics::fold);
    }

    /** What somebody is told of now, topic by topic. */
    public KnowledgeOutcome<ImmutableList<TopicSubscription>> of(ActorId by) {
        return parts.editing()
                .known(by)
                .map(actor -> picture.ask(state -> subscriptions(state, actor.id(), reader(actor.id()))));
    }

    private Reader reader(ActorId id) {
        return parts.readers().of(id);
    }

    private static ImmutableList<TopicSubscription> subscriptions(SubscribedTopics state, ActorId id, Reader reader) {
        return state.topics().ids().stream()
                .flatMap(topic -> state.subscription(id, reader, topic).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** Tells somebody of a topic and of those under it from now on, so and so soon. */
    public KnowledgeOutcome<TopicSubscription> subscribe(
            ActorId by, TopicId topic, NoticeChannel channel, Rhythm rhythm) {
        Reader reader = reader(by);
        return changed(
                by,
                state -> Topics.unknown(state.topics(), topic)
                        .or(() -> channel == NoticeChannel.MAIL ? Optional.empty() : mandatory(state, reader, topic)),
                (state, stamp) -> new SubscriptionEvent.TopicSubscribed(
                        stamp, topic, new SubscriptionPlan(channel, rhythm, since(state, by, topic))),
                state -> state.subscription(by, reader, topic).orElseThrow());
    }

    private Instant since(SubscribedTopics state, ActorId by, TopicId topic) {
        return state.subscription(by, reader(by), topic)
                .map(subscription -> subscription.plan().since())
                .orElseGet(parts.clock()::instant);
    }

    private static Optional<TopicRefusal> mandatory(SubscribedTopics state, Reader reader, TopicId topic) {
        return state.binding(reader, topic).map(under -> new TopicRefusal.TopicMandatory(topic, under.id()));
    }

    /** Tells somebody no more of a topic and of those under it. */
    public KnowledgeOutcome<ImmutableList<TopicSubscription>> unsubscribe(ActorId by, TopicId topic) {
        Reader reader = reader(by);
        return changed(
                by,
                state -> Topics.unknown(state.topics(), topic).or(() -> mandatory(state, reader, topic)),
                (state, stamp) -> new SubscriptionEvent.TopicUnsubscribed(stamp, topic),
                state -> subscriptions(state, by, reader));
    }

    /** Tells somebody of nothing any more but of what they must be told of, which is given back. */
    public KnowledgeOutcome<ImmutableList<TopicSubscription>> unsubscribeFromAll(ActorId by) {
        return changed(
                by,
                state -> Optional.empty(),
                (state, stamp) -> new SubscriptionEvent.AllUnsubscribed(stamp),
                state -> subscriptions(state, by, reader(by)));
    }

    /** What answers mail programs that end a subscription by one click. */
    public OneClickUnsubscribe oneClick() {
        return new OneClickUnsubscribe(this);
    }

    /** A token that says nothing, or what is impossible, does nothing. */
    void unsubscribeByToken(String token) {
        tokens.read(token).ifPresent(said -> {
            KnowledgeOutcome<?> unused = said.topic()
                    .map(topic -> unsubscribe(said.who(), topic))
                    .orElseGet(() -> unsubscribeFromAll(said.who()));
        });
    }

    /**
     * The token by which whoever has it ends what this person is told of a topic: for mail to that person alone.
     *
     * @param topic the topic; empty for everything
     */
    public String unsubscribeToken(ActorId who, Optional<TopicId> topic) {
        return tokens.token(new SubscriptionTokens.Said(who, topic));
    }

    /** Takes note of where somebody says that they read mail: nothing is sent there but the token, by the host, until it is confirmed. */
    public KnowledgeOutcome<AddressToConfirm> reportAddress(ActorId by, String address) {
        Texts.requireAddress(address);
        Instant until = parts.clock().instant().plus(CONFIRMATION);
        String token = tokens.confirmation(by, address, until);
        return changed(
                by,
                state -> Optional.empty(),
                (state, stamp) ->
                        new SubscriptionEvent.SubscriptionAddressReported(stamp, address, digest(by, token), until),
                state -> new AddressToConfirm(by, address, token, until));
    }

    /** Uses the address from now on to which this token was mailed, and gives it back; whether somebody is known is not told. */
    public KnowledgeOutcome<String> confirmAddress(ActorId who, String token) {
        if (parts.directory().actor(who).isEmpty()) {
            return KnowledgeOutcome.refused(new TopicRefusal.ConfirmationUnknown(who));
        }
        return changed(
                who,
                state -> objectionToConfirm(state, who, token),
                (state, stamp) -> new SubscriptionEvent.SubscriptionAddressConfirmed(
                        stamp, reported(state, who).orElseThrow().address()),
                state -> state.subscriber(who).flatMap(Subscriber::address).orElseThrow());
    }

    private Optional<TopicRefusal> objectionToConfirm(SubscribedTopics state, ActorId who, String token) {
        Optional<SubscriptionEvent.SubscriptionAddressReported> reported =
                reported(state, who).filter(one -> same(one.digest(), digest(who, token)));
        if (reported.isEmpty()) {
            return Optional.of(new TopicRefusal.ConfirmationUnknown(who));
        }
        return reported.map(SubscriptionEvent.SubscriptionAddressReported::until)
                .filter(until -> !parts.clock().instant().isBefore(until))
                .map(TopicRefusal.ConfirmationOver::new);
    }

    private static Optional<SubscriptionEvent.SubscriptionAddressReported> reported(
            SubscribedTopics state, ActorId who) {
        return state.subscriber(who).flatMap(Subscriber::reported);
    }

    private static String digest(ActorId who, String token) {
        return Hashing.sha256()
                .hashString(who + "\n" + token, StandardCharsets.UTF_8)
                .toString();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Sends this person nothing to this address any more, because mail came back from there: for the program that reads what comes
     * back. It is on the list of those that are {@linkplain #setAside set aside} until its owner confirms it or another one.
     *
     * @param reason what the mail system said, of which as much is kept as a line holds
     */
    public KnowledgeOutcome<ImmutableSet<String>> bounced(ActorId who, String address, String reason) {
        String said = Bounds.asLine(reason);
        return changed(
                who,
                state -> Optional.empty(),
                (state, stamp) -> new SubscriptionEvent.SubscriptionAddressSetAside(stamp, address, said),
                state -> address(state, who).stream().collect(ImmutableSet.toImmutableSet()));
    }

    /** The addresses from which mail came back: editors see all of them, others their own. */
    public KnowledgeOutcome<ImmutableList<SetAsideAddress>> setAside(ActorId by) {
        return parts.editing().known(by).map(actor -> {
            boolean overseer = parts.editing()
                    .rights()
                    .objection(actor, EditorialAct.OVERSEE)
                    .isEmpty();
            return picture.ask(state -> setAside(state, who -> overseer || who.equals(by)));
        });
    }

    private static ImmutableList<SetAsideAddress> setAside(SubscribedTopics state, Predicate<ActorId> whose) {
        return state.people().stream()
                .filter(whose)
                .flatMap(who -> state.subscriber(who).stream()
                        .flatMap(subscriber -> Streams.stream(subscriber.allSetAside()))
                        .map(one -> new SetAsideAddress(
                                who, one.address(), one.reason(), one.stamp().at())))
                .sorted(Comparator.comparing(SetAsideAddress::at))
                .collect(ImmutableList.toImmutableList());
    }

    /** Where this person is told by mail: for code that sends it. Empty if nowhere. */
    public Optional<String> address(ActorId who) {
        return picture.ask(state -> address(state, who));
    }

    private Optional<String> address(SubscribedTopics state, ActorId who) {
        if (parts.directory().actor(who).isEmpty()) {
            return Optional.empty();
        }
        Optional<Subscriber> subscriber = state.subscriber(who);
        return subscriber
                .flatMap(Subscriber::address)
                .or(() -> inDirectory(who))
                .filter(address ->
                        subscriber.flatMap(one -> one.setAside(address)).isEmpty());
    }

    private Optional<String> inDirectory(ActorId who) {
        return parts.directory()
                .actor(who)
                .flatMap(actor -> actor.mailAddress()
                        .or(() -> actor.customer()
                                .flatMap(parts.directory()::customer)
                                .flatMap(customer -> customer.mailAddress())));
    }

    /**
     * By mail, how somebody is told of what is about these topics: of several ways the soonest. For code that tells them. Empty if
     * they are not.
     *
     * @param published when it was published: who subscribed later is not told
     */
    public Optional<TopicSubscription> byMail(ActorId who, Set<TopicId> about, Instant published) {
        Reader reader = reader(who);
        return picture.ask(state -> about.stream()
                .flatMap(topic -> state.subscription(who, reader, topic).stream())
                .filter(subscription -> subscription.plan().channel() == NoticeChannel.MAIL
                        && !subscription.plan().since().isAfter(published))
                .min(Comparator.comparing(subscription -> subscription.plan().rhythm())));
    }

    /** Whether one of these topics is one of which somebody must be told. */
    public boolean mustBeTold(ActorId who, Set<TopicId> about) {
        Reader reader = reader(who);
        return picture.ask(state ->
                about.stream().anyMatch(topic -> state.binding(reader, topic).isPresent()));
    }

    /** The topics of which somebody is told now, by whatever channel. */
    public ImmutableSet<TopicId> topics(ActorId who) {
        Reader reader = reader(who);
        return picture.ask(state -> subscriptions(state, who, reader).stream()
                .map(subscription -> subscription.topic().id())
                .collect(ImmutableSet.toImmutableSet()));
    }

    /**
     * Everybody who may be told of something: who said so, whoever works in a group, and superusers, as far as the directory lists
     * them. For code that tells them.
     */
    public ImmutableSet<ActorId> people() {
        return people(picture.ask(SubscribedTopics::people));
    }

    private ImmutableSet<ActorId> people(ImmutableSet<ActorId> heard) {
        Stream<ActorId> staff = parts.organisation().groupIds().stream()
                .flatMap(group -> parts.directory().members(group).stream())
                .map(Actor::id);
        Stream<ActorId> superusers = parts.directory().superusers().stream().map(Actor::id);
        return Streams.concat(heard.stream(), staff, superusers).collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Who was told of this topic at this time, by whatever channel: for mailing lists (R26). What people had said and which topics there
     * were is that of then; to which groups they belong, and so what they are told by default, is that of now, because the directory
     * knows no other. Reads the log up to then.
     */
    public ImmutableSet<ActorId> subscribersAt(TopicId topic, Instant at) {
        SubscribedTopics then = new SubscribedTopics();
        KnowledgeStore store = parts.store();
        LogPosition position = store.beginning();
        ImmutableList<KnowledgeStep> steps;
        do {
            steps = store.after(position, STEPS_AT_ONCE);
            for (KnowledgeStep step : steps) {
                step.events().stream()
                        .filter(event -> !event.stamp().at().isAfter(at))
                        .forEach(then::fold);
                position = step.position();
            }
        } while (steps.size() == STEPS_AT_ONCE);
        return people(then.people()).stream()
                .filter(who -> then.subscription(who, reader(who), topic).isPresent())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** An event of a person, made of the picture of now. */
    private interface Making {
        SubscriptionEvent event(SubscribedTopics state, Stamp stamp);
    }

    private <R> KnowledgeOutcome<R> changed(
            ActorId who,
            Function<SubscribedTopics, Optional<TopicRefusal>> objection,
            Making making,
            Function<SubscribedTopics, R> result) {
        RecordId record = RecordOfPerson.SUBSCRIBER.of(who);
        return parts.editing()
                .known(who)
                .flatMap(actor -> picture.decide(
                        state -> objection
                                .apply(state)
                                .<KnowledgeRefusal>map(refusal -> refusal)
                                .<KnowledgeOutcome<ImmutableList<SubscriptionEvent>>>map(KnowledgeOutcome::refused)
                                .orElseGet(() -> KnowledgeOutcome.accepted(
                                        ImmutableList.of(making.event(state, next(state, record, who))))),
                        result));
    }

    private Stamp next(SubscribedTopics state, RecordId record, ActorId who) {
        long version = state.subscriber(who).map(Subscriber::version).orElse(0L);
        return Stamp.after(version, record, parts.clock().instant(), who);
    }
}
