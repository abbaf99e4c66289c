package dk.sagsflow.routing.desk;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.notification.MessageCarrier;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.suggestion.SuggestionSource;
import dk.sagsflow.routing.assignment.AssignmentStrategy;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.listening.CaseListener;
import dk.sagsflow.routing.listening.Follower;
import dk.sagsflow.routing.listening.JoiningHandler;
import dk.sagsflow.routing.listening.StepHandler;
import dk.sagsflow.routing.listening.StepMessages;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.DigestSchedule;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.operation.Scheduling;
import dk.sagsflow.routing.template.NotificationTemplates;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds desks. Not thread-safe. */
public final class SupportDeskBuilder {
    final SupportModel model;
    final Directory directory;
    CaseRepository repository = CaseRepository.inMemory();
    Notifier notifier = Notifier.none();
    Patience delivery = Patience.standard();
    Patience sweeping = Patience.standard();
    Patience following = Patience.standard();
    final List<Follower> followers = new ArrayList<>();
    final Map<String, MessageCarrier> carriers = new LinkedHashMap<>();
    final List<StepMessages> messages = new ArrayList<>();
    private Optional<CaseNumbers> numbers = Optional.empty();
    Optional<AttachmentStore> attachments = Optional.empty();
    final List<CaseListener> listeners = new ArrayList<>();
    final InstantSource clock;
    Optional<Scheduling> scheduling = Optional.empty();
    Optional<AccessPolicy> access = Optional.empty();
    final List<SuggestionSource> sources = new ArrayList<>();
    final Map<GroupId, AssignmentStrategy> strategies = new LinkedHashMap<>();
    NotificationTemplates templates = NotificationTemplates.standard();
    Subscriptions subscriptions = Subscriptions.none();
    private Optional<ZoneId> zone = Optional.empty();
    private Optional<DigestSchedule> digest = Optional.empty();

    SupportDeskBuilder(SupportModel model, Directory directory, InstantSource clock) {
        this.clock = Microseconds.of(requireNonNull(clock, "clock"));
        this.model = requireNonNull(model, "model");
        this.directory = requireNonNull(directory, "directory");
    }

    private SupportDeskBuilder(SupportDeskBuilder other) {
        this(other.model, other.directory, other.clock);
        repository = other.repository;
        notifier = other.notifier;
        delivery = other.delivery;
        sweeping = other.sweeping;
        following = other.following;
        followers.addAll(other.followers);
        carriers.putAll(other.carriers);
        messages.addAll(other.messages);
        numbers = other.numbers;
        attachments = other.attachments;
        listeners.addAll(other.listeners);
        scheduling = other.scheduling;
        access = other.access;
        sources.addAll(other.sources);
        strategies.putAll(other.strategies);
        templates = other.templates;
        subscriptions = other.subscriptions;
        zone = other.zone;
        digest = other.digest;
    }

    /** The same as it is now, whatever is said to the builder later. */
    SupportDeskBuilder copy() {
        return new SupportDeskBuilder(this);
    }

    /** Keeps cases here; in memory unless said otherwise. */
    public SupportDeskBuilder withRepository(CaseRepository value) {
        repository = requireNonNull(value, "repository");
        return this;
    }

    /** Sends notifications by this; dropped unless said otherwise. */
    public SupportDeskBuilder withNotifier(Notifier value) {
        notifier = requireNonNull(value, "notifier");
        return this;
    }

    /** Stores what this has to send in the same step as what happens; {@link #withCarrier} says who carries it. */
    public SupportDeskBuilder withMessages(StepMessages value) {
        messages.add(requireNonNull(value, "value"));
        return this;
    }

    /** Keeps the contents of files here that come with cases; without a store, no files are taken. */
    public SupportDeskBuilder withAttachments(AttachmentStore value) {
        attachments = Optional.of(requireNonNull(value, "attachments"));
        return this;
    }

    /**
     * Carries the host's own messages of this topic by this; those that nobody carries wait, and are given up in the end.
     *
     * @throws IllegalArgumentException if the topic begins with {@code sagsflow/}, which is for the desk itself
     */
    public SupportDeskBuilder withCarrier(String topic, MessageCarrier value) {
        requireNonNull(topic, "topic");
        checkArgument(!topic.startsWith("sagsflow/"), "topic is %s; those of sagsflow/ are for the desk itself", topic);
        carriers.put(topic, requireNonNull(value, "carrier"));
        return this;
    }

    /** Tries as often and as long as this says to send notifications; {@link Patience#standard} unless said otherwise. */
    public SupportDeskBuilder withDelivery(Patience value) {
        delivery = requireNonNull(value, "delivery");
        return this;
    }

    /** Tries as often and as long as this says to look at cases that came due; {@link Patience#standard} unless said otherwise. */
    public SupportDeskBuilder withSweeping(Patience value) {
        sweeping = requireNonNull(value, "sweeping");
        return this;
    }

