package dk.sagsflow.knowledge.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.json.KnowledgeEventJson;
import dk.sagsflow.knowledge.json.RandomEvents;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Of a person who is forgotten no event of any kind says anything, and of everybody else each says what it said. */
class ErasureProperties {
    private static final String PERSON = "mark-of-astrid";
    private static final WithoutPerson WITHOUT = new WithoutPerson(ImmutableSet.of(PERSON), "forgotten-1");

    private final KnowledgeEventJson json = new KnowledgeEventJson();

    @Property(tries = 30)
    void no_event_of_any_kind_says_anything_of_the_person(@ForAll long seed) {
        RandomEvents events = RandomEvents.allAbout(PERSON, new Random(seed));
        for (Class<?> kind : RandomEvents.kinds()) {
            KnowledgeEvent event = events.event(kind);
            assertThat(json.write(event)).contains(PERSON);

            KnowledgeEvent without = WITHOUT.apply(event);

            assertThat(json.write(without)).doesNotContain(PERSON, RandomEvents.MARK);
            assertThat(without.getClass()).isEqualTo(event.getClass());
            assertThat(without.stamp().sequence()).isEqualTo(event.stamp().sequence());
            assertThat(without.stamp().at()).isEqualTo(event.stamp().at());
            assertThat(WITHOUT.apply(without)).isSameAs(without);
        }
    }

    @Property(tries = 20)
    void nobody_is_named_in_what_others_did(@ForAll long seed) {
        RandomEvents events = RandomEvents.mentioning(PERSON, new Random(seed));
        for (Class<?> kind : RandomEvents.kinds()) {
            KnowledgeEvent event = events.event(kind);

            KnowledgeEvent without = WITHOUT.apply(event);

            assertThat(json.write(without)).doesNotContain(PERSON);
            assertThat(without.stamp()).isEqualTo(event.stamp());
        }
    }

    @Property(tries = 10)
    void what_is_about_others_stays_as_it_is(@ForAll long seed) {
        RandomEvents events = new RandomEvents(new Random(seed));
        for (Class<?> kind : RandomEvents.kinds()) {
            KnowledgeEvent event = events.event(kind);

            assertThat(WITHOUT.apply(event)).isSameAs(event);
        }
    }
}
