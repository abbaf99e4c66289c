package dk.sagsflow.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.absent.ClassPathWithout;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.tree.TreeJson;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A library that the host left out is a sentence that names what to add. */
class MissingLibrariesTest {
    static Arguments[] doors() {
        return new Arguments[] {
            Arguments.of("com.rometools.", "com.rometools:rome", NewsFeed.class),
            Arguments.of("biweekly.", "net.sf.biweekly:biweekly", Planned.class),
            Arguments.of("tools.jackson.", "tools.jackson.core:jackson-databind", Tree.class)
        };
    }

    @ParameterizedTest
    @MethodSource("doors")
    void a_door_names_what_to_add(String missing, String artifact, Class<? extends Callable<?>> door) throws Exception {
        try (ClassPathWithout host = new ClassPathWithout(missing)) {
            assertThatThrownBy(() -> host.call(door))
                    .matches(thrown -> thrown.getClass().getSimpleName().equals("MissingLibraryException"))
                    .hasMessageContaining(artifact)
                    .hasMessageContaining("add that dependency");
        }
    }

    /** Asks for a feed. */
    public static final class NewsFeed implements Callable<String> {
        @Override
        public String call() {
            URI address = URI.create("https://support.example.dk/");
            FeedPage page = new FeedPage("News", address, address, Locale.ENGLISH);
            return new Org().base.feeds().news(Readership.everyone(), FeedFormat.ATOM, page);
        }
    }

    /** Asks for a calendar. */
    public static final class Planned implements Callable<String> {
        @Override
        public String call() {
            return new Org()
                    .base
                    .feeds()
                    .plannedWork(Readership.everyone(), "Planned work")
                    .text();
        }
    }

    /** Reads a tree. */
    public static final class Tree implements Callable<Object> {
        @Override
        public Object call() {
            return TreeJson.read("tree.json", "{}");
        }
    }
}
