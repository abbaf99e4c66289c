package dk.sagsflow.knowledge.people;

import static dk.sagsflow.knowledge.Folk.ASTRID;
import static dk.sagsflow.knowledge.Folk.EAST;
import static dk.sagsflow.knowledge.Folk.KEEPER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.knowledge.Folk;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.SupportPeople;
import dk.sagsflow.knowledge.agreement.SuperuserWork;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.mailing.MailingListId;
import dk.sagsflow.knowledge.meeting.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A superuser is forgotten in all books, and figures stay. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgottenPeopleTest {
    private static final CompetenceId BASIC = CompetenceId.of("basic");

    private final Folk folk = new Folk();
    private final SupportPeople people = folk.people;
    private final KnowledgeBase knowledge = KnowledgeBase.builder(Org.organisation(), people.directory(), folk.clock)
            .withStore(folk.store)
            .withEditor(RightHolder.person("hanne"))
            .build();

    private ActorId forgotten() {
        AddressReport report =
                people.book().reportAddress(ASTRID, "mark@example.dk").orElseThrow();
        people.book().confirmAddress(ASTRID, report.token()).orElseThrow();
        people.book().reportAddress(ASTRID, "mark-again@example.dk").orElseThrow();
        people.training()
                .recognise(KEEPER, ASTRID, HeldCompetence.of("basic"), "bevis fra Astrid")
                .orElseThrow();
        people.agreements()
                .spent(ASTRID, ASTRID, SuperuserWork.TESTING, LocalDate.parse("2007-09-01"), Duration.ofHours(1))
                .orElseThrow();
        Meeting meeting = Meeting.of("m", EAST, "Møde", folk.now(), Duration.ofHours(1));
        people.meetings().call(ASTRID, meeting).orElseThrow();
        people.meetings()
                .held(KEEPER, meeting.id(), ImmutableSet.of(ASTRID), "Referat")
                .orElseThrow();
        folk.at("2007-10-01T08:00:00Z");
        return knowledge.erasure().forget(KEEPER, ASTRID).orElseThrow();
    }

    @Test
    void nobody_finds_the_person_in_the_directory_in_lists_or_in_the_store() {
        ActorId called = forgotten();

        for (SupportPeople node : new SupportPeople[] {people, folk.another()}) {
            assertThat(Stream.of(ASTRID, called)).allSatisfy(id -> {
                assertThat(node.book().now().person(id)).isEmpty();
                assertThat(node.directory().actor(id)).isEmpty();
                assertThat(node.directory().customer(CustomerId.of(id.value()))).isEmpty();
                assertThat(node.book().now().members(EAST)).doesNotContain(id);
            });
            assertThat(node.mailingLists()
                            .recipients(MailingListId.of("superusers"))
                            .orElseThrow()
                            .csv())
                    .doesNotContain("mark", "Astrid", "erased");
        }
        assertThat(folk.store.after(folk.store.beginning(), 1_000).toString())
                .doesNotContain("mark", "Astrid", "astrid");
    }

    @Test
    void figures_stay() {
        Instant before = folk.now();
        ActorId called = forgotten();

        assertThat(people.training().certified(called, BASIC, before)).isTrue();
        assertThat(people.meetings().of(EAST).get(0).attended()).containsExactly(called);
        assertThat(people.book().at(before).having(PersonRole.SUPERUSER)).hasSize(2);
        assertThat(people.meetings().attended(called, before, folk.now())).isEqualTo(Duration.ofHours(1));
    }
}
