package dk.sagsflow.testkit.desk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseDescription;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RefusalWords;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.CaseListener;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A world in which names, addresses and texts of people are secrets, whatever can fail fails now and then, and what fails says
 * the secrets. To be loaded where a logging backend is; so what it tells is made of classes of the platform.
 */
public final class LoggedWorld {
    static final String TOLD = "told";
    static final String DRAWN = "drawn";
    static final String ACCEPTED = "accepted";
    static final String HAPPENED = "happened";

    private static final SupportModel MODEL =
            withField(ModelFolder.read(Path.of("../examples/models/ams")).model());
    private static final Patience SHORT = Patience.builder().attempts(2).build();
    private static final ImmutableMap<GroupId, ActorId> MEMBERS = ImmutableMap.of(
            ReferenceOrganisation.BIT, ReferenceOrganisation.BO,
            ReferenceOrganisation.KMD, ReferenceOrganisation.KIM,
            ReferenceOrganisation.SPECIALISTS, ReferenceOrganisation.BIRGIT);
    private static final ImmutableList<ActorId> ANYBODY = ImmutableList.of(
            ReferenceOrganisation.KAREN,
            ReferenceOrganisation.HEAD,
            ReferenceOrganisation.CITIZEN,
            ReferenceOrganisation.OUTSIDER,
            ActorId.of("sagsflow"));
    private static final ImmutableList<CustomerId> CUSTOMERS = ImmutableList.of(
            ReferenceOrganisation.CITIZEN_CARL,
            ReferenceOrganisation.CASEWORKER_IN_AARHUS,
            CustomerId.of(ReferenceOrganisation.KIM.value()));

    private final Random dice;
    private final Unkindness unkind;
    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    private final UnkindPeople people;
    private final CaseRepository repository = CaseRepository.inMemory();
    private final List<CaseNumber> cases = new ArrayList<>();
    private final AnyCommand commands;
    private final SupportDesk desk;
    private final Map<String, Set<String>> tale;
    private int files;

    private LoggedWorld(long seed, Map<String, Set<String>> tale) {
        this.dice = new Random(seed);
        this.tale = tale;
        this.unkind = new Unkindness(dice);
        this.people = new UnkindPeople(unkind);
        this.commands = new AnyCommand(dice);
        this.desk = SupportDesk.builder(MODEL, people, clock)
                .withRepository(new UnkindStore(repository, unkind))
                .withAttachments(new UnkindFiles(unkind))
                .withNotifier(this::send)
                .withSubscription(SubscriptionName.of("index"), SubscriptionStart.beginning(), this::index)
                .withListener(new CaseListener() {
                    @Override
                    public void changed(SupportCase after, ImmutableList<CaseEvent> events) {
                        unkind.mayFail(after::subject);
                    }
                })
                .withSuggestions(current -> {
                    unkind.mayFail(current::description);
                    return ImmutableList.of();
                })
                .withSweeping(SHORT)
                .withDelivery(SHORT)
                .withFollowing(SHORT)
                .build();
    }

    private static SupportModel withField(SupportModel model) {
        return model.withOrganisation(AnyCommand.withField(model.organisation()));
    }

    /**
     * Plays so many worlds, and more until every kind of command was accepted; tells what exceptions and refusals said, which commands
     * were drawn and accepted, and what happened.
     */
    public static Map<String, Set<String>> play(int worlds, int atMost) {
        int kinds = CaseCommand.class.getPermittedSubclasses().length;
        Map<String, Set<String>> tale = new LinkedHashMap<>();
        for (int seed = 0;
                seed < worlds
                        || (seed < atMost
                                && tale.getOrDefault(ACCEPTED, Set.of()).size() < kinds);
                seed++) {
            LoggedWorld world = new LoggedWorld(seed, tale);
            for (int step = 0; step < 120; step++) {
                world.happens();
            }
        }
        return tale;
    }

    private void tell(String what, String said) {
        tale.computeIfAbsent(what, unused -> new TreeSet<>()).add(said);
    }

    private void happens() {
        clock.advance(Duration.ofMinutes(dice.nextInt(400)).plusNanos(dice.nextInt(1_000_000_000)));
        unkind.store(false);
        unkind.people(false);
        if (cases.size() < 6) {
            tried("registered", this::register);
        }
        unkind.store(dice.nextInt(8) == 0);
        asked();
        unkind.people(dice.nextInt(4) == 0);
        life();
        tried("swept", () -> desk.operations().sweep(10));
        tried("delivered", () -> desk.operations().deliver(10));
        tried("followed", () -> desk.operations().follow(10));
        desk.operations().setAside(10).forEach(aside -> tell(HAPPENED, "set aside"));
    }

    private void asked() {
        CaseNumber number = cases.get(dice.nextInt(cases.size()));
        Optional<SupportCase> found = repository.find(number);
        ActorId by = dice.nextInt(4) == 0 ? ANYBODY.get(dice.nextInt(ANYBODY.size())) : worker(found);
        CaseCommand command = commands.draw(found, cases, () -> kept(by));
        String kind = command.getClass().getSimpleName();
        tell(DRAWN, kind);
        ActorId entitled = commands.entitled(command).orElse(by);
        if (tried(kind, () -> desk.submit(entitled, number, command))) {
            tell(ACCEPTED, kind);
        }
        tried("suggestions", () -> desk.suggestions(by, number));
        tried("view", () -> desk.view(by, number));
        if (dice.nextInt(6) == 0) {
            tried("options", () -> desk.options(by, number));
            tried("query", () -> desk.query(by, CaseQuery.all()));
        }
    }

