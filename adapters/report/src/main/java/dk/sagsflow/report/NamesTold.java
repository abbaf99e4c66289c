package dk.sagsflow.report;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names of one kind that are told apart: those that came first, so that memory is bounded where each case has a name of
 * its own. Not thread-safe.
 */
final class NamesTold {
    static final int MOST = 5_000;

    private final Set<String> names = new HashSet<>();
    private final String plural;
    private boolean more;

    NamesTold(String plural) {
        this.plural = plural;
    }

    boolean tells(String name) {
        boolean told = names.contains(name) || (names.size() < MOST && names.add(name));
        more |= !told;
        return told;
    }

    /** The fact without a name that is not told apart. */
    Fact told(Fact fact, Dimension dimension) {
        String name = fact.values().get(dimension);
        return name == null || tells(name)
                ? fact
                : new Fact(
                        fact.figure(),
                        fact.at(),
                        ImmutableMap.copyOf(Maps.filterKeys(fact.values(), key -> key != dimension)),
                        fact.length());
    }

    /** What somebody should know who reads the figures. */
    Optional<String> remark() {
        return more
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "there are more than %,d %s: those that came later are not told apart",
                        MOST,
                        plural))
                : Optional.empty();
    }
}
