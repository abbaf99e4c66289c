package dk.sagsflow.testkit.contract;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionClaim;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ConcurrentAssignmentException;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.LoadClaim;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.core.repository.ReferenceTakenException;
import dk.sagsflow.core.repository.RepeatedRequestException;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Plays lines on one store and says what came of each, and what the store holds, in words that know nothing of fences and
 * positions. Not thread-safe.
 */
final class StoreScript {
    private static final Instant MORNING = Instant.parse("2007-08-01T06:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final SubscriptionName INDEX = SubscriptionName.of("index");
    private static final ImmutableList<CustomerId> CUSTOMERS =
            ImmutableList.of(ReferenceOrganisation.CITIZEN_CARL, ReferenceOrganisation.COMPANY);
    private static final AttributeId REGION = AttributeId.of("region");
    private static final AttributeId FLOOR = AttributeId.of("floor");
    private static final ImmutableList<AttributeValue> REGIONS = ImmutableList.of(
            new AttributeValue.Text("Nord"),
            new AttributeValue.Text("nord"),
            new AttributeValue.Choice("Nord"),
            new AttributeValue.Decimal(new BigDecimal("1.0")),
            new AttributeValue.Decimal(new BigDecimal("1.00")));
    private static final int MOST = 10_000;

    private final CaseRepository repository;
    private final RepositoryBench bench;
    private final List<CaseStep> stored = new ArrayList<>();
    private final List<DueClaim> due = new ArrayList<>();
    private final List<ClaimedLane> lanes = new ArrayList<>();
    private final List<SubscriptionClaim> following = new ArrayList<>();
    private final List<MessageId> ids = new ArrayList<>();
    private Instant now = MORNING;
    private int cases;

    /** What is done to a store. */
    enum Act {
        REGISTER,
        CHANGE,
        FILL,
        BOTH,
        LEANING,
        AGAIN,
        ERASE,
        RESCHEDULE,
        CLAIM_DUE,
        POSTPONE,
        RELEASE,
        UNDER_CLAIM,
        SET_ASIDE,
        TAKE_UP,
        CLAIM_LANES,
        SENT,
        POSTPONE_LANE,
        RELEASE_LANE,
        BURY,
        REVIVE,
        DROP,
        FOLLOW,
        CLAIM_LOG,
        HANDLED,
        FAILED,
        PARK,
        UNPARK,
        REVIVE_STEP,
        RELEASE_LOG,
        MOVE,
        FORGET_LOG,
        FORGET_KEYS,
        NUMBER
    }

    /**
     * Something that is done.
     *
     * @param choice chooses among what is there
     * @param later how much later than the line before; earlier if it is negative
     */
    record Line(Act act, int choice, Duration later) {}

    StoreScript(CaseRepository repository) {
        this.repository = repository;
        this.bench = new RepositoryBench(repository);
    }

    /** What came of it. */
    String play(Line line) {
        now = now.plus(line.later());
        int choice = line.choice();
        return told(() -> switch (line.act()) {
            case REGISTER, CHANGE, FILL, BOTH, LEANING, AGAIN, ERASE, RESCHEDULE, UNDER_CLAIM ->
                step(line.act(), choice);
            case CLAIM_DUE, POSTPONE, RELEASE, SET_ASIDE, TAKE_UP -> sweep(line.act(), choice);
            case CLAIM_LANES, SENT, POSTPONE_LANE, RELEASE_LANE, BURY, REVIVE, DROP -> deliver(line.act(), choice);
            case FORGET_LOG -> repository.log().forget(now.minusSeconds(choice), 2);
            case FORGET_KEYS -> repository.forgetRequests(now.minusSeconds(choice), 2);
            case NUMBER -> repository.nextNumber("N-" + choice % 2);
            default -> follow(line.act(), choice);
        });
    }

    private static String told(Supplier<Object> act) {
        try {
            return String.valueOf(act.get());
        } catch (ConcurrentUpdateException
                | RepeatedRequestException
                | ReferenceTakenException
                | ConcurrentAssignmentException
                | LostClaimException refused) {
            return refused.getClass().getSimpleName() + " " + refused.getMessage();
        } catch (IllegalArgumentException refused) {
            return refused.getClass().getSimpleName();
        }
    }

    // Steps

    private String step(Act act, int choice) {
        Optional<CaseStep> step = made(act, choice);
        step.ifPresent(known -> {
            stored.add(known);
            repository.append(known);
            known.notifications().forEach(mail -> ids.add(mail.id()));
            known.hostMessages().forEach(message -> ids.add(message.id()));
        });
        return step.isPresent() ? "stored" : "nothing to store";
    }

    private Optional<CaseStep> made(Act act, int choice) {
        return switch (act) {
            case REGISTER -> Optional.of(registration(choice));
            case FILL -> found(choice).map(found -> withMail(filled(found, choice), choice));
            case AGAIN -> chosen(stored, choice);
            case ERASE -> found(choice).flatMap(this::erasing);
            case RESCHEDULE -> found(choice).map(found -> rescheduling(found, choice));
            case UNDER_CLAIM -> chosen(due, choice).flatMap(claim -> underClaim(claim, choice));
            case BOTH -> changed(choice).map(change -> registration(choice / 2).withChanges(change, fresh(choice)));
            case LEANING -> changed(choice).map(change -> leaning(change, choice));
            default -> changed(choice).map(change -> withMail(change, choice));
        };
    }

    private Optional<CaseChange> changed(int choice) {
        return found(choice).flatMap(found -> change(found, choice));
    }

    private Optional<CaseStep> underClaim(DueClaim claim, int choice) {
        return repository
                .find(claim.number())
                .flatMap(found -> change(found, choice))
                .map(change -> CaseStep.of(change).withDueClaims(claim));
    }

    private CaseChange fresh(int choice) {
        cases++;
        CaseChange change = bench.registration(
                CaseNumber.of("C-" + cases),
                now,
                CUSTOMERS.get(choice % 2),
                choice % 3 == 0 ? "Printer er nede" : "100% STØJ");
        return change.withAgenda(agenda(choice));
    }

    private CaseStep registration(int choice) {
        CaseChange change = fresh(choice);
        return withMail(change, choice).withRequest(request(change, choice));
    }

    private Optional<HandledRequest> request(CaseChange change, int choice) {
        return choice % 3 == 0
                ? Optional.of(HandledRequest.of(
                        key(choice),
                        new HandledRequest.Fingerprint(1, "f" + choice),
                        change.number(),
                        change.version(),
                        now))
                : Optional.empty();
    }

    private static RequestKey key(int choice) {
        return RequestKey.of("mail:" + choice % 7);
    }

    private Agenda agenda(int choice) {
        Optional<Instant> at = choice % 4 == 0 ? Optional.empty() : Optional.of(now.plusSeconds(choice % 50 - 10L));
        Agenda.Outlook members =
                new Agenda.Outlook(at.map(limit -> new Agenda.Limit(limit, "RESOLUTION", "target " + choice % 3)), at);
        Agenda.Outlook customers = choice % 5 == 0
                ? Agenda.Outlook.nothing()
                : new Agenda.Outlook(Optional.empty(), at.map(limit -> limit.plusSeconds(5)));
        return new Agenda(at, members, customers);
    }

    private CaseStep withMail(CaseChange change, int choice) {
        CaseStep.Builder step = CaseStep.builder().addChange(change);
        for (int mail = 0; mail < choice % 3; mail++) {
            step.addNotifications(mail(change, choice + mail));
        }
        if (choice % 6 == 1) {
            step.addHostMessages(hostMessage(change, choice));
        }
        return step.build();
    }

    private HostMessage hostMessage(CaseChange change, int choice) {
        return new HostMessage(
                MessageId.of("host/" + choice % 9),
                Lane.ofHost("bridge"),
                "topic",
                "payload \u0000 æ",
                now,
                Optional.of(now.plusSeconds(choice % 20)),
                choice % 4 == 1 ? Optional.of(change.number()) : Optional.empty());
    }

    private Notification mail(CaseChange change, int choice) {
        Notification mail = Notification.builder()
                .id(MessageId.of(change.number() + "/" + change.version() + "/" + choice % 4))
                .caseNumber(change.number())
                .kind(Notification.Kind.ANSWERED)
                .address(choice % 4 + "@example.dk")
                .language(choice % 2 == 0 ? Locale.ENGLISH : Locale.forLanguageTag("da-DK"))
                .subject("subject " + choice)
                .text("text\n" + choice)
                .at(now)
                .build();
        return choice % 5 == 0
                ? mail.inDigestAt(now.plusSeconds(30))
                : choice % 5 == 1 ? mail.heldUntil(now.plusSeconds(9)) : mail;
    }

    private Optional<CaseChange> change(SupportCase found, int choice) {
        List<CaseCommand> commands = commands(choice);
        return IntStream.range(0, commands.size())
                .mapToObj(place -> commands.get((choice + place) % commands.size()))
                .filter(command -> bench.allows(found, command))
                .findFirst()
                .map(command -> bench.changeOf(found, command).withAgenda(agenda(choice)));
    }

    private CaseChange filled(SupportCase found, int choice) {
        EventHeader header = EventHeader.of(
                found.number(),
                found.version() + 1,
                found.changedAt().plusSeconds(60),
                ReferenceOrganisation.KAREN,
                Side.ORGANISATION);
        Optional<AttributeValue> value =
                choice % 4 == 0 ? Optional.empty() : Optional.of(REGIONS.get(choice % REGIONS.size()));
        CaseEvent.AttributeSet event =
                new CaseEvent.AttributeSet(header, choice % 5 == 1 ? FLOOR : REGION, value, false);
        return CaseChange.of(ImmutableList.of(event)).withAgenda(agenda(choice));
    }

    private static List<CaseCommand> commands(int choice) {
        return List.of(
                new CaseCommand.Accept(),
                new CaseCommand.Assign(ReferenceOrganisation.KAREN),
                new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown"),
                new CaseCommand.LinkKnowledge("FAQ " + choice),
                new CaseCommand.AddReference(Reference.of("sn", "INC" + choice % 5)),
                new CaseCommand.Answer("done"),
                new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "asked"),
                new CaseCommand.Resume(),
                new CaseCommand.Reopen("again"),
                new CaseCommand.Close(ClosingReason.WITHDRAWN, "gone"));
    }

