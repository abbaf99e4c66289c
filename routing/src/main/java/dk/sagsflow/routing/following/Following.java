package dk.sagsflow.routing.following;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.log.LogSubscriptions;
import dk.sagsflow.core.log.SubscriptionClaim;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.listening.Follower;
import dk.sagsflow.routing.operation.FollowReport;
import dk.sagsflow.routing.operation.Patience;
import java.time.InstantSource;
import java.util.Optional;

/** Hands each follower in turn what it has not been handed yet, if no other node is at it. */
public final class Following {
    private final CaseRepository repository;
    private final ImmutableList<Follower> followers;
    private final Patience patience;
    private final InstantSource clock;

    /** Makes the subscriptions of these followers, unless the store has them. */
    public Following(
            CaseRepository repository, ImmutableList<Follower> followers, Patience patience, InstantSource clock) {
        this.repository = requireNonNull(repository, "repository");
        this.followers = requireNonNull(followers, "followers");
        this.patience = requireNonNull(patience, "patience");
        this.clock = requireNonNull(clock, "clock");
        LogSubscriptions subscriptions = repository.subscriptions();
        for (Follower follower : followers) {
            boolean unused =
                    subscriptions.begin(follower.name(), follower.start().in(repository.log()));
        }
    }

    /**
     * Hands over what there is.
     *
     * @param limit how many steps, at most, to each follower
     */
    public FollowReport follow(int limit) {
        FollowReport all = new FollowReport(0, 0, 0, false);
        for (Follower follower : followers) {
            FollowReport one = follow(follower, limit);
            all = new FollowReport(
                    all.handled() + one.handled(),
                    all.failed() + one.failed(),
                    all.parked() + one.parked(),
                    all.mayBeMore() || one.mayBeMore());
        }
        return all;
    }

    private FollowReport follow(Follower follower, int limit) {
        Optional<SubscriptionClaim> claim =
                repository.subscriptions().claim(follower.name(), clock.instant(), patience.lease());
        return claim.map(held -> new Pursuit(repository, follower, patience, clock, held).follow(limit))
                .orElse(new FollowReport(0, 0, 0, false));
    }
}
