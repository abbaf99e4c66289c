package dk.sagsflow.verification.script;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.clock.ClockFilter;
import dk.sagsflow.sla.clock.Explanation;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which clock of a case is meant. Immutable.
 *
 * @param text a target, a target with its agreement ({@code customers/resolution}), or a measure
 * @param group the group whose clock it is
 * @param nth which of them, from 1, in the order in which they began; the last unless said otherwise
 */
public record ClockName(String text, Optional<String> group, Optional<Integer> nth) {
    /** Refuses null. */
    public ClockName {
        requireNonNull(text, "text");
        requireNonNull(group, "group");
        requireNonNull(nth, "nth");
    }

    private ClockFilter filter() {
        ClockFilter named = Arrays.stream(Measure.values())
                .filter(measure -> measure.name().equals(text))
                .findFirst()
                .map(ClockFilter::ofMeasure)
                .orElseGet(this::ofTarget);
        return group.map(id -> named.at(GroupId.of(id))).orElse(named);
    }

    private ClockFilter ofTarget() {
        int slash = text.indexOf('/');
        return slash < 0
                ? ClockFilter.ofTarget(text)
                : ClockFilter.ofTarget(text.substring(slash + 1)).withAgreement(text.substring(0, slash));
    }

    /** The clock that is meant, among these of a case. */
    public Optional<Explanation> among(ImmutableList<Explanation> clocks) {
        ImmutableList<Explanation> meant = filter().among(clocks);
        int index = nth.orElse(meant.size()) - 1;
        return index >= 0 && index < meant.size() ? Optional.of(meant.get(index)) : Optional.empty();
    }

    /** Whether a target of the model, or a measure, is called so. */
    boolean knownTo(SupportModel model) {
        return Arrays.stream(Measure.values())
                        .anyMatch(measure -> measure.name().equals(text))
                || model.agreements().all().stream()
                        .anyMatch(agreement -> agreement.targets().stream()
                                .anyMatch(target ->
                                        text.equals(target.id()) || text.equals(agreement.id() + "/" + target.id())));
    }

    /** In words. */
    public String describe() {
        return text
                + group.map(id -> " of " + id).orElse("")
                + nth.map(number -> " (" + number + ")").orElse("");
    }
}