    private ActorId worker(Optional<SupportCase> found) {
        return found.flatMap(SupportCase::working)
                .flatMap(at -> Optional.ofNullable(MEMBERS.get(at.group())))
                .orElse(ReferenceOrganisation.KAREN);
    }

    /** People go away, are forgotten, and cases of another system come along, some of them out of bounds. */
    private void life() {
        switch (dice.nextInt(12)) {
            case 0 -> away();
            case 1 -> forgotten(CUSTOMERS.get(dice.nextInt(CUSTOMERS.size())));
            case 2 -> tried("imported", this::broughtAlong);
            case 3 -> tried("address", () -> people.anybody().withMailAddress(Secrets.of("address\nof more lines")));
            case 4 -> tried("watcher", () -> new dk.sagsflow.core.watcher.Watcher.Colleague(Secrets.of("no address")));
            case 5 -> tried("text", () -> new CaseCommand.Answer(Secrets.of("answer") + "x".repeat(600_000)));
            default -> {}
        }
    }

    private void away() {
        ActorId who = List.copyOf(MEMBERS.values()).get(dice.nextInt(MEMBERS.size()));
        Instant from = clock.instant().plusNanos(dice.nextInt(1_000_000_000));
        people.away(who, Absence.of(from, from.plus(Duration.ofHours(30))).withDeputy(ReferenceOrganisation.HEAD));
        tried("away", () -> desk.operations().renewAgendasOf(who));
    }

    /** After its cases are over, which not all can be. */
    private void forgotten(CustomerId customer) {
        repository.query(CaseQuery.builder().addCustomers(customer).build()).cases().stream()
                .filter(open -> open.working().isPresent())
                .forEach(open -> tried(
                        "closed",
                        () -> desk.submit(
                                worker(Optional.of(open)),
                                open.number(),
                                new CaseCommand.Close(ClosingReason.WITHDRAWN, Secrets.of("remark")))));
        tried("forgotten", () -> desk.operations().eraseCustomer(customer));
    }

    private Outcome<SupportCase> broughtAlong() {
        Instant since = clock.instant().minusSeconds(dice.nextInt(100_000));
        CaseDescription described = CaseDescription.builder()
                .customer(CUSTOMERS.get(dice.nextInt(CUSTOMERS.size())))
                .subject(Secrets.of("subject"))
                .description(Secrets.of("description"))
                .registeredAt(dice.nextInt(3) == 0 ? Instant.parse("1899-01-01T00:00:00Z") : since)
                .addHolder(CaseDescription.Holder.of(ReferenceOrganisation.SUPPORT_CENTRE, since))
                .build();
        Outcome<SupportCase> outcome = desk.operations().importCase(new CaseImport("elsewhere", described));
        if (outcome.wasAccepted()) {
            cases.add(outcome.orElseThrow().number());
        }
        return outcome;
    }

    private Outcome<?> register() {
        CustomerId customer = CUSTOMERS.get(dice.nextInt(CUSTOMERS.size()));
        Registration help = Registration.of(customer.value(), Secrets.of("subject"))
                .withDescription(Secrets.of("description"))
                .withAttachments(kept(ReferenceOrganisation.KAREN));
        Outcome<?> outcome = desk.register(ReferenceOrganisation.KAREN, help).map(view -> cases.add(view.number()));
        return outcome;
    }

    private List<Attachment> kept(ActorId by) {
        files++;
        AttachmentId id = AttachmentId.of("secret-file-%020d".formatted(files));
        Supplier<Outcome<Attachment>> keeping = () -> desk.keep(
                by, new Upload(id, Secrets.of("file"), "text/plain", new ByteArrayInputStream(new byte[] {1})));
        List<Attachment> kept = new ArrayList<>();
        tried("kept", () -> keeping.get().map(kept::add));
        return kept;
    }

    /** Whether it was done; what a part of the host throws reaches whoever asked as it is, and is not ours. */
    private boolean tried(String what, Supplier<?> call) {
        try {
            Object got = call.get();
            if (got instanceof Outcome.Refused<?> refused) {
                refused(refused.refusal());
                return false;
            }
            tell(HAPPENED, what);
            return true;
        } catch (RuntimeException | LinkageError | AssertionError failure) {
            tell(HAPPENED, "failed: " + what);
            failed(failure);
            return false;
        }
    }

    private void refused(Refusal refusal) {
        tell(HAPPENED, "refused");
        tell(TOLD, refusal.toString());
        tell(TOLD, refusal.describe());
        tell(TOLD, RefusalWords.in(Locale.forLanguageTag("da")).of(refusal));
    }

    private void failed(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (!Unkindness.HostFailure.isOne(each)) {
                tell(TOLD, each.toString());
                tell(HAPPENED, "threw " + each.getClass().getSimpleName());
            }
            for (Throwable suppressed : each.getSuppressed()) {
                failed(suppressed);
            }
        }
    }

    private void send(Notification notification) {
        unkind.mayFail(() -> notification.address() + " does not take " + notification.text());
    }

    private void index(ImmutableList<LoggedStep> steps) {
        unkind.mayFail(steps::toString);
    }
}
