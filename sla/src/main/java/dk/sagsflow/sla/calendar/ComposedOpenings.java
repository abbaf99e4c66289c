package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Openings that are made of others. They know their hash, and are compared part by part, each pair once, so that either
 * costs what they contain and not in how many ways one can walk through them.
 */
abstract class ComposedOpenings implements Openings {
    private static final int DEEPEST = 100;
    private static final int SHOWN = 2;

    /** What makes openings of the parts, as a value. */
    private final Object rule;

    private final ImmutableList<Openings> parts;
    private final int depth;
    private final int hash;

    /** Refuses more than a hundred calendars one in another. */
    ComposedOpenings(Object rule, ImmutableList<Openings> parts) {
        this.rule = rule;
        this.parts = parts;
        this.depth = 1 + parts.stream().mapToInt(ComposedOpenings::depth).max().orElse(0);
        this.hash = 31 * rule.hashCode() + parts.hashCode();
        checkArgument(
                depth <= DEEPEST, "calendars are made of each other %s deep; at most %s are allowed", depth, DEEPEST);
    }

    private static int depth(Openings openings) {
        return openings instanceof ComposedOpenings composed ? composed.depth : 0;
    }

    @Override
    public final ZoneId zone() {
        return parts.get(0).zone();
    }

    @Override
    public final ImmutableList<Openings> parts() {
        return parts;
    }

    @Override
    public final ImmutableList<CalendarFinding> findings(LocalDate first, LocalDate last) {
        return ImmutableList.of();
    }

    @Override
    public final ImmutableSet<LocalDate> lastHolidays() {
        return ImmutableSet.of();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof ComposedOpenings composed && same(composed, new IdentityHashMap<>());
    }

    /** Pairs that were compared before are not compared again: one that differs ends it all. */
    @SuppressWarnings("ReferenceEquality")
    private boolean same(ComposedOpenings other, Map<Openings, Set<Openings>> compared) {
        if (this == other) {
            return true;
        }
        if (hash != other.hash || !rule.equals(other.rule) || parts.size() != other.parts.size()) {
            return false;
        }
        Set<Openings> others =
                compared.computeIfAbsent(this, unused -> Collections.newSetFromMap(new IdentityHashMap<>()));
        return !others.add(other) || sameParts(other, compared);
    }

    private boolean sameParts(ComposedOpenings other, Map<Openings, Set<Openings>> compared) {
        for (int i = 0; i < parts.size(); i++) {
            Openings one = parts.get(i);
            Openings another = other.parts.get(i);
            boolean same = (one instanceof ComposedOpenings mine && another instanceof ComposedOpenings yours)
                    ? mine.same(yours, compared)
                    : one.equals(another);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final int hashCode() {
        return hash;
    }

    @Override
    public final String toString() {
        return shown(SHOWN);
    }

    private String shown(int levels) {
        if (levels == 0) {
            return rule + " of " + parts.size();
        }
        return rule
                + parts.stream()
                        .map(part -> part instanceof ComposedOpenings composed
                                ? composed.shown(levels - 1)
                                : Objects.toString(part))
                        .toList()
                        .toString();
    }
}
