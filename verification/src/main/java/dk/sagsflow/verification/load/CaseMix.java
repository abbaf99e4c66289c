package dk.sagsflow.verification.load;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.util.Arrays;
import java.util.Map;

/**
 * What cases are about: for each field its values, by name or id, and how often each comes, in parts of their sum. The empty
 * text stands for a case without the field. Fields are drawn apart from one another; one that is not listed is empty, or
 * has its first value if every case has one. Immutable.
 *
 * @param weights the weight of each value of each field
 */
public record CaseMix(ImmutableMap<CaseField, ImmutableMap<String, Double>> weights) {
    /** What cases can be drawn by: what people see of a case, and not where it lies. */
    public static final ImmutableSet<CaseField> FIELDS = Sets.immutableEnumSet(
            CaseField.KIND,
            CaseField.SYSTEM,
            CaseField.CATEGORY,
            CaseField.CAUSE,
            CaseField.IMPACT,
            CaseField.URGENCY,
            CaseField.CUSTOMER_KIND,
            CaseField.UNIT);

    private static final ImmutableMap<CaseField, ImmutableSet<String>> NAMES = ImmutableMap.of(
            CaseField.KIND, names(CaseKind.values()),
            CaseField.CAUSE, names(Cause.values()),
            CaseField.IMPACT, names(Impact.values()),
            CaseField.URGENCY, names(Urgency.values()),
            CaseField.CUSTOMER_KIND, names(CustomerKind.values()));
    private static final ImmutableSet<CaseField> ALWAYS_THERE =
            Sets.immutableEnumSet(CaseField.KIND, CaseField.CAUSE, CaseField.CUSTOMER_KIND);

    private static final ImmutableMap<CaseField, ImmutableMap<String, Double>> USUAL = ImmutableMap.of(
            CaseField.KIND, ImmutableMap.of("INCIDENT", 6.0, "QUESTION", 3.0, "SERVICE_REQUEST", 1.0),
            CaseField.CAUSE,
                    ImmutableMap.of(
                            "USER_ERROR", 9.0, "UNKNOWN", 4.0, "SYSTEM", 3.0, "TECHNICAL", 2.0, "BUSINESS", 2.0),
            CaseField.CUSTOMER_KIND, ImmutableMap.of("SUPERUSER", 6.0, "CITIZEN", 3.0, "COMPANY", 1.0),
            CaseField.IMPACT, ImmutableMap.of("LOW", 12.0, "MEDIUM", 6.0, "HIGH", 2.0),
            CaseField.URGENCY, ImmutableMap.of("LOW", 6.0, "MEDIUM", 10.0, "HIGH", 4.0));

    /** Refuses fields that are not drawn, values that do not exist, and values without a weight. */
    public CaseMix {
        weights.forEach((field, values) -> {
            checkArgument(FIELDS.contains(field), "%s cannot be drawn; %s can", field.words(), FIELDS);
            checkWeights(field, values);
            checkNames(field, values.keySet());
        });
    }

    private static void checkWeights(CaseField field, ImmutableMap<String, Double> values) {
        checkArgument(
                values.values().stream().allMatch(weight -> weight >= 0 && Double.isFinite(weight))
                        && values.values().stream().anyMatch(weight -> weight > 0),
                "weights of %s are %s; none is negative, and one is more than 0",
                field.words(),
                values);
    }

    private static void checkNames(CaseField field, ImmutableSet<String> values) {
        ImmutableSet<String> names = NAMES.get(field);
        if (names != null) {
            Sets.SetView<String> unknown = Sets.difference(
                    values, ALWAYS_THERE.contains(field) ? names : Sets.union(names, ImmutableSet.of("")));
            checkArgument(unknown.isEmpty(), "%s is no %s; allowed are %s", unknown, field.words(), names);
        }
    }

    /**
     * A mix for an organisation of which nothing is known: most cases are incidents of superusers, nearly half of them known
     * errors or wrong use; every system comes as often as any other.
     */
    public static CaseMix of(SupportOrganisation organisation) {
        ImmutableMap.Builder<CaseField, ImmutableMap<String, Double>> weights = ImmutableMap.builder();
        weights.putAll(USUAL);
        if (!organisation.systems().isEmpty()) {
            weights.put(
                    CaseField.SYSTEM,
                    organisation.systems().stream()
                            .collect(ImmutableMap.toImmutableMap(
                                    system -> system.id().value(), system -> 1.0)));
        }
        return new CaseMix(weights.buildOrThrow());
    }

    /** The same with other weights for this field. */
    public CaseMix with(CaseField field, Map<String, Double> values) {
        Map<CaseField, ImmutableMap<String, Double>> changed = Maps.newLinkedHashMap(weights);
        changed.put(field, ImmutableMap.copyOf(values));
        return new CaseMix(ImmutableMap.copyOf(changed));
    }

    /** The values of this field with their weights; none if it is not listed. */
    public ImmutableMap<String, Double> values(CaseField field) {
        return weights.getOrDefault(field, ImmutableMap.of());
    }

    private static ImmutableSet<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(ImmutableSet.toImmutableSet());
    }
}