    private CaseStep leaning(CaseChange change, int choice) {
        Optional<SupportCase> other =
                found(choice / 3).filter(leant -> !leant.number().equals(change.number()));
        ImmutableMap<CaseNumber, Long> unchanged = other.isPresent()
                ? ImmutableMap.of(other.get().number(), other.get().version() + (choice % 4 == 0 ? 1 : 0))
                : ImmutableMap.of(CaseNumber.of("X-1"), 0L);
        MemberLoad seen = repository
                .loads(ReferenceOrganisation.SUPPORT_CENTRE)
                .getOrDefault(ReferenceOrganisation.KAREN, MemberLoad.none());
        LoadClaim claim = new LoadClaim(
                ReferenceOrganisation.SUPPORT_CENTRE,
                ReferenceOrganisation.KAREN,
                choice % 3 == 0 ? new MemberLoad(seen.open() + 1, seen.assignments(), seen.latest()) : seen);
        return CaseStep.of(change).withUnchanged(unchanged).withLoadClaims(claim);
    }

    private Optional<CaseStep> erasing(SupportCase found) {
        CaseCommand command = found.status() == CaseStatus.CLOSED
                ? new CaseCommand.ErasePersonalData()
                : new CaseCommand.Close(ClosingReason.WITHDRAWN, "gone");
        if (!bench.allows(found, command)) {
            return Optional.empty();
        }
        CaseChange change = bench.changeOf(found, command);
        return Optional.of(CaseStep.of(
                found.status() == CaseStatus.CLOSED
                        ? change.erasing(PersonalData.erasedFrom(
                                repository.history(found.number()), actor -> found.version() % 2 == 0))
                        : change));
    }

