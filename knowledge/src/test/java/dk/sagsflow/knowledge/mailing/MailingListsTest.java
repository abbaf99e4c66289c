package dk.sagsflow.knowledge.mailing;

import static dk.sagsflow.knowledge.Folk.ASTRID;
import static dk.sagsflow.knowledge.Folk.BO;
import static dk.sagsflow.knowledge.Folk.EAST;
import static dk.sagsflow.knowledge.Folk.KEEPER;
import static dk.sagsflow.knowledge.Folk.OLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.knowledge.Folk;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.SupportPeople;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.people.ListedPerson;
import dk.sagsflow.knowledge.subscription.NoticeChannel;
import dk.sagsflow.knowledge.subscription.Rhythm;
import dk.sagsflow.knowledge.subscription.Topic;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailingListsTest {
    private final Set<ActorId> subscribed = new HashSet<>();
    private final Folk folk = new Folk();
    private final MailingLists lists =
            folk.people.mailingLists().knowing((topic, at) -> ImmutableSet.copyOf(subscribed));

    private PeopleOnList on(String list) {
        return lists.recipients(MailingListId.of(list)).orElseThrow();
    }

    @Test
    @Tag("R24")
    @Tag("R26")
    void superusers_supporters_and_experience_groups_have_lists_that_are_never_out_of_date() {
        assertThat(lists.all())
                .extracting(list -> list.id().value())
                .containsExactly("superusers", "supporters-first", "supporters-second", "experience-group-east");
        assertThat(on("superusers").addresses()).containsExactly("ole@example.dk");
        assertThat(on("superusers").withoutAddress()).containsExactly(ASTRID);
        assertThat(on("supporters-second").addresses()).containsExactly("bo@example.dk");
        assertThat(on("experience-group-east").people()).hasSize(1);

        String token = folk.people
                .book()
                .reportAddress(ASTRID, "astrid@example.dk")
                .orElseThrow()
                .token();
        assertThat(on("superusers").addresses()).containsExactly("ole@example.dk");
        folk.people.book().confirmAddress(ASTRID, token).orElseThrow();
        folk.people.book().join(OLE, EAST, OLE).orElseThrow();
        assertThat(on("superusers").addresses()).containsExactly("astrid@example.dk", "ole@example.dk");
        assertThat(on("experience-group-east").addresses()).hasSize(2);
    }

    @Test
    void who_was_on_a_list_at_a_time_can_be_asked() {
        Instant before = folk.now();
        folk.at("2007-10-01T08:00:00Z");
        folk.people.book().leave(KEEPER, OLE).orElseThrow();

        assertThat(lists.recipients(MailingListId.of("superusers"), before)
                        .orElseThrow()
                        .addresses())
                .containsExactly("ole@example.dk");
        assertThat(on("superusers").addresses()).isEmpty();
    }

    @Test
    @Tag("R26")
    void a_list_follows_from_subscriptions_roles_units_and_groups_and_nobody_is_on_it_twice() {
        subscribed.add(BO);
        subscribed.add(ActorId.of("stranger"));
        MailingList list = MailingList.of(
                "release-news",
                "Nyt om udgaver",
                new ListSource.SubscribersOfTopic(TopicId.of("releases")),
                new ListSource.PeopleOfUnit(UnitId.of("aarhus")));
        lists.setUp(KEEPER, list).orElseThrow();
        assertThat(on("release-news").people())
                .extracting(entry -> entry.person().name())
                .containsExactly("Bo", "Astrid", "Mette");

        subscribed.clear();
        assertThat(on("release-news").addresses()).containsExactly("mette@example.dk");
        assertThat(lists.setUp(ASTRID, list).wasAccepted()).isFalse();
        lists.drop(KEEPER, list.id()).orElseThrow();
        assertThat(lists.recipients(list.id()).refusal().orElseThrow().describe())
                .contains("superusers");
        assertThat(lists.drop(KEEPER, MailingListId.of("superusers")).refusal())
                .contains(new MailingListRefusal.MailingListOfItsOwn(MailingListId.of("superusers")));
    }

    @Test
    @Tag("R26")
    void who_subscribes_to_a_topic_of_the_knowledge_base_is_on_its_list_until_they_do_no_more() {
        KnowledgeBase knowledge = KnowledgeBase.builder(Org.organisation(), folk.people.directory(), folk.clock)
                .withStore(folk.store)
                .withEditor(RightHolder.person("hanne"))
                .build();
        TopicId releases = TopicId.of("releases");
        knowledge
                .topics()
                .declare(KEEPER, Topic.of("releases", "Udgaver", "Releases"))
                .orElseThrow();
        MailingLists following = folk.people.mailingLists().knowing(knowledge.subscriptions()::subscribersAt);
        MailingListId id = MailingListId.of("release-news");
        following
                .setUp(KEEPER, MailingList.of("release-news", "Nyt", new ListSource.SubscribersOfTopic(releases)))
                .orElseThrow();
        knowledge
                .subscriptions()
                .subscribe(OLE, releases, NoticeChannel.MAIL, Rhythm.AT_ONCE)
                .orElseThrow();
        assertThat(following.recipients(id).orElseThrow().addresses()).containsExactly("ole@example.dk");

        Instant before = folk.now();
        folk.at("2007-10-01T08:00:00Z");
        knowledge.subscriptions().unsubscribe(OLE, releases).orElseThrow();
        assertThat(following.recipients(id).orElseThrow().addresses()).isEmpty();
        assertThat(following.recipients(id, before).orElseThrow().addresses()).hasSize(1);
    }

    @Test
    @Tag("R26")
    void one_object_reaches_what_is_known_and_the_people_who_carry_it() {
        KnowledgeBase knowledge = KnowledgeBase.builder(folk.people)
                .withEditor(RightHolder.person("hanne"))
                .build();
        knowledge
                .topics()
                .declare(
                        KEEPER,
                        Topic.of("releases", "Udgaver", "Releases")
                                .byDefaultFor(Rhythm.WEEKLY, Readership.ofTier("second")))
                .orElseThrow();
        SupportPeople people = knowledge.people().orElseThrow();
        MailingLists all = knowledge.mailingLists().orElseThrow();
        all.setUp(
                        KEEPER,
                        MailingList.of(
                                "release-news", "Nyt", new ListSource.SubscribersOfTopic(TopicId.of("releases"))))
                .orElseThrow();
        assertThat(people).isSameAs(folk.people);
        assertThat(all.recipients(MailingListId.of("release-news"))
                        .orElseThrow()
                        .addresses())
                .containsExactly("bo@example.dk");
        assertThat(folk.another().mailingLists().all()).isEqualTo(all.all());
        assertThat(KnowledgeBase.builder(Org.organisation(), Org.people(), folk.clock)
                        .build()
                        .people())
                .isEmpty();
    }

    @Test
    void a_list_is_exported_as_csv_in_which_no_name_is_a_formula() {
        folk.enter(ListedPerson.superuser("eva", "=HYPERLINK(\"x\"), Eva", "odense", "superusers"));
        folk.enter(ListedPerson.superuser("ida", "\u00a0@SUM(1)", "odense", "superusers"));

        assertThat(on("superusers").csv().lines())
                .containsExactly(
                        "id,name,unit,mail",
                        "astrid,Astrid,aarhus,",
                        "ole,Ole,odense,ole@example.dk",
                        "eva,\"'=HYPERLINK(\"\"x\"\"), Eva\",odense,",
                        "ida,'\u00a0@SUM(1),odense,");
    }
}
