package dk.sagsflow.verification.subject;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.decision.HandOverRule;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.assignment.CompetenceRule;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.routing.handover.NextTier;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.space.CaseSpace;
import dk.sagsflow.verification.space.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The model that is verified, and what all areas ask of it. Not thread-safe. */
public final class Subject {
    public static final Condition INCIDENT = Condition.is(CaseField.KIND, CaseKind.INCIDENT.name());
    public static final Condition UNPLACED = Condition.is(CaseField.CAUSE, Cause.UNKNOWN.name());
    public static final Condition BUSINESS = Condition.is(CaseField.CAUSE, Cause.BUSINESS.name());

    private final SupportModel model;
    private final SupportOrganisation organisation;
    private final ImmutableMap<String, ServiceCalendar> calendars;
    private final LocalDate from;
    private final CaseSpace space;
    private final Selection selection;
    private final HandOverSets handOvers;
    private final NextTier nextTier;
    private final Ways ways;
    private final Starts starts;
    private final Optional<People> people;
    private final ImmutableSortedSet<Instant> registered;
    private final ImmutableList<Condition> asked;
    private final Map<TierId, ImmutableSet<SupportGroup>> entrances = new HashMap<>();

    public Subject(
            SupportModel model,
            ImmutableMap<String, ServiceCalendar> calendars,
            LocalDate from,
            Optional<People> people) {
        this(model, calendars, from, people, ImmutableList.of());
    }

    /**
     * The model, and what else is asked of its cases.
     *
     * @param also conditions beside those of the model
     */
    public Subject(
            SupportModel model,
            ImmutableMap<String, ServiceCalendar> calendars,
            LocalDate from,
            Optional<People> people,
            ImmutableList<Condition> also) {
        this.people = people;
        this.model = model;
        this.organisation = model.organisation();
        this.calendars = calendars;
        this.from = from;
        this.registered = registered();
        this.asked =
                ImmutableList.<Condition>builder().addAll(asked()).addAll(also).build();
        this.space = CaseSpace.of(organisation, asked, registered, Moments.of(asked(model.triage()), from));
        this.selection = new Selection(model.agreements(), organisation.groups(), space);
        this.handOvers = new HandOverSets(this);
        this.nextTier = new NextTier(organisation, model.routing().handOvers());
        this.ways = new Ways(this);
        this.starts = new Starts(from);
    }

    /** The same model in a space of cases that it shares with another. */
    private Subject(Subject plain, CaseSpace shared, ImmutableSortedSet<Instant> registered) {
        this.people = plain.people;
        this.model = plain.model;
        this.organisation = plain.organisation;
        this.calendars = plain.calendars;
        this.from = plain.from;
        this.asked = plain.asked;
        this.registered = registered;
        this.space = shared;
        this.selection = new Selection(model.agreements(), organisation.groups(), space);
        this.handOvers = new HandOverSets(this);
        this.nextTier = plain.nextTier;
        this.ways = new Ways(this);
        this.starts = plain.starts;
    }

    /**
     * Two models whose sets of cases can be held against each other, the one before first.
     *
     * @param both an organisation with the systems, attributes and priorities of both
     */
    public static ImmutableList<Subject> sharing(
            SupportModel before, SupportModel after, SupportOrganisation both, LocalDate from) {
        Subject one = new Subject(before, ImmutableMap.of(), from, Optional.empty());
        Subject other = new Subject(after, ImmutableMap.of(), from, Optional.empty());
        ImmutableSortedSet<Instant> registered =
                ImmutableSortedSet.copyOf(Sets.union(one.registered, other.registered));
        ImmutableSet<ServiceCalendar> calendars =
                Sets.union(asked(before.triage()), asked(after.triage())).immutableCopy();
        CaseSpace shared =
                CaseSpace.of(both, Iterables.concat(one.asked, other.asked), registered, Moments.of(calendars, from));
        return ImmutableList.of(new Subject(one, shared, registered), new Subject(other, shared, registered));
    }

    public SupportModel model() {
        return model;
    }

    public SupportOrganisation organisation() {
        return organisation;
    }

    public ImmutableMap<String, ServiceCalendar> calendars() {
        return calendars;
    }

    public LocalDate from() {
        return from;
    }

    public CaseSpace space() {
        return space;
    }

    public Selection selection() {
        return selection;
    }

    public HandOverSets handOvers() {
        return handOvers;
    }

    public NextTier nextTier() {
        return nextTier;
    }

    public Ways ways() {
        return ways;
    }

    public Starts starts() {
        return starts;
    }

    public Optional<People> people() {
        return people;
    }

    /** One time of registration for each set of versions of agreements that are in force together. */
    public ImmutableSortedSet<Instant> registrations() {
        return registered;
    }

    /** A time before the first agreement begins at a date, and each time at which one does. */
    private ImmutableSortedSet<Instant> registered() {
        ImmutableSet<Instant> beginnings =
                model.agreements().all().stream().map(Agreement::validFrom).collect(ImmutableSet.toImmutableSet());
        ImmutableSortedSet.Builder<Instant> registered = ImmutableSortedSet.naturalOrder();
        beginnings.stream().filter(time -> !time.equals(Instant.MIN)).forEach(registered::add);
        if (beginnings.isEmpty() || beginnings.contains(Instant.MIN)) {
            registered.add(before(beginnings));
        }
        return registered.build();
    }

