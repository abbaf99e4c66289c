package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.AttachedContent;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RefusalWords;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.json.ViewJson;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.suggestion.Suggestion;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CaseViewPage;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.CaseOptions;
import dk.sagsflow.routing.desk.GroupLoad;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.desk.WorkList;
import dk.sagsflow.routing.json.DeskJson;
import dk.sagsflow.routing.triage.TriageDecision;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.json.ClockJson;
import dk.sagsflow.testkit.domain.SupportDomain;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;

/**
 * Secrets are planted in every field and event of random cases: texts of the organisation, attributes, names of its people,
 * other cases. Nothing that a customer, a colleague or another unit's superuser can get from the desk holds one.
 */
@Domain(SupportDomain.class)
class SecretsProperties {
    private static final ViewJson JSON = new ViewJson();
    private static final DeskJson DESK_JSON = new DeskJson();
    private static final ClockJson CLOCK_JSON = new ClockJson();
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("da"));
    private static final String SECRET = "SECRET";
    /** What superusers and those above them say to each other. */
    private static final String AMONG_COLLEAGUES = "among colleagues";

    private static final String TOLD = "told to customers";
    private static final AttributeId INTERNAL = AttributeId.of("credit-risk");
    private static final AttributeId VISIBLE = AttributeId.of("room");
    private static final ActorId CLERK = ActorId.of("clerk");
    private static final ActorId COLLEAGUE = ActorId.of("colleague");
    private static final ActorId OTHER_UNIT = ActorId.of("other-unit");
    private static final ActorId NO_UNIT = ActorId.of("no-unit");
    private static final ActorId OUTSIDER = ActorId.of("outsider");

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers().between(0, 9_999).list().ofMinSize(10).ofMaxSize(60);
    }

    @Property(tries = 150)
    void nothing_that_customers_can_get_holds_a_secret(
            @ForAll SupportOrganisation random, @ForAll("choices") List<Integer> choices) {
        // Who has no unit is of no unit of others who have none.
        World world = new World(random, choices.size() % 2 == 0 ? Optional.empty() : Optional.of("aarhus"));
        choices.forEach(world::happens);
        world.mayEnd(choices.get(0));

        assertThat(world.everythingFor(CLERK))
                .allSatisfy(got -> assertThat(got).doesNotContain(SECRET, world.other.value(), AMONG_COLLEAGUES));
        assertThat(world.everythingFor(COLLEAGUE))
                .allSatisfy(got -> assertThat(got).doesNotContain(SECRET, world.other.value()));
        assertThat(Stream.of(OTHER_UNIT, NO_UNIT, OUTSIDER))
                .allSatisfy(nobody -> assertThat(world.everythingFor(nobody))
                        .allSatisfy(got -> assertThat(got).doesNotContain(SECRET, AMONG_COLLEAGUES, TOLD)));
    }

    /** A law over what never happens says nothing. */
    @Example
    void secrets_are_planted_everywhere(
            @ForAll SupportOrganisation random, @ForAll("choices") @Size(60) List<Integer> choices) {
        World world = new World(random);
        choices.forEach(world::happens);

        assertThat(world.desk.view(world.member(), world.number).orElseThrow().toString())
                .contains(SECRET, TOLD);
        assertThat(world.everythingFor(CLERK).toString()).contains(TOLD, "room 12");
    }

    @Example
    void a_superuser_without_a_unit_sees_the_own_cases_alone(@ForAll SupportOrganisation random) {
        World world = new World(random, Optional.empty());
        CaseNumber own = world.desk
                .register(world.member(), Registration.of(NO_UNIT.value(), "mine"))
                .orElseThrow()
                .number();

        assertThat(world.desk.query(NO_UNIT, CaseQuery.all()).orElseThrow().cases())
                .extracting(CaseView::number)
                .containsExactly(own);
        assertThat(world.desk.view(NO_UNIT, own).wasAccepted()).isTrue();
        assertThat(world.desk.view(NO_UNIT, world.number).wasAccepted()).isFalse();
    }

    @Example
    void every_kind_of_event_is_planted() {
        Set<Class<?>> kinds = new HashSet<>();
        Arbitrary<List<Integer>> choices = choices();
        new SupportDomain().organisations().sampleStream().limit(150).forEach(random -> {
            World world = new World(random);
            choices.sample().forEach(world::happens);
            world.mayEnd(kinds.size());
            world.mayEnd(kinds.size() + 1);
            world.repository.history(world.number).forEach(event -> kinds.add(event.getClass()));
        });

        assertThat(kinds).containsExactlyInAnyOrder(CaseEvent.class.getPermittedSubclasses());
    }

    private static final class World {
        private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
        private final CaseRepository repository = CaseRepository.inMemory();
        private final SupportOrganisation organisation;
        private final SupportDesk desk;
        private final CaseNumber number;
        private final CaseNumber other;
        private final Attachment attached;
        private int keys;
        private int uploads;

        World(SupportOrganisation random) {
            this(random, Optional.of("aarhus"));
        }

        World(SupportOrganisation random, Optional<String> clerksUnit) {
            this.organisation =
                    random.withAttributes(field(INTERNAL), field(VISIBLE).withVisible(true));
            this.desk = SupportDesk.builder(SupportModel.of(organisation), people(organisation, clerksUnit), clock)
                    .withRepository(repository)
                    .withAttachments(AttachmentStore.inMemory(1_000))
                    .withSuggestions(current -> ImmutableList.of(
                            suggestion(Visibility.INTERNAL, SECRET + " like " + current.category()),
                            suggestion(Visibility.CUSTOMER, "how to log in")))
                    .build();
            Registration registration = Registration.builder()
                    .customer(CustomerId.of("clerk"))
                    .subject(TOLD)
                    .putAttribute(VISIBLE, new AttributeValue.Text("room 12"))
                    .build();
            this.number = desk.register(CLERK, registration).orElseThrow().number();
            desk.submit(member(), number, new CaseCommand.AddReference(new Reference(SECRET, SECRET)))
                    .orElseThrow();
            this.attached = desk.keep(member(), upload(SECRET)).orElseThrow();
            desk.submit(member(), number, new CaseCommand.AddNote(Visibility.INTERNAL, SECRET, List.of(attached)))
                    .orElseThrow();
            this.other = desk.register(member(), Registration.of("stranger", SECRET + " of another customer"))
                    .orElseThrow()
                    .number();
        }

        private static AttributeDefinition field(AttributeId id) {
            return AttributeDefinition.builder()
                    .id(id)
                    .name("field")
                    .type(AttributeType.TEXT)
                    .build();
        }

        private static Suggestion suggestion(Visibility visibility, String title) {
            return new Suggestion(Suggestion.Kind.FAQ, title, title, "faq", visibility);
        }

        private static Directory people(SupportOrganisation organisation, Optional<String> clerksUnit) {
            List<Actor> actors = new ArrayList<>();
            for (SupportGroup group : organisation.groups()) {
                actors.add(Actor.supporter(
                        memberOf(group.id()).value(), SECRET, group.id().value()));
            }
            Customer clerk = customer("clerk", CustomerKind.OTHER, clerksUnit);
            Customer colleague = customer("colleague", CustomerKind.SUPERUSER, Optional.of("aarhus"));
            Customer elsewhere = customer("other-unit", CustomerKind.SUPERUSER, Optional.of("odense"));
            Customer nowhere = customer("no-unit", CustomerKind.SUPERUSER, Optional.empty());
            Customer stranger = customer("stranger", CustomerKind.COMPANY, Optional.of("viborg"));
            actors.add(Actor.customer("clerk", clerk));
            boolean below = organisation.rank(organisation.contactTier()) > 0;
            GroupId lowest = organisation.groups().get(0).id();
            for (Customer superuser : List.of(colleague, elsewhere, nowhere)) {
                Actor actor = Actor.customer(superuser.id().value(), superuser);
                actors.add(below ? actor.withMemberships(lowest) : actor);
            }
            actors.add(Actor.supporter("outsider", "Outsider"));
            return Directory.of(
                    ImmutableList.copyOf(actors), ImmutableList.of(clerk, colleague, elsewhere, nowhere, stranger));
        }

        private static Customer customer(String id, CustomerKind kind, Optional<String> unit) {
            return Customer.builder()
                    .id(CustomerId.of(id))
                    .name("Somebody")
                    .kind(kind)
                    .unit(unit.map(UnitId::of))
                    .helpdeskAccess(true)
                    .build();
        }

        private static ActorId memberOf(GroupId group) {
            return ActorId.of(SECRET + "-member-of-" + group);
        }

        ActorId member() {
            return memberOf(organisation.contactEntrance());
        }

        private SupportCase current() {
            return repository.find(number).orElseThrow();
        }

        private Upload upload(String text) {
            return new Upload(
                    AttachmentId.of("uploaded-%020d".formatted(++uploads)),
                    text,
                    "text/plain",
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }

        /** People are forgotten, now and then. */
        void mayEnd(int choice) {
            if (choice % 4 < 2) {
                plant(PlantedEvents.endings().get(choice % 4));
            }
        }

        private void plant(Function<EventHeader, CaseEvent> kind) {
            CaseEvent event = kind.apply(planted().header(number, current().version() + 1));
            if (!(event instanceof CaseEvent.Unassigned) || current().working().isPresent()) {
                repository.append(CaseStep.of(CaseChange.of(ImmutableList.of(event))));
            }
        }

        private PlantedEvents planted() {
            Station station = current()
                    .working()
                    .orElseGet(() -> new Station(organisation.contactEntrance(), organisation.contactTier()));
            return new PlantedEvents(SECRET, other, station, clock.instant());
        }

        private void plantAny(int choice) {
            List<Function<EventHeader, CaseEvent>> kinds = planted().kinds();
            plant(kinds.get(choice % kinds.size()));
        }

        /** Somebody does something with the case, or tries to. */
        void happens(int choice) {
            clock.advance(Duration.ofMinutes(7));
            if (choice % 3 == 0) {
                plantAny(choice / 3);
                return;
            }
            GroupId group = organisation
                    .groups()
                    .get(choice % organisation.groups().size())
                    .id();
            CaseCommand command = command(choice / 50 % 24, group);
            ActorId by = current()
                    .working()
                    .map(station -> memberOf(station.group()))
                    .orElse(member());
            boolean customers = command instanceof CaseCommand.Confirm || command instanceof CaseCommand.Reopen;
            CaseRequest request = CaseRequest.builder()
                    .by(customers ? CLERK : by)
                    .number(number)
                    .command(command)
                    .circumstances(Circumstances.builder()
                            .correlation(SECRET + " correlation")
                            .build())
                    .key(RequestKey.of(SECRET + ++keys))
                    .build();
            var unused = desk.submit(request);
            desk.operations().sweep(10);
        }

        private CaseCommand command(int kind, GroupId group) {
            return switch (kind) {
                case 0, 1, 2, 3 ->
                    new CaseCommand.HandOver(
                            group, said(below(current().working().map(s -> s.tier()))));
                case 4, 5 -> new CaseCommand.Answer(answer());
                case 6 -> new CaseCommand.GiveBack(GiveBackReason.MISROUTED, said(below(awaiting())));
                case 7 -> new CaseCommand.Accept();
                case 8 -> new CaseCommand.Assign(memberOf(group));
                case 9 -> new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), TOLD);
                case 10 -> new CaseCommand.Pause(WaitingFor.SUPPLIER, Optional.empty(), SECRET);
                case 11 -> new CaseCommand.Resume();
                case 12, 13 ->
                    new CaseCommand.Classify(
                            CaseKind.INCIDENT, Optional.empty(), Optional.of(SECRET + " category"), Cause.USER_ERROR);
                case 14 -> new CaseCommand.Prioritise(Impact.HIGH, Urgency.HIGH);
                case 15 -> new CaseCommand.SetAttribute(INTERNAL, Optional.of(new AttributeValue.Text(SECRET)));
                case 16 -> new CaseCommand.AddNote(Visibility.INTERNAL, SECRET);
                case 17 -> new CaseCommand.DocumentSupplierContact(group, SECRET);
                case 18 -> new CaseCommand.Escalate(memberOf(group), SECRET);
                case 19 ->
                    new CaseCommand.ProvideWorkaround(below(current().working().map(s -> s.tier()), 1) ? TOLD : SECRET);
                case 20 -> new CaseCommand.ConvertToChange(ChangeKind.NORMAL, SECRET);
                case 21 -> new CaseCommand.LinkKnowledge(SECRET);
                case 22 ->
                    new CaseCommand.LinkCase(keys % 2 == 0 ? CaseRelation.CHILD_OF : CaseRelation.CAUSED_BY, other);
                default -> ending();
            };
        }

        private CaseCommand ending() {
            return switch (keys % 3) {
                case 0 -> new CaseCommand.Reopen(TOLD);
                case 1 -> new CaseCommand.Confirm();
                default -> new CaseCommand.Close(ClosingReason.WITHDRAWN, TOLD);
            };
        }

        private String answer() {
            return awaiting().isEmpty() ? TOLD : said(below(awaiting()));
        }

        private Optional<TierId> awaiting() {
            return current().chain().awaiting().map(link -> link.station().tier());
        }

        private boolean below(Optional<TierId> tier) {
            return below(tier, 0);
        }

        private boolean below(Optional<TierId> tier, int more) {
            return tier.filter(asked -> organisation.rank(asked) < organisation.rank(organisation.contactTier()) + more)
                    .isPresent();
        }

        private static String said(boolean amongColleagues) {
            return amongColleagues ? AMONG_COLLEAGUES : SECRET;
        }

        /** Whatever this actor can ask of the desk, as text. What the actor says, and hears again, holds no secret. */
        List<String> everythingFor(ActorId who) {
            List<Supplier<Outcome<?>>> asked = new ArrayList<>(List.of(
                    () -> desk.view(who, number),
                    () -> desk.view(who, CaseNumber.of("C-none")),
                    () -> desk.casesOf(who, CustomerId.of("clerk"), 10),
                    () -> desk.overview(who),
                    () -> desk.clocks(who, number),
                    () -> desk.suggestions(who, number),
                    () -> desk.propose(who, number),
                    () -> desk.clocks(who, number, current().registeredAt().plus(Duration.ofMinutes(8))),
                    () -> desk.options(who, number),
                    () -> desk.options(who, number, CaseQuery.all()),
                    () -> desk.attachment(who, number, attached.id()),
                    () -> desk.keep(who, upload("mine")),
                    () -> desk.submitTogether(together(who))));
            queries().forEach(query -> asked.add(() -> desk.query(who, query)));
            organisation.groupIds().forEach(group -> {
                asked.add(() -> desk.workList(who, group, 10));
                asked.add(() -> desk.followUpList(who, group, 10));
                asked.add(() -> desk.submit(who, number, new CaseCommand.HandOver(group, AMONG_COLLEAGUES)));
            });
            requests().forEach(command -> asked.add(() -> desk.submit(who, number, command)));
            asked.add(() -> desk.triage(who, number));
            // Another's key tells nothing of the other's case.
            asked.add(() -> desk.register(RegistrationRequest.of(who, Registration.of(who.value(), "mine"))
                    .withKey(RequestKey.of(SECRET + "1"))));
            registrations(who).forEach(registration -> asked.add(() -> desk.register(who, registration)));
            Stream<String> objections = requests().stream()
                    .map(command -> desk.objection(CaseRequest.of(who, number, command)))
                    .flatMap(Optional::stream)
                    .flatMap(World::words);
            return Stream.concat(objections, asked.stream().flatMap(ask -> texts(ask.get())))
                    .toList();
        }

        private List<CaseRequest> together(ActorId who) {
            return List.of(
                    CaseRequest.of(who, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "thanks")),
                    CaseRequest.of(who, number, new CaseCommand.Confirm()));
        }

        private static Stream<Registration> registrations(ActorId who) {
            Registration plain = Registration.of(who.value(), "mine");
            return Stream.of(
                    plain,
                    plain.withAttributes(java.util.Map.of(INTERNAL, new AttributeValue.Text("high"))),
                    plain.withAttributes(java.util.Map.of(VISIBLE, new AttributeValue.Date(LocalDate.EPOCH))));
        }

        private List<CaseQuery> queries() {
            return List.of(
                    CaseQuery.all(),
                    CaseQuery.all().withOrder(CaseOrder.LATEST_CHANGE),
                    CaseQuery.all().withOrder(CaseOrder.DUE_FIRST),
                    CaseQuery.all().withAssignees(member()),
                    CaseQuery.builder()
                            .putAttributes(INTERNAL, new AttributeValue.Text("guess"))
                            .build(),
                    CaseQuery.builder().parent(CaseNumber.of("C-none")).build());
        }

        private static List<CaseCommand> requests() {
            return List.of(
                    new CaseCommand.AddNote(Visibility.CUSTOMER, "thanks"),
                    new CaseCommand.AddNote(Visibility.INTERNAL, "thanks"),
                    new CaseCommand.Accept(),
                    new CaseCommand.Answer("thanks"),
                    new CaseCommand.GiveBack(GiveBackReason.MISROUTED, "thanks"),
                    new CaseCommand.SetAttribute(INTERNAL, Optional.empty()),
                    new CaseCommand.LinkCase(CaseRelation.CAUSED_BY, CaseNumber.of("C-none")),
                    new CaseCommand.ErasePersonalData(),
                    new CaseCommand.Confirm(),
                    new CaseCommand.Reopen("thanks"));
        }

        /** A key that is refused is said again to who sent it, so its own name is no secret. */
        private Stream<String> texts(Outcome<?> outcome) {
            String text =
                    outcome.toString().replace("key=" + SECRET + "1", "").replace("assignees=[" + member() + "]", "");
            if (outcome instanceof Outcome.Refused<?> refused) {
                return Stream.concat(Stream.of(text), words(refused.refusal()));
            }
            return Stream.concat(Stream.of(text), json(outcome.orElseThrow()));
        }

        private static Stream<String> words(Refusal refusal) {
            return LANGUAGES.stream()
                    .flatMap(
                            language -> Stream.of(RefusalWords.in(language).of(refusal), JSON.write(refusal, language)))
                    .map(words -> words.replace(SECRET + "1", ""));
        }

        private static Stream<String> json(Object got) {
            if (got instanceof CaseView view) {
                return Stream.of(JSON.write(view));
            } else if (got instanceof CaseFile file) {
                return Stream.of(JSON.write(file));
            } else if (got instanceof CaseViewPage page) {
                return Stream.of(JSON.write(page));
            } else if (got instanceof List<?> several) {
                return several.stream().flatMap(World::json);
            }
            return deskJson(got);
        }

        private static Stream<String> deskJson(Object got) {
            if (got instanceof WorkList list) {
                return Stream.of(DESK_JSON.write(list));
            } else if (got instanceof GroupLoad load) {
                return Stream.of(DESK_JSON.write(load));
            } else if (got instanceof Suggestion suggestion) {
                return Stream.of(DESK_JSON.write(suggestion));
            } else if (got instanceof CaseOptions options) {
                return LANGUAGES.stream().map(language -> DESK_JSON.write(options, language));
            } else if (got instanceof TriageDecision decision) {
                return LANGUAGES.stream().map(language -> DESK_JSON.write(decision, language));
            } else if (got instanceof Explanation explanation) {
                return LANGUAGES.stream().map(language -> CLOCK_JSON.write(explanation, language));
            }
            return content(got);
        }

        private static Stream<String> content(Object got) {
            if (got instanceof AttachedContent file) {
                return Stream.of(file.attachment().name(), read(file.content()));
            }
            assertThat(got).isInstanceOf(Attachment.class);
            return Stream.of(((Attachment) got).name());
        }

        private static String read(InputStream content) {
            try (content) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
