package dk.sagsflow.core.cases;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.GroupId;
import java.time.Instant;
import java.util.Optional;

/**
 * The groups that answer for a case now, the one nearest to the customer first. The last one works on it; every other
 * has handed it over to the next and waits for its answer, and still answers for it to the one before (R06, R14). A
 * group joins only at the end and leaves only from the end, so an answer can only travel back the way it came.
 * Immutable.
 *
 * @param links the links, the one nearest to the customer first
 */
public record ResponsibilityChain(ImmutableList<Link> links) {
    /** Refuses null. */
    public ResponsibilityChain {
        requireNonNull(links, "links");
    }

    /** The chain of a case that nobody answers for: it is answered or closed. */
    public static ResponsibilityChain empty() {
        return new ResponsibilityChain(ImmutableList.of());
    }

    /** Who works on the case now; empty once the customer is answered (R01: never more than one). */
    public Optional<Link> working() {
        return links.isEmpty() ? Optional.empty() : Optional.of(links.get(links.size() - 1));
    }

    /** Who is waiting for the answer of the working group; empty if that is the customer. */
    public Optional<Link> awaiting() {
        return links.size() < 2 ? Optional.empty() : Optional.of(links.get(links.size() - 2));
    }

    /** Whether this group answers for the case, working on it or not. */
    public boolean holds(GroupId group) {
        // Asked several times for every command, so without a stream.
        for (Link link : links) {
            if (link.station().group().equals(group)) {
                return true;
            }
        }
        return false;
    }

    /** The groups that answer for the case, in order. */
    public ImmutableList<GroupId> groups() {
        ImmutableList.Builder<GroupId> groups = ImmutableList.builderWithExpectedSize(links.size());
        for (Link link : links) {
            groups.add(link.station().group());
        }
        return groups.build();
    }

    /** Whether only one group answers for the case, so that its answer goes to the customer. */
    public boolean lastLink() {
        return links.size() == 1;
    }

    ResponsibilityChain push(Link link) {
        return new ResponsibilityChain(
                links.isEmpty()
                        ? ImmutableList.of(link)
                        : ImmutableList.<Link>builderWithExpectedSize(links.size() + 1)
                                .addAll(links)
                                .add(link)
                                .build());
    }

    ResponsibilityChain pop() {
        checkState(!links.isEmpty(), "nobody answers for the case, so nobody can give it back");
        return new ResponsibilityChain(links.subList(0, links.size() - 1));
    }

    /**
     * The chain after the working group gave the case back, or answered. At a desk that is to the one who waits; in logs of
     * other systems it may be to one further down, and then those in between are out of it.
     */
    ResponsibilityChain returned(Station to, Instant at) {
        ResponsibilityChain shorter = pop();
        while (!shorter.lastLink() && !shorter.endsAt(to) && shorter.pop().holds(to.group())) {
            shorter = shorter.pop();
        }
        return shorter.replaceTop(shorter.working().orElseThrow().backAt(at));
    }

    private boolean endsAt(Station station) {
        return working().filter(link -> link.station().equals(station)).isPresent();
    }

    ResponsibilityChain replaceTop(Link link) {
        return pop().push(link);
    }
}