    /** The first day that is looked at, or the one before the first beginning if that is earlier. */
    private Instant before(ImmutableSet<Instant> beginnings) {
        Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        return beginnings.stream()
                .filter(time -> !time.equals(Instant.MIN))
                .min(Comparator.naturalOrder())
                .map(time -> time.minus(Duration.ofDays(1)))
                .filter(time -> time.isBefore(start))
                .orElse(start);
    }

    private static ImmutableSet<ServiceCalendar> asked(Triage triage) {
        return triage.rules().stream()
                .flatMap(rule -> rule.during().stream())
                .map(CalendarState::calendar)
                .collect(ImmutableSet.toImmutableSet());
    }

    private ImmutableList<Condition> asked() {
        ImmutableList.Builder<Condition> asked = ImmutableList.builder();
        asked.add(INCIDENT, UNPLACED, BUSINESS);
        for (CustomerKind kind : CustomerKind.values()) {
            asked.add(Condition.is(CaseField.CUSTOMER_KIND, kind.name()));
        }
        organisation.groups().forEach(group -> asked.add(HandOverRule.supported(organisation, group)));
        return asked.addAll(askedByRouting()).addAll(askedByAgreements()).build();
    }

    private ImmutableList<Condition> askedByRouting() {
        return Streams.concat(
                        model.triage().rules().stream().map(TriageRule::when),
                        model.routing().followUps().stream().map(FollowUpRule::when),
                        model.routing().assignments().stream()
                                .flatMap(rule -> rule.competences().stream())
                                .map(CompetenceRule::when),
                        model.routing().handOvers().stream()
                                .flatMap(graph -> graph.ways().stream())
                                .map(HandOverWay::when))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Condition> askedByAgreements() {
        ImmutableList.Builder<Condition> asked = ImmutableList.builder();
        for (Priority priority : Priority.values()) {
            Condition judged = Condition.is(CaseField.PRIORITY, priority.name());
            asked.add(judged);
            model.agreements().all().forEach(agreement -> asked.add(agreement.asked(judged)));
        }
        model.agreements().ranked().forEach(ranked -> asked.add(ranked.appliesTo()));
        return asked.build();
    }

    /** The cases, and times, for which a rule matches while this group has them. */
    public CaseSet matching(TriageRule rule, SupportGroup at) {
        CaseSet cases = space.where(rule.when(), at);
        return rule.during().map(state -> cases.and(space.during(state))).orElse(cases);
    }

    /** The group, and the tier that it works at. */
    public static Station station(SupportGroup group) {
        return new Station(group.id(), group.tier());
    }

    /** Cases that the group can be handed. */
    public CaseSet handedTo(SupportGroup group) {
        return space.where(HandOverRule.supported(organisation, group));
    }

    /** Cases that are registered on the first day that is looked at, or later: under a version that is in force then or will be. */
    public CaseSet inForce() {
        return space.registered(this::comesYet);
    }

    /** Whether cases are registered on the first day that is looked at or later, under the versions that begin then. */
    private boolean comesYet(Instant begun) {
        Instant next = registered.higher(begun);
        return next == null || next.isAfter(from.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The versions of agreements that hold together for cases of the first day that is looked at, and of each that comes. */
    public ImmutableList<ImmutableList<Agreement>> agreementsInForce() {
        ImmutableListMultimap<String, Agreement> versions =
                Multimaps.index(model.agreements().all(), Agreement::id);
        return registered.stream()
                .filter(this::comesYet)
                .map(begun -> versions.asMap().values().stream()
                        .flatMap(these -> these.stream()
                                .filter(version -> !version.validFrom().isAfter(begun))
                                .max(Comparator.comparing(Agreement::validFrom))
                                .stream())
                        .collect(ImmutableList.toImmutableList()))
                .collect(ImmutableList.toImmutableList());
    }

    public int rank(TierId tier) {
        return organisation.rank(tier);
    }

    public int rank(SupportGroup group) {
        return rank(group.tier());
    }

    public int contactRank() {
        return rank(organisation.contactTier());
    }

    public int index(SupportGroup group) {
        return organisation.groups().indexOf(group);
    }

    public Place place(SupportGroup group) {
        return Place.group(index(group));
    }

    /** Where cases are registered: through the entrance of a tier, at the contact tier or nearer to the customer. */
    public ImmutableList<SupportGroup> registering() {
        return organisation.tiers().stream()
                .filter(tier -> rank(tier.id()) <= contactRank())
                .flatMap(tier -> entrances(tier.id()).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** Groups at which cases come into a tier from below: the entrance, or any. */
    public ImmutableSet<SupportGroup> entrances(TierId tier) {
        return entrances.computeIfAbsent(tier, this::doors);
    }

    private ImmutableSet<SupportGroup> doors(TierId tier) {
        return organisation
                .groupsAt(tier)
                .filter(group -> organisation
                        .tier(tier)
                        .flatMap(known -> known.entrance())
                        .map(group.id()::equals)
                        .orElse(true))
                .collect(ImmutableSet.toImmutableSet());
    }
}
