package dk.sagsflow.knowledge;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.CompetenceKind;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.people.ExperienceGroup;
import dk.sagsflow.knowledge.people.ExperienceGroupId;
import dk.sagsflow.knowledge.people.ListedPerson;
import dk.sagsflow.knowledge.people.Unit;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;

/** The people of two job centres and a support centre, at a time that can be moved on. */
public final class Folk {
    public static final ActorId KEEPER = ActorId.of("hanne");
    public static final ActorId ASTRID = ActorId.of("astrid");
    public static final ActorId OLE = ActorId.of("ole");
    public static final ActorId MANAGER = ActorId.of("mette");
    public static final ActorId BO = ActorId.of("bo");
    public static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    public static final ExperienceGroupId EAST = ExperienceGroupId.of("east");

    private static final SupportOrganisation ORGANISATION = Org.organisation()
            .withCompetences(
                    competence("basic", CompetenceKind.BASIC_MODULE, ""),
                    competence("amanda-module", CompetenceKind.SYSTEM_MODULE, "amanda"),
                    Competence.skill("amanda-support", "Support of Amanda"));

    private Instant now = Instant.parse("2007-09-03T08:00:00Z");
    private int secrets;
    public final InstantSource clock = () -> now;
    public final KnowledgeStore store = KnowledgeStore.inMemory();
    public final SupportPeople people;

    public Folk() {
        this(builder -> {});
    }

    public Folk(Consumer<SupportPeople.Builder> more) {
        SupportPeople.Builder builder = builder();
        more.accept(builder);
        this.people = builder.build();
        open();
    }

    private SupportPeople.Builder builder() {
        return SupportPeople.builder(ORGANISATION, COPENHAGEN, clock)
                .withStore(store)
                .withKeeper(RightHolder.person("hanne"))
                .withTokens(() -> "secret-of-enough-characters-" + ++secrets)
                .withOthers(Directory.of(ImmutableList.of(Actor.program("bridge", "Bridge")), ImmutableList.of()));
    }

    /** Another node on the same store. */
    public SupportPeople another() {
        return builder().build();
    }

    private static Competence competence(String id, CompetenceKind kind, String system) {
        Competence.Builder builder =
                Competence.builder().id(CompetenceId.of(id)).name(id).kind(kind);
        if (!system.isEmpty()) {
            builder.system(SystemId.of(system));
        }
        return builder.build();
    }

    private void open() {
        people.book().open(KEEPER, Unit.jobCentre("aarhus", "Jobcenter Aarhus")).orElseThrow();
        people.book().open(KEEPER, Unit.jobCentre("odense", "Jobcenter Odense")).orElseThrow();
        people.book()
                .found(KEEPER, ExperienceGroup.of("east", "Erfagruppe øst", "amanda"))
                .orElseThrow();
        enter(ListedPerson.supporter("hanne", "Hanne", "centre").withMailAddress("hanne@example.dk"));
        enter(ListedPerson.supporter("bo", "Bo", "bit").withMailAddress("bo@example.dk"));
        enter(ListedPerson.superuser("astrid", "Astrid", "aarhus", "superusers"));
        enter(ListedPerson.superuser("ole", "Ole", "odense", "superusers").withMailAddress("ole@example.dk"));
        enter(ListedPerson.manager("mette", "Mette", "aarhus").withMailAddress("mette@example.dk"));
        people.book().join(ASTRID, EAST, ASTRID).orElseThrow();
    }

    public void enter(ListedPerson person) {
        people.book().enter(KEEPER, person).orElseThrow();
    }

    public void at(String instant) {
        now = Instant.parse(instant);
    }

    public Instant now() {
        return now;
    }
}