    private CaseStep rescheduling(SupportCase found, int choice) {
        return CaseStep.builder()
                .putUnchanged(found.number(), found.version())
                .putAgenda(found.number(), agenda(choice + 1))
                .build();
    }

    // Sweeps

    private Object sweep(Act act, int choice) {
        if (act == Act.CLAIM_DUE) {
            ImmutableList<DueClaim> claimed = repository.claimDue(now, LEASE, 1 + choice % 3);
            due.addAll(claimed);
            return claimed.stream().map(StoreScript::told).toList();
        }
        if (act == Act.SET_ASIDE || act == Act.TAKE_UP) {
            return found(choice)
                    .map(found -> act == Act.TAKE_UP ? repository.takeUp(found.number(), now) : asideOf(found));
        }
        chosen(due, choice).ifPresent(claim -> settle(act, claim));
        return "settled";
    }

    private boolean asideOf(SupportCase found) {
        repository.setAside(found.number(), "broken");
        return true;
    }

    private void settle(Act act, DueClaim claim) {
        if (act == Act.POSTPONE) {
            repository.postpone(claim, "down", now.plusSeconds(60));
        } else {
            repository.release(claim);
        }
    }

    private static String told(DueClaim claim) {
        return claim.number() + " " + claim.due() + " " + claim.failures() + " " + claim.lastFailure() + " "
                + claim.until();
    }

