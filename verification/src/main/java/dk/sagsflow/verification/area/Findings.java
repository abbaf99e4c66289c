package dk.sagsflow.verification.area;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.FormatMethod;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects what is found. Not thread-safe. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    @FormatMethod
    void add(FindingCode code, Place place, String message, Object... values) {
        found.add(new Finding(code, place, String.format(Locale.ROOT, message, values), Optional.empty()));
    }

    @FormatMethod
    void add(FindingCode code, Place place, Counterexample shown, String message, Object... values) {
        found.add(new Finding(code, place, String.format(Locale.ROOT, message, values), Optional.of(shown)));
    }

    /** What was found, the same only once: a target can be met on several ways. */
    ImmutableList<Finding> list() {
        Map<List<Object>, Finding> once = new LinkedHashMap<>();
        found.forEach(finding ->
                once.putIfAbsent(ImmutableList.of(finding.code(), finding.place(), finding.message()), finding));
        return ImmutableList.copyOf(once.values());
    }
}
