package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
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
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.suggestion.Suggestion;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CaseViewPage;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.domain.SupportDomain;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
        World world = new World(random);
        choices.forEach(world::happens);

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
    void every_kind_of_event_is_planted() {
        Set<Class<?>> kinds = new HashSet<>();
        Arbitrary<List<Integer>> choices = choices();
        new SupportDomain().organisations().sampleStream().limit(150).forEach(random -> {
            World world = new World(random);
            choices.sample().forEach(world::happens);
            world.repository.history(world.number).forEach(event -> kinds.add(event.getClass()));
        });

        assertThat(kinds)
                .contains(
                        CaseEvent.Registered.class,
                        CaseEvent.Accepted.class,
                        CaseEvent.Assigned.class,
                        CaseEvent.HandedOver.class,
                        CaseEvent.Answered.class,
                        CaseEvent.GivenBack.class,
                        CaseEvent.PutOnHold.class,
                        CaseEvent.Resumed.class,
                        CaseEvent.Classified.class,
                        CaseEvent.Prioritised.class,
                        CaseEvent.AttributeSet.class,
                        CaseEvent.NoteAdded.class,
                        CaseEvent.SupplierContactDocumented.class,
                        CaseEvent.WorkaroundProvided.class,
                        CaseEvent.ConvertedToChange.class,
                        CaseEvent.KnowledgeLinked.class,
                        CaseEvent.CaseLinked.class,
                        CaseEvent.Escalated.class,
                        CaseEvent.Reopened.class,
                        CaseEvent.Closed.class);
    }

    private static final class World {
        private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
        private final CaseRepository repository = CaseRepository.inMemory();
        private final SupportOrganisation organisation;
        private final SupportDesk desk;
        private final CaseNumber number;
        private final CaseNumber other;
        private int keys;

        World(SupportOrganisation random) {
            this.organisation =
                    random.withAttributes(field(INTERNAL), field(VISIBLE).withVisible(true));
            this.desk = SupportDesk.builder(SupportModel.of(organisation), people(organisation), clock)
                    .withRepository(repository)
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

        private static Directory people(SupportOrganisation organisation) {
            List<Actor> actors = new ArrayList<>();
            for (SupportGroup group : organisation.groups()) {
                actors.add(Actor.supporter(
                        memberOf(group.id()).value(), SECRET, group.id().value()));
            }
            Customer clerk = customer("clerk", CustomerKind.OTHER, Optional.of("aarhus"));
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

        /** Somebody does something with the case, or tries to. */
        void happens(int choice) {
            clock.advance(Duration.ofMinutes(7));
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
                    () -> desk.propose(who, number)));
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
            return asked.stream().flatMap(ask -> texts(ask.get())).toList();
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
                return Stream.concat(
                        Stream.of(text),
                        Stream.of(Locale.ENGLISH, Locale.forLanguageTag("da"))
                                .map(language -> RefusalWords.in(language)
                                        .of(refused.refusal())
                                        .replace(SECRET + "1", "")));
            }
            return Stream.concat(Stream.of(text), json(outcome.orElseThrow()));
        }

        private static Stream<String> json(Object got) {
            if (got instanceof CaseView view) {
                return Stream.of(JSON.write(view));
            } else if (got instanceof CaseFile file) {
                return Stream.of(JSON.write(file));
            }
            return got instanceof CaseViewPage page ? Stream.of(JSON.write(page)) : Stream.of();
        }
    }
}
