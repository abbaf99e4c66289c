package dk.sagsflow.core.memory;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LogSubscriptions;
import dk.sagsflow.core.log.ParkedStep;
import dk.sagsflow.core.log.SubscriptionClaim;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.log.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Keeps one value for each subscription, in order of name. */
public final class MemorySubscriptions implements LogSubscriptions {
    private final Journal journal;
    private final MemoryLog log;
    private final NavigableMap<String, Following> byName = new TreeMap<>();
    /** Counts claims, so that no two have the same fence, not even if a subscription is ended and begun anew. */
    private long claims;

    private record Parked(String reason, Instant since, boolean revived) {}

    /** What is known of one subscription. */
    private record Following(
            long place,
            long fence,
            Optional<Lease> claim,
            int failures,
            Optional<String> lastFailure,
            Optional<Lease> delay,
            ImmutableSortedMap<Long, Parked> parked) {
        static Following from(long place) {
            return new Following(
                    place, 0, Optional.empty(), 0, Optional.empty(), Optional.empty(), ImmutableSortedMap.of());
        }

        Following at(long newPlace) {
            return new Following(newPlace, fence, claim, 0, Optional.empty(), Optional.empty(), parked);
        }

        Following claimed(Lease lease, long newFence) {
            return new Following(place, newFence, Optional.of(lease), failures, lastFailure, Optional.empty(), parked);
        }

        Following free() {
            return new Following(place, fence, Optional.empty(), failures, lastFailure, delay, parked);
        }

        Following failed(String failure, Optional<Lease> until) {
            return new Following(place, fence, Optional.empty(), failures + 1, Optional.of(failure), until, parked);
        }

        Following withParked(Map<Long, Parked> all) {
            return new Following(place, fence, claim, failures, lastFailure, delay, ImmutableSortedMap.copyOf(all));
        }

        Following sayingNothing() {
            return new Following(
                    place, fence, claim, failures, lastFailure.map(said -> PersonalData.TEXT), delay, parked);
        }

        boolean held(Instant now) {
            return claim.or(() -> delay).filter(lease -> lease.inForce(now)).isPresent();
        }
    }

    /** Subscriptions to this log. */
    public MemorySubscriptions(Journal journal, MemoryLog log) {
        this.journal = journal;
        this.log = log;
        log.keepingFrom(this::firstNeeded);
    }

    @Override
    public boolean begin(SubscriptionName name, LogPosition from) {
        return journal.locked(() -> {
            boolean fresh = !byName.containsKey(name.value());
            if (fresh) {
                put(name, Following.from(log.keptPlaceOf(from)));
            }
            return fresh;
        });
    }

    @Override
    public void moveTo(SubscriptionName name, LogPosition position) {
        requireNonNull(name, "name");
        requireNonNull(position, "position");
        journal.locking(
                () -> change(name, now -> now.at(log.keptPlaceOf(position)).free()));
    }

    @Override
    public boolean end(SubscriptionName name) {
        return journal.locked(() -> {
            Following ended = byName.remove(name.value());
            if (ended != null) {
                journal.undoBy(() -> byName.put(name.value(), ended));
            }
            return ended != null;
        });
    }

    @Override
    public ImmutableList<SubscriptionState> all() {
        return journal.locked(() -> byName.entrySet().stream()
                .map(entry -> state(SubscriptionName.of(entry.getKey()), entry.getValue()))
                .collect(ImmutableList.toImmutableList()));
    }

    private SubscriptionState state(SubscriptionName name, Following now) {
        LogPosition position = MemoryLog.position(now.place());
        return new SubscriptionState(
                name,
                position,
                log.countAfter(position),
                now.parked().size(),
                now.failures(),
                now.lastFailure(),
                now.delay().map(Lease::until));
    }

    @Override
    public Optional<SubscriptionClaim> claim(SubscriptionName name, Instant now, Duration lease) {
        requireNonNull(name, "name");
        Lease until = Lease.of(now, lease);
        return journal.locked(() -> Optional.ofNullable(byName.get(name.value()))
                .filter(free -> !free.held(now))
                .map(free -> free.claim()
                        .map(ended -> free.failed(
                                "nobody said until " + ended.until() + " what became of it", Optional.empty()))
                        .orElse(free))
                .map(free -> {
                    claims++;
                    Following claimed = free.claimed(until, claims);
                    put(name, claimed);
                    return new SubscriptionClaim(
                            name,
                            MemoryLog.position(claimed.place()),
                            claimed.fence(),
                            claimed.failures() + 1,
                            claimed.lastFailure(),
                            until.until());
                }));
    }

    @Override
    public void handled(SubscriptionClaim claim, LogPosition upTo) {
        requireNonNull(claim, "claim");
        requireNonNull(upTo, "upTo");
        journal.locking(() -> {
            checkHeld(claim);
            change(claim.name(), now -> now.at(log.placeOf(upTo)));
        });
    }

