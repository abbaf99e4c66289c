package dk.sagsflow.sla.clock;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.sla.agreement.Agreements;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a case that have not stopped, and which thresholds were passed before: one more event costs the same however
 * much happened before.
 */
final class OpenClocks implements HistoryWalk<OpenClocks.Walked> {
    private final Agreements agreements;

    OpenClocks(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public Walked begin() {
        return new Walked(new Tracks(agreements), new Passings());
    }

    @Override
    public Walked onward(Walked before, CaseTimeline timeline, int from, int to) {
        Tracks tracks = from == 0 ? new Tracks(agreements) : before.tracks.copy();
        Passings passings = before.passings.copy();
        for (int i = from; i < to; i++) {
            tracks.over(timeline.stretches(), timeline.stretchAfter(i));
            if (i > 0 && mayBringOtherTargets(timeline, i)) {
                tracks.count();
                passings.add(tracks.read());
            }
            CaseEvent event = timeline.events().get(i);
            passings.note(event);
            tracks.happen(event, timeline.state(i));
            passings.add(tracks.takeStopped());
        }
        tracks.count();
        return new Walked(tracks, passings);
    }

    /**
     * What clocks went past is found as the case stood before each such event, and at the instant of a reading: between those a
     * clock only goes on, and what it went past it has still gone past. A reopened case goes on with a clock that it had, or
     * begins another.
     */
    private boolean mayBringOtherTargets(CaseTimeline timeline, int event) {
        return timeline.events().get(event) instanceof CaseEvent.Reopened
                || agreements.tellApart(timeline.state(event - 1), timeline.state(event));
    }

    /** How far the walk came. Immutable: it is copied to go on. */
    static final class Walked {
        private final Tracks tracks;
        private final Passings passings;
        /** What was read of it last: one step asks for the same several times. */
        private @Nullable Read latest;

        private Walked(Tracks tracks, Passings passings) {
            this.tracks = tracks;
            this.passings = passings;
        }

        /** The clocks as they stand at an instant, those that have stopped since the latest event among them. */
        Tracks.Reading read(CaseTimeline timeline, int known, Instant asOf) {
            Read read = latest;
            if (read == null || read.known() != known || !read.asOf().equals(asOf)) {
                read = new Read(known, asOf, tracks.readAt(timeline, known, asOf));
                latest = read;
            }
            return read.reading();
        }

        /** What was passed before the latest event. */
        Passings passings() {
            return passings;
        }
    }

    private record Read(int known, Instant asOf, Tracks.Reading reading) {}
}