    // The outbox

    private Object deliver(Act act, int choice) {
        return switch (act) {
            case CLAIM_LANES -> claimLanes(choice);
            case REVIVE -> chosen(ids, choice).map(id -> repository.outbox().revive(id));
            case DROP -> chosen(ids, choice).map(id -> repository.outbox().drop(id));
            default -> {
                chosen(lanes, choice).ifPresent(claimed -> settle(act, claimed, choice));
                yield "settled";
            }
        };
    }

    private List<String> claimLanes(int choice) {
        ImmutableList<ClaimedLane> claimed = repository.outbox().claim(now, LEASE, 1 + choice % 3, 1 + choice % 4);
        lanes.addAll(claimed);
        return claimed.stream()
                .map(lane -> lane.lane() + " " + lane.until() + " " + lane.messages())
                .toList();
    }

    private void settle(Act act, ClaimedLane claimed, int choice) {
        ImmutableList<MessageId> some =
                claimed.ids().subList(0, 1 + choice % claimed.ids().size());
        switch (act) {
            case SENT -> repository.outbox().sent(claimed, some);
            case POSTPONE_LANE -> repository.outbox().postpone(claimed, "down", now, now.plusSeconds(choice % 90));
            case BURY -> repository.outbox().bury(claimed, some, "no such mailbox", now);
            default -> repository.outbox().release(claimed);
        }
    }

    // The log

    private Object follow(Act act, int choice) {
        Optional<LogPosition> position = chosen(steps(), choice).map(LoggedStep::position);
        return switch (act) {
            case FOLLOW ->
                repository.subscriptions().begin(INDEX, repository.log().beginning());
            case CLAIM_LOG -> claimLog();
            case MOVE -> position.map(this::moved);
            case REVIVE_STEP -> position.map(place -> repository.subscriptions().revive(INDEX, place));
            default ->
                chosen(following, following.size() - 1 - choice % 2)
                        .flatMap(claim -> position.map(place -> settled(act, claim, place)))
                        .orElse("nothing to follow");
        };
    }

    private Optional<String> claimLog() {
        Optional<SubscriptionClaim> claim = repository.subscriptions().claim(INDEX, now, LEASE);
        claim.ifPresent(following::add);
        return claim.map(had -> had.attempt() + " " + had.lastFailure() + " " + had.until());
    }

    private String settled(Act act, SubscriptionClaim claim, LogPosition position) {
        settle(act, claim, position);
        return "settled";
    }

    private boolean moved(LogPosition position) {
        repository.subscriptions().moveTo(INDEX, position);
        return true;
    }

    private void settle(Act act, SubscriptionClaim claim, LogPosition position) {
        switch (act) {
            case HANDLED -> repository.subscriptions().handled(claim, position);
            case FAILED -> repository.subscriptions().failed(claim, "down", now, now.plusSeconds(20));
            case PARK -> repository.subscriptions().park(claim, position, "odd", now);
            case UNPARK -> repository.subscriptions().unpark(claim, position);
            default -> repository.subscriptions().release(claim);
        }
    }

    private ImmutableList<LoggedStep> steps() {
        return repository.log().after(repository.log().beginning(), MOST);
    }

    // What is there

    /** Everything that the store holds, each thing by what it is. */
    ImmutableMap<String, Object> everything() {
        ImmutableMap.Builder<String, Object> all = ImmutableMap.builder();
        all.putAll(answers());
        all.put("total", repository.counts(CaseQuery.all(), ImmutableSet.of(), now));
        all.put("cases", repository.loadAll(numbers()));
        all.put("due", repository.due(now.plusSeconds(90), MOST));
        all.put("postponed", repository.postponed(MOST));
        all.put("aside", repository.setAside(MOST));
        all.put("loads", repository.loads(ReferenceOrganisation.SUPPORT_CENTRE));
        all.put("waiting", repository.outbox().waiting(MOST));
        all.put("dead", repository.outbox().deadLetters(MOST));
        all.put("keys", keys());
        all.putAll(followed());
        return all.buildOrThrow();
    }

    private ImmutableMap<String, Object> followed() {
        return ImmutableMap.of(
                "log", steps().stream().map(LoggedStep::events).toList(),
                "subscriptions", subscriptions(),
                "parked", parked());
    }