    @Override
    public void failed(SubscriptionClaim claim, String failure, Instant now, Instant until) {
        requireNonNull(claim, "claim");
        requireNonNull(failure, "failure");
        Optional<Lease> delay = Optional.of(new Lease(now, until));
        ifHeld(claim, held -> held.failed(failure, delay));
    }

    @Override
    public void release(SubscriptionClaim claim) {
        ifHeld(claim, Following::free);
    }

    @Override
    public void park(SubscriptionClaim claim, LogPosition step, String reason, Instant now) {
        requireNonNull(claim, "claim");
        requireNonNull(step, "step");
        Parked parked = new Parked(requireNonNull(reason, "reason"), requireNonNull(now, "now"), false);
        journal.locking(() -> {
            checkHeld(claim);
            long place = log.placeOf(step);
            change(claim.name(), held -> {
                Map<Long, Parked> all = new TreeMap<>(held.parked());
                all.put(place, parked);
                Following with = held.withParked(all);
                return place > held.place() ? with.at(place) : with;
            });
        });
    }

    @Override
    public void unpark(SubscriptionClaim claim, LogPosition step) {
        requireNonNull(claim, "claim");
        requireNonNull(step, "step");
        journal.locking(() -> {
            checkHeld(claim);
            boolean unused = drop(claim.name(), step);
        });
    }

    @Override
    public ImmutableList<ParkedStep> parked(SubscriptionName name, int limit) {
        return parked(name, limit, parked -> true);
    }

    @Override
    public ImmutableList<ParkedStep> revived(SubscriptionName name, int limit) {
        return parked(name, limit, Parked::revived);
    }

    private ImmutableList<ParkedStep> parked(SubscriptionName name, int limit, Predicate<Parked> which) {
        requireNonNull(name, "name");
        return journal.locked(() -> Optional.ofNullable(byName.get(name.value())).stream()
                .flatMap(now -> now.parked().entrySet().stream())
                .filter(entry -> which.test(entry.getValue()))
                .limit(limit)
                .map(entry -> new ParkedStep(
                        log.step(entry.getKey()),
                        entry.getValue().reason(),
                        entry.getValue().since(),
                        entry.getValue().revived()))
                .collect(ImmutableList.toImmutableList()));
    }

    @Override
    public boolean revive(SubscriptionName name, LogPosition step) {
        return changeParked(name, step, parked -> Optional.of(new Parked(parked.reason(), parked.since(), true)));
    }

    @Override
    public boolean drop(SubscriptionName name, LogPosition step) {
        return changeParked(name, step, parked -> Optional.empty());
    }

    private boolean changeParked(SubscriptionName name, LogPosition step, Function<Parked, Optional<Parked>> to) {
        requireNonNull(name, "name");
        requireNonNull(step, "step");
        return journal.locked(() -> {
            long place = log.placeOf(step);
            Following now = byName.get(name.value());
            if (now == null || !now.parked().containsKey(place)) {
                return false;
            }
            Map<Long, Parked> all = new TreeMap<>(now.parked());
            all.computeIfPresent(place, (same, parked) -> to.apply(parked).orElse(null));
            put(name, now.withParked(all));
            return true;
        });
    }

    /** What was said about a case that is erased now may name people. */
    public void forget(CaseNumber number) {
        requireNonNull(number, "number");
        for (Map.Entry<String, Following> entry : Map.copyOf(byName).entrySet()) {
            Map<Long, Parked> all = new TreeMap<>(entry.getValue().parked());
            all.replaceAll((place, parked) ->
                    log.parts(place).stream().anyMatch(part -> part.number().equals(number))
                            ? new Parked(PersonalData.TEXT, parked.since(), parked.revived())
                            : parked);
            put(
                    SubscriptionName.of(entry.getKey()),
                    entry.getValue().withParked(all).sayingNothing());
        }
    }

    private long firstNeeded() {
        return byName.values().stream()
                .mapToLong(now -> now.parked().isEmpty()
                        ? now.place() + 1
                        : Math.min(now.place() + 1, now.parked().firstKey()))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void checkHeld(SubscriptionClaim claim) {
        if (!isHeld(claim)) {
            throw new LostClaimException("subscription " + claim.name());
        }
    }

    private boolean isHeld(SubscriptionClaim claim) {
        Following now = byName.get(claim.name().value());
        return now != null && now.claim().isPresent() && now.fence() == claim.fence();
    }

    private void ifHeld(SubscriptionClaim claim, UnaryOperator<Following> to) {
        journal.locking(() -> {
            if (isHeld(claim)) {
                change(claim.name(), to);
            }
        });
    }

    private void change(SubscriptionName name, UnaryOperator<Following> to) {
        Following now = byName.get(name.value());
        if (now == null) {
            throw new IllegalArgumentException("there is no subscription " + name + "; begin it first");
        }
        put(name, to.apply(now));
    }

    private void put(SubscriptionName name, Following after) {
        Following before = byName.put(name.value(), after);
        journal.undoBy(() -> {
            if (before == null) {
                byName.remove(name.value());
            } else {
                byName.put(name.value(), before);
            }
        });
    }
}
