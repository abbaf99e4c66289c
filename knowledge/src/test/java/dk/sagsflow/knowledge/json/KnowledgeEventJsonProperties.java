package dk.sagsflow.knowledge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happened to the knowledge of the organisation is read as it was written, or not at all. */
class KnowledgeEventJsonProperties {
    private final KnowledgeEventJson json = new KnowledgeEventJson();

    @Property(tries = 30)
    void a_history_is_read_as_it_was_written(@ForAll long seed) {
        RandomEvents events = new RandomEvents(new Random(seed));
        for (Class<?> kind : RandomEvents.kinds()) {
            KnowledgeEvent event = events.event(kind);
            String written = json.write(event);

            assertThat(json.read(written)).isEqualTo(event);
            assertThat(json.write(json.read(written))).isEqualTo(written);
        }
    }

    @Property(tries = 300)
    void what_is_cut_off_or_spoilt_is_refused_or_still_an_event(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder written = new StringBuilder(json.write(new RandomEvents(random).event()));
        int place = random.nextInt(written.length());
        if (random.nextBoolean()) {
            written.setLength(place);
        } else {
            written.setCharAt(place, "0}\"x:,[".charAt(random.nextInt(7)));
        }

        Throwable thrown =
                catchThrowable(() -> assertThat(json.read(written.toString())).isNotNull());
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(UnreadableEventException.class);
        }
    }
}
