package dk.sagsflow.knowledge.news;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.audience.NewsChannel;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import java.util.Optional;

/**
 * Whom a piece of news is for. Immutable.
 *
 * @param readership who may read it
 * @param channels where it is shown
 * @param atOnce who is told at once, whatever they subscribe to (R23); empty for nobody
 */
public record NewsAudience(Readership readership, ImmutableSet<NewsChannel> channels, Optional<Readership> atOnce) {
    /** Refuses null. */
    public NewsAudience {
        requireNonNull(readership, "readership");
        requireNonNull(channels, "channels");
        requireNonNull(atOnce, "atOnce");
    }

    /** Whether this reader may read it, and looks where it is shown. */
    public boolean reaches(Reader reader) {
        return reader.mayRead(readership) && channels.contains(NewsChannel.of(reader));
    }

    /** Whether this reader, whom it reaches, is told at once without having asked for it. */
    boolean urgentFor(Reader reader) {
        return atOnce.filter(reader::mayRead).isPresent();
    }
}
