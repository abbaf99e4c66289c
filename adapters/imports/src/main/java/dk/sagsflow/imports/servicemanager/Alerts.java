package dk.sagsflow.imports.servicemanager;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Alerts of a target by the names that they have out of the box: {@code SLA - 50%}, {@code SLA - BREACH}, {@code SLA - Objective 30 minutes from
 * expiration}.
 *
 * @param points where thresholds are: {@code 50%}, {@code -PT30M}
 * @param unread what says no point
 */
record Alerts(ImmutableSet<String> points, ImmutableList<String> unread) {
    private static final Pattern SHARE = Pattern.compile("(?<!\\d)(\\d{1,2}|100)\\s*%");
    private static final Pattern BEFORE = Pattern.compile("(\\d{1,5}) minutes? (?:from|before) expiration");
    private static final Splitter EACH =
            Splitter.on(CharMatcher.anyOf(";,\n")).trimResults().omitEmptyStrings();

    /** The alerts that a text lists, of a target that has so long. */
    static Alerts of(String text, Duration budget) {
        SortedMap<Duration, String> points = new TreeMap<>();
        ImmutableList.Builder<String> unread = ImmutableList.builder();
        for (String alert : EACH.split(text)) {
            point(alert.toLowerCase(Locale.ROOT), budget)
                    .ifPresentOrElse(
                            point -> points.putIfAbsent(point.after(), point.words()), () -> unread.add(alert));
        }
        return new Alerts(ImmutableSet.copyOf(points.values()), unread.build());
    }

    /** In the order in which they are passed. */
    private record Point(Duration after, String words) {}

    private static Optional<Point> point(String alert, Duration budget) {
        Matcher before = BEFORE.matcher(alert);
        if (before.find()) {
            Duration offset = Duration.ofMinutes(Integer.parseInt(before.group(1)));
            return Optional.of(new Point(budget.minus(offset), "-" + offset))
                    .filter(point -> !offset.isZero() && offset.compareTo(budget) < 0);
        }
        Matcher share = SHARE.matcher(alert);
        if (share.find()) {
            int percent = Integer.parseInt(share.group(1));
            return Optional.of(new Point(budget.multipliedBy(percent).dividedBy(100), percent + "%"))
                    .filter(point -> percent > 0);
        }
        return alert.contains("breach") ? Optional.of(new Point(budget, "100%")) : Optional.empty();
    }
}
