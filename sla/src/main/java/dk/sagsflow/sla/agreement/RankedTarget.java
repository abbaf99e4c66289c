package dk.sagsflow.sla.agreement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A target at its place in the order in which targets hold, and what is asked of a case before it does. {@link
 * Agreements#candidates} asks it of one case, verification of all cases at once. Immutable.
 *
 * @param selected the target, in the version of the agreement that it is of
 * @param replacedFrom when the next version of the agreement begins, exclusive; empty if there is none
 * @param customers whose cases it may hold for; of a limit of a group those of every customer
 */
public record RankedTarget(Selected selected, Optional<Instant> replacedFrom, ImmutableSet<CustomerKind> customers) {
    private static final ImmutableSet<CustomerKind> EVERYBODY =
            Sets.immutableEnumSet(EnumSet.allOf(CustomerKind.class));
    private static final int ANY_FIELDS = 1000;

    /** The targets of all of these agreements, in order. */
    static ImmutableList<RankedTarget> inOrder(ImmutableList<Agreement> agreements) {
        List<RankedTarget> ranked = new ArrayList<>();
        for (Agreement agreement : agreements) {
            Optional<Instant> replacedFrom = replacedFrom(agreements, agreement);
            for (Target target : agreement.targets()) {
                ImmutableSet<CustomerKind> customers = target.measure().concernsCustomer()
                        ? agreement.consumer().customers()
                        : EVERYBODY;
                ranked.add(new RankedTarget(new Selected(agreement, target), replacedFrom, customers));
            }
        }
        // The sort is stable, so targets that ask for as much stay in listed order.
        ranked.sort(Comparator.comparingInt(RankedTarget::specificity).reversed());
        return ImmutableList.copyOf(ranked);
    }

    private static Optional<Instant> replacedFrom(ImmutableList<Agreement> all, Agreement agreement) {
        return all.stream()
                .filter(other -> other.id().equals(agreement.id()))
                .map(Agreement::validFrom)
                .filter(from -> from.isAfter(agreement.validFrom()))
                .min(Comparator.naturalOrder());
    }

    /** The version of the agreement. */
    public Agreement agreement() {
        return selected.agreement();
    }

    /** The target. */
    public Target target() {
        return selected.target();
    }

    /** How narrow it is: of two targets that apply, the one with more holds, and of two alike the one listed first. */
    public int specificity() {
        boolean narrow =
                agreement().provider() instanceof Party.OfGroup || agreement().consumer() instanceof Party.Customers;
        return (narrow ? ANY_FIELDS : 0) + target().appliesTo().specificity();
    }

    /** Which cases it is for, with the priority that they have for the agreement. */
    public Condition appliesTo() {
        return selected.appliesTo();
    }

    /**
     * Whether it may hold for a clock of whoever is there.
     *
     * @param station where the case lies, or whose clock it is; not asked for a clock of the customer
     * @param consumer who handed the case over, for {@link Measure#ANSWER}; empty otherwise
     */
    public boolean promisedBy(Optional<Station> station, Optional<Station> consumer) {
        return target().measure().concernsCustomer()
                || (station.isPresent()
                        && agreement().provider().includes(station.get())
                        && (consumer.isEmpty() || agreement().consumer().includes(consumer.get())));
    }

    /** Whether a case that is registered then comes under this version of the agreement. */
    public boolean validFor(Instant registeredAt) {
        return !registeredAt.isBefore(agreement().validFrom())
                && (replacedFrom.isEmpty() || registeredAt.isBefore(replacedFrom.get()));
    }

    /** Whether it may hold for a clock of the case, whatever becomes of its fields. */
    boolean mayHold(Optional<Station> station, Optional<Station> consumer, SupportCase current) {
        return promisedBy(station, consumer)
                && customers.contains(current.customerKind())
                && validFor(current.registeredAt());
    }
}