    /** What it answers to every query, page by page, and how it counts. */
    private ImmutableMap<String, Object> answers() {
        ImmutableMap.Builder<String, Object> all = ImmutableMap.builder();
        ImmutableSet<CaseCounts.Field> fields = ImmutableSet.of(CaseCounts.Field.STATUS, CaseCounts.Field.GROUP);
        int place = 0;
        for (CaseQuery query : queries()) {
            all.put("pages " + place, pages(query));
            all.put(
                    "counts " + place,
                    ImmutableSet.copyOf(repository.counts(query, fields, now).rows()));
            place++;
        }
        return all.buildOrThrow();
    }

    private List<CaseNumber> numbers() {
        return IntStream.rangeClosed(0, cases)
                .mapToObj(number -> CaseNumber.of("C-" + number))
                .toList();
    }

    private List<Optional<HandledRequest>> keys() {
        return IntStream.range(0, 7)
                .mapToObj(key -> repository.request(key(key)))
                .toList();
    }

    private List<String> subscriptions() {
        return repository.subscriptions().all().stream()
                .map(state -> state.name() + " " + state.lag() + " " + state.parked() + " " + state.failures() + " "
                        + state.lastFailure() + " " + state.notBefore())
                .toList();
    }

    private List<String> parked() {
        return repository.subscriptions().parked(INDEX, MOST).stream()
                .map(parked ->
                        parked.step().events() + " " + parked.reason() + " " + parked.since() + " " + parked.revived())
                .toList();
    }

    private static List<CaseQuery> queries() {
        List<CaseQuery> all = new ArrayList<>();
        for (CaseOrder order : CaseOrder.values()) {
            all.add(CaseQuery.builder().order(order).pageSize(2).build());
        }
        all.addAll(byWhoHasThem());
        all.addAll(byWhatTheySay());
        all.addAll(byFields());
        all.addAll(withinScopes());
        return all;
    }

    private static List<CaseQuery> byWhoHasThem() {
        return List.of(
                CaseQuery.builder()
                        .group(ReferenceOrganisation.SUPPORT_CENTRE)
                        .order(CaseOrder.DUE_FIRST)
                        .pageSize(3)
                        .build(),
                CaseQuery.builder()
                        .followedUpBy(ReferenceOrganisation.SUPPORT_CENTRE)
                        .build(),
                CaseQuery.builder()
                        .customer(ReferenceOrganisation.COMPANY)
                        .assignee(ReferenceOrganisation.KAREN)
                        .build());
    }

    private static List<CaseQuery> byWhatTheySay() {
        return List.of(
                CaseQuery.builder().text("0% stø").pageSize(3).build(),
                CaseQuery.builder()
                        .reference(Reference.of("sn", "INC1"))
                        .reference(Reference.of("sn", "INC2"))
                        .build(),
                CaseQuery.builder()
                        .registeredFrom(MORNING.plusSeconds(300))
                        .changedSince(MORNING.plusSeconds(600))
                        .build());
    }

    private static List<CaseQuery> byFields() {
        return List.of(
                CaseQuery.builder()
                        .putAttributes(REGION, REGIONS.get(0))
                        .putAttributes(REGION, REGIONS.get(2))
                        .pageSize(2)
                        .build(),
                CaseQuery.builder()
                        .putAttributes(REGION, REGIONS.get(1))
                        .putAttributes(FLOOR, REGIONS.get(0))
                        .build());
    }

    private static List<CaseQuery> withinScopes() {
        CaseScope mine = new CaseScope.AnyOf(
                ImmutableSet.of(ReferenceOrganisation.COMPANY),
                ImmutableSet.of(),
                ImmutableSet.of(ReferenceOrganisation.BIT));
        Condition printers = Condition.mentions("printer")
                .or(Condition.is(CaseField.GROUP, "bit").negate());
        return List.of(
                CaseQuery.builder().scope(mine).pageSize(2).build(),
                CaseQuery.builder()
                        .scope(mine.or(CaseScope.where(printers)))
                        .order(CaseOrder.LATEST_CHANGE)
                        .pageSize(2)
                        .build());
    }

    private List<List<CasePage.Entry>> pages(CaseQuery query) {
        List<List<CasePage.Entry>> pages = new ArrayList<>();
        CasePage page = repository.query(query);
        pages.add(page.entries());
        while (page.next().isPresent()) {
            page = repository.query(query.withAfter(page.next()));
            pages.add(page.entries());
        }
        return pages;
    }

    private Optional<SupportCase> found(int choice) {
        return cases == 0 ? Optional.empty() : repository.find(CaseNumber.of("C-" + (1 + choice % cases)));
    }

    private static <T> Optional<T> chosen(List<T> some, int choice) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(Math.floorMod(choice, some.size())));
    }
}
