package dk.sagsflow.sla.agreement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pairs of targets of which, for some case, only the listed order says which holds.
 *
 * @param organisation whose agreements these are: it says which group works at which tier
 */
record Ties(SupportOrganisation organisation) {
    /** Those of targets that measure the same over the same span, in words. */
    Stream<String> among(ImmutableList<RankedTarget> targets) {
        return IntStream.range(0, targets.size())
                .boxed()
                .flatMap(i -> targets.subList(i + 1, targets.size()).stream()
                        .filter(other -> tie(targets.get(i), other))
                        .map(other -> words(targets.get(i)) + " goes before " + words(other)
                                + " only because it is listed first"));
    }

    private boolean tie(RankedTarget one, RankedTarget other) {
        return one.specificity() == other.specificity()
                && concernTheSame(one.target().measure(), one.agreement(), other.agreement())
                && !one.agreement().validFrom().isAfter(other.replacedFrom().orElse(Instant.MAX))
                && !other.agreement().validFrom().isAfter(one.replacedFrom().orElse(Instant.MAX))
                && !(one.agreement().id().equals(other.agreement().id())
                        && !one.agreement().version().equals(other.agreement().version()))
                && !Exclusion.between(one.target().appliesTo(), other.target().appliesTo(), alike(one, other));
    }

    /** Whether a case has one priority for both. */
    private static boolean alike(RankedTarget one, RankedTarget other) {
        return one.agreement().priorityMatrix().equals(other.agreement().priorityMatrix());
    }

    /** Whether both parties matter depends on the measure, see {@link RankedTarget#promisedBy}. */
    private boolean concernTheSame(Measure measure, Agreement one, Agreement other) {
        boolean provider = mayBeOne(one.provider(), other.provider());
        boolean consumer = mayBeOne(one.consumer(), other.consumer());
        if (measure.concernsCustomer()) {
            return consumer;
        }
        return measure == Measure.ANSWER ? provider && consumer : provider;
    }

    private boolean mayBeOne(Party one, Party other) {
        return one.equals(other)
                || !Sets.intersection(one.customers(), other.customers()).isEmpty()
                || worksAt(one, other)
                || worksAt(other, one);
    }

    private boolean worksAt(Party one, Party other) {
        return one instanceof Party.OfGroup group
                && other instanceof Party.OfTier tier
                && organisation.group(group.group()).map(SupportGroup::tier).equals(Optional.of(tier.tier()));
    }

    private static String words(RankedTarget candidate) {
        return "target " + candidate.target().id() + " of agreement "
                + candidate.agreement().id();
    }
}
