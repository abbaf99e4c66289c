package dk.sagsflow.testkit.repeatable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class RepeatablePropertiesTest {

    private static final List<Integer> DRAWN = new ArrayList<>();

    private final String seeds = System.getProperty("sagsflow.seeds", "");
    private final String tries = System.getProperty("sagsflow.tries", "1");

    @BeforeEach
    void as_in_the_normal_build() {
        System.setProperty("sagsflow.seeds", "");
        System.setProperty("sagsflow.tries", "1");
    }

    @AfterEach
    void as_it_was() {
        System.setProperty("sagsflow.seeds", seeds);
        System.setProperty("sagsflow.tries", tries);
    }

    @Test
    void a_property_draws_the_same_in_every_build() {
        assertThat(drawn()).hasSize(20).isEqualTo(drawn());
    }

    @Test
    void the_nightly_build_draws_anew_and_more() {
        ImmutableList<Integer> usual = drawn();
        System.setProperty("sagsflow.seeds", "random");
        System.setProperty("sagsflow.tries", "10");

        assertThat(drawn()).hasSize(200).isNotEqualTo(drawn()).doesNotContainSequence(usual);
    }

    private static ImmutableList<Integer> drawn() {
        DRAWN.clear();
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(Draws.class))
                        .configurationParameter("jqwik.database", "target/jqwik-database-of-draws")
                        .build());
        return ImmutableList.copyOf(DRAWN);
    }

    static final class Draws {

        @Property(tries = 20)
        void draws(@ForAll int number) {
            DRAWN.add(number);
        }
    }
}
