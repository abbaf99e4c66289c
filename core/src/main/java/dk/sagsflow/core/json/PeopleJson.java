package dk.sagsflow.core.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the JSON form of people, {@code people.json} beside a model: who works in which group, what they are certified
 * in, and whom the organisation supports. It is no part of the model: people come and go while the rules stay. Unknown
 * members are problems; what a release reads, each later release reads. Needs Jackson 3 databind, which the host supplies.
 * Immutable.
 */
public final class PeopleJson {
    /** The newest format that this release reads. */
    public static final int FORMAT = 1;

    private static final String A_NAME = "a name, not blank";
    private static final String AN_ID = "an id without space around it";
    private static final String A_TIME = "a time with its offset such as 2007-09-01T08:00+02:00";
    private static final String A_DATE = "a date such as 2007-09-01";

    private final JsonPlace root;
    private final ImmutableMap<String, GroupId> groups;
    private final ImmutableMap<String, CompetenceId> competences;
    private final ImmutableMap<String, CustomerId> customers;

    private PeopleJson(JsonPlace root, SupportOrganisation organisation) {
        this.root = root;
        this.groups = Maps.uniqueIndex(organisation.groupIds(), GroupId::value);
        this.competences = Maps.uniqueIndex(organisation.competenceIds(), CompetenceId::value);
        this.customers = ids(root.at("customers"), CustomerId::of);
    }

    /**
     * The people; empty if anything was wrong, which the document then knows.
     *
     * @param organisation in whose groups they work, and whose competences they hold
     */
    public static Optional<People> read(JsonPlace root, SupportOrganisation organisation) {
        return new PeopleJson(requireNonNull(root, "root"), requireNonNull(organisation, "organisation")).people();
    }

    private static <T> ImmutableMap<String, T> ids(JsonPlace members, Function<String, T> id) {
        ImmutableSet<String> usable = members.names("id").stream()
                .filter(name -> !name.isBlank() && name.equals(name.strip()))
                .collect(ImmutableSet.toImmutableSet());
        return ImmutableMap.copyOf(Maps.asMap(usable, id::apply));
    }

    private Optional<People> people() {
        if (!root.readable(FORMAT)) {
            return Optional.empty();
        }
        root.allowOnly("$schema", "format", "actors", "customers");
        root.at("actors").checkUnique("person", "id");
        root.at("customers").checkUnique("customer", "id");
        ImmutableList<Actor> actors = root.at("actors").all("an array of actors", this::actor);
        ImmutableList<Customer> supported = root.at("customers").all("an array of customers", PeopleJson::customer);
        return root.made(() -> new People(actors, supported));
    }

    private Optional<Actor> actor(JsonPlace place) {
        place.allowOnly("id", "name", "groups", "competences", "customer", "mail", "rights", "absences");
        Optional<ActorId> id = place.at("id").parsed(AN_ID, ActorId::of);
        Optional<String> name = place.at("name").text(A_NAME);
        ImmutableList<GroupId> memberships =
                place.at("groups").all("an array of groups", group -> group.oneOf("groups", groups));
        ImmutableList<HeldCompetence> held =
                place.at("competences").all("an array of competences", this::heldCompetence);
        Optional<CustomerId> customer =
                place.at("customer").ifPresent(value -> value.oneOf("customers of this file", customers));
        Optional<String> mail = place.at("mail").ifPresent(value -> value.text("a mail address"));
        ImmutableList<ProgramRight> rights =
                place.at("rights").all("an array of rights", right -> right.constant(ProgramRight.class));
        ImmutableList<Absence> absences = place.at("absences").all("an array of absences", PeopleJson::absence);
        return place.made(() -> Actor.builder()
                .id(id.orElseThrow())
                .name(name.orElseThrow())
                .addAllMemberships(memberships)
                .addAllCompetences(held)
                .customer(customer)
                .mailAddress(mail)
                .addAllRights(rights)
                .addAllAbsences(absences)
                .build());
    }

    private static Optional<Absence> absence(JsonPlace place) {
        place.allowOnly("from", "until", "deputy");
        Optional<Instant> from = place.at("from").parsed(A_TIME, PeopleJson::time);
        Optional<Instant> until = place.at("until").parsed(A_TIME, PeopleJson::time);
        Optional<ActorId> deputy = place.at("deputy").ifPresent(value -> value.parsed(AN_ID, ActorId::of));
        return place.made(() -> new Absence(from.orElseThrow(), until.orElseThrow(), deputy));
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** A competence by its id, or with the days between which it is held. */
    private Optional<HeldCompetence> heldCompetence(JsonPlace place) {
        if (place.isText()) {
            return place.oneOf("competences", competences)
                    .map(id -> new HeldCompetence(id, Optional.empty(), Optional.empty()));
        }
        place.allowOnly("id", "certified", "due");
        Optional<CompetenceId> id = place.at("id").oneOf("competences", competences);
        Optional<LocalDate> certified = place.at("certified").ifPresent(PeopleJson::date);
        Optional<LocalDate> due = place.at("due").ifPresent(PeopleJson::date);
        return place.made(() -> new HeldCompetence(id.orElseThrow(), certified, due));
    }

    private static Optional<LocalDate> date(JsonPlace place) {
        return place.parsed(A_DATE, LocalDate::parse);
    }

    private static Optional<Customer> customer(JsonPlace place) {
        place.allowOnly("id", "name", "kind", "unit", "mail", "access", "language");
        Optional<CustomerId> id = place.at("id").parsed(AN_ID, CustomerId::of);
        Optional<String> name = place.at("name").text(A_NAME);
        Optional<CustomerKind> kind = place.at("kind").constant(CustomerKind.class);
        Optional<UnitId> unit = place.at("unit").ifPresent(value -> value.parsed(AN_ID, UnitId::of));
        Optional<String> mail = place.at("mail").ifPresent(value -> value.text("a mail address"));
        Optional<Boolean> access = place.at("access").ifPresent(JsonPlace::flag);
        Optional<Locale> language =
                place.at("language").ifPresent(value -> value.parsed("a language such as en", PeopleJson::language));
        return place.made(() -> {
            Customer.Builder builder = Customer.builder()
                    .id(id.orElseThrow())
                    .name(name.orElseThrow())
                    .kind(kind.orElseThrow())
                    .unit(unit)
                    .mailAddress(mail);
            access.ifPresent(builder::helpdeskAccess);
            language.ifPresent(builder::language);
            return builder.build();
        });
    }

    /** The language of an IETF tag. */
    static Locale language(String tag) {
        return new Locale.Builder().setLanguageTag(tag).build();
    }
}