    /** Tries as often and as long as this says to hand steps to subscriptions; {@link Patience#standard} unless said otherwise. */
    public SupportDeskBuilder withFollowing(Patience value) {
        following = requireNonNull(value, "following");
        return this;
    }

    /**
     * Hands everything that is stored, by whatever desk, to this handler, at least once and in order: see {@link
     * StepHandler}. Desks share a subscription by its name.
     *
     * @param name what it is called in all of the store
     * @param start where it begins if the store does not know it yet
     */
    public SupportDeskBuilder withSubscription(SubscriptionName name, SubscriptionStart start, StepHandler handler) {
        requireNonNull(handler, "handler");
        return withSubscription(name, start, (steps, progress) -> handler.handle(steps));
    }

    /**
     * Hands everything that is stored, by whatever desk, in order, to this handler, which stores what it makes of it and how
     * far it has come in a transaction of its own: then it is handed everything once. See {@link JoiningHandler}.
     *
     * @param name what it is called in all of the store
     * @param start where it begins if the store does not know it yet
     */
    public SupportDeskBuilder withSubscription(SubscriptionName name, SubscriptionStart start, JoiningHandler handler) {
        Follower follower = new Follower(name, start, handler);
        checkArgument(
                followers.stream().noneMatch(other -> other.name().equals(name)),
                "this desk has a subscription %s already; each has a name of its own",
                name);
        followers.add(follower);
        return this;
    }

    /** Numbers new cases by this; by a series of the store, {@code C-0000001} and on, unless said otherwise. */
    public SupportDeskBuilder withNumbers(CaseNumbers value) {
        numbers = Optional.of(requireNonNull(value, "numbers"));
        return this;
    }

    /** Asks this who may do what; {@link AccessPolicy#standard} unless said otherwise. */
    public SupportDeskBuilder withAccess(AccessPolicy value) {
        access = Optional.of(requireNonNull(value, "access"));
        return this;
    }

    /**
     * Decides by this who of the group gets a case that comes to it, in place of what the model says; the capacities, the
     * duty and the time between two attempts are still those of the model, if it has a rule for the group.
     */
    public SupportDeskBuilder withAssignment(GroupId group, AssignmentStrategy strategy) {
        strategies.put(requireNonNull(group, "group"), requireNonNull(strategy, "strategy"));
        return this;
    }

    /** Asks this, after those given before, what may help with a case; nothing suggests anything unless said otherwise. */
    public SupportDeskBuilder withSuggestions(SuggestionSource source) {
        sources.add(requireNonNull(source, "source"));
        return this;
    }

    /**
     * Sweeps and delivers by itself, on daemon threads, until the desk is closed; nothing does unless this is said. A notifier
     * gets as long as {@link Patience#lease} for a notification there, and a carrier for a message.
     */
    public SupportDeskBuilder withScheduler(Scheduling value) {
        scheduling = Optional.of(requireNonNull(value, "scheduling"));
        return this;
    }

    /** Tells this listener too of what happens to cases. */
    public SupportDeskBuilder withListener(CaseListener value) {
        listeners.add(requireNonNull(value, "listener"));
        return this;
    }

    /** Writes notifications by these templates; {@link NotificationTemplates#standard} unless said otherwise. */
    public SupportDeskBuilder withTemplates(NotificationTemplates value) {
        templates = requireNonNull(value, "templates");
        return this;
    }

    /** Asks this who wants to be told by mail what the helpdesk shows as well; nobody does unless said otherwise. */
    public SupportDeskBuilder withSubscriptions(Subscriptions value) {
        subscriptions = requireNonNull(value, "subscriptions");
        return this;
    }

    /** Tells times in this zone; in that of the first calendar of the model unless said otherwise, and in UTC without one. */
    public SupportDeskBuilder withZone(ZoneId value) {
        zone = Optional.of(requireNonNull(value, "zone"));
        return this;
    }

    /** Sends digests then; every day at 7 in the zone that times are told in unless said otherwise. */
    public SupportDeskBuilder withDigest(DigestSchedule value) {
        digest = Optional.of(requireNonNull(value, "digest"));
        return this;
    }

    CaseNumbers numbers() {
        return numbers.orElseGet(() -> CaseNumbers.of(repository, "C-"));
    }

    DigestSchedule digest() {
        return digest.orElseGet(() -> DigestSchedule.daily(LocalTime.of(7, 0), zone()));
    }

    ZoneId zone() {
        return zone.or(() -> Stream.concat(
                                model.agreements().all().stream()
                                        .flatMap(agreement -> agreement.targets().stream())
                                        .map(Target::calendar),
                                model.routing().followUps().stream().map(FollowUpRule::calendar))
                        .map(ServiceCalendar::zone)
                        .findFirst())
                .orElse(ZoneOffset.UTC);
    }

    /** The desk. */
    public SupportDesk build() {
        return new SupportDesk(copy(), Optional.empty());
    }
}
