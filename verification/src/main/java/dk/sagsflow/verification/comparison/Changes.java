package dk.sagsflow.verification.comparison;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.space.CaseSet;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what changes; the same for several groups is one change. Not thread-safe. */
final class Changes {
    private final Map<Key, Concerned> concerned = new LinkedHashMap<>();
    private final Set<Key> plain = new LinkedHashSet<>();

    private record Key(ModelChange.Kind kind, String what) {}

    private record Concerned(CaseSet cases, Counterexample shown) {}

    void add(ModelChange.Kind kind, CaseSet cases, Counterexample shown, String what) {
        concerned.merge(
                new Key(kind, what),
                new Concerned(cases, shown),
                (one, other) -> new Concerned(one.cases().or(other.cases()), one.shown()));
    }

    void add(ModelChange.Kind kind, String what) {
        plain.add(new Key(kind, what));
    }

    /** Those that concern the fewest cases first, and last what concerns none in particular. */
    ImmutableList<ModelChange> list() {
        ImmutableList.Builder<ModelChange> all = ImmutableList.builder();
        concerned.entrySet().stream()
                .map(entry -> new ModelChange(
                        entry.getKey().kind(),
                        entry.getKey().what(),
                        entry.getValue().cases().count(),
                        Optional.of(entry.getValue().shown())))
                .sorted(Comparator.comparing(ModelChange::cases))
                .forEach(all::add);
        plain.forEach(key -> all.add(new ModelChange(key.kind(), key.what(), BigInteger.ZERO, Optional.empty())));
        return all.build();
    }
}
