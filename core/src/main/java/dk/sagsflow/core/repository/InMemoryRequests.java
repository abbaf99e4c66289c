package dk.sagsflow.core.repository;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.memory.Journal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Requests that were carried out, by the digests of their keys. Not thread-safe. */
final class InMemoryRequests {
    private final Journal journal;
    private final Map<String, HandledRequest> byDigest = new HashMap<>();
    private final Map<CaseNumber, Set<String>> byCase = new HashMap<>();
    private final NavigableSet<Kept> byAge =
            new TreeSet<>(Comparator.comparing(Kept::at).thenComparing(Kept::digest));

    private record Kept(Instant at, String digest) {}

    InMemoryRequests(Journal journal) {
        this.journal = journal;
    }

    Optional<HandledRequest> find(RequestKey key) {
        return Optional.ofNullable(byDigest.get(HandledRequest.digest(key)));
    }

    void refuseRepeated(HandledRequest request) {
        find(request.key()).ifPresent(before -> {
            throw new RepeatedRequestException(before);
        });
    }

    void keep(HandledRequest request) {
        put(HandledRequest.digest(request.key()), Optional.of(request));
    }

    void erase(CaseNumber number) {
        for (String digest : List.copyOf(byCase.getOrDefault(number, Set.of()))) {
            Optional<HandledRequest> named = Optional.ofNullable(byDigest.get(digest))
                    .filter(request -> request.fingerprint().isPresent());
            named.ifPresent(request -> put(digest, Optional.of(request.erased())));
        }
    }

    int forget(Instant before, int limit) {
        List<Kept> old = byAge.stream()
                .takeWhile(kept -> kept.at().isBefore(before))
                .limit(limit)
                .toList();
        old.forEach(kept -> put(kept.digest(), Optional.empty()));
        return old.size();
    }

    private void put(String digest, Optional<HandledRequest> after) {
        Optional<HandledRequest> before = Optional.ofNullable(byDigest.get(digest));
        replace(digest, before, after);
        journal.undoBy(() -> replace(digest, after, before));
    }

    private void replace(String digest, Optional<HandledRequest> before, Optional<HandledRequest> after) {
        before.ifPresent(request -> {
            byDigest.remove(digest);
            byAge.remove(new Kept(request.at(), digest));
            request.versions()
                    .keySet()
                    .forEach(number -> byCase.computeIfPresent(number, (same, digests) -> {
                        digests.remove(digest);
                        return digests.isEmpty() ? null : digests;
                    }));
        });
        after.ifPresent(request -> {
            byDigest.put(digest, request);
            byAge.add(new Kept(request.at(), digest));
            request.versions()
                    .keySet()
                    .forEach(number -> byCase.computeIfAbsent(number, fresh -> new HashSet<>())
                            .add(digest));
        });
    }
}
