package dk.sagsflow.jdbc.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.text.FoldedText;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.jdbc.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a query asks, as a condition of a statement. Where the database cannot be asked all of it, the condition holds for
 * more cases than the query, never for fewer. Not thread-safe.
 */
final class CaseCriteria {
    private static final String NEVER = "1 = 0";
    private static final String ALWAYS = "1 = 1";

    private final CaseOrder order;
    private final List<String> conditions;
    private final List<Object> values;
    private boolean exact;

    private CaseCriteria(CaseOrder order, List<String> conditions, List<Object> values, boolean exact) {
        this.order = order;
        this.conditions = new ArrayList<>(conditions);
        this.values = new ArrayList<>(values);
        this.exact = exact;
    }

    static CaseCriteria of(CaseQuery query) {
        CaseCriteria criteria = new CaseCriteria(query.order(), List.of(), List.of(), true);
        criteria.placed(query);
        criteria.followed(query);
        criteria.ofCustomer(query);
        criteria.timely(query);
        criteria.conditions.add(criteria.scope(query.scope()));
        return criteria;
    }

    /**
     * The same as a few of which any holds, so that each is found in its own index: who sees the cases of one customer and those that a group
     * has had sees few and many.
     */
    static ImmutableList<CaseCriteria> alternatives(CaseQuery query) {
        return alternatives(query.scope()).stream()
                .map(scope -> of(query.withScope(scope)))
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<CaseScope> alternatives(CaseScope scope) {
        if (scope instanceof CaseScope.AnyOf anyOf
                && !anyOf.groups().isEmpty()
                && !(anyOf.customers().isEmpty() && anyOf.units().isEmpty())) {
            return ImmutableList.of(
                    new CaseScope.AnyOf(anyOf.customers(), anyOf.units(), ImmutableSet.of()),
                    new CaseScope.AnyOf(ImmutableSet.of(), ImmutableSet.of(), anyOf.groups()));
        }
        return scope instanceof CaseScope.Both both
                ? alternatives(both.one()).stream()
                        .flatMap(one -> alternatives(both.other()).stream().map(one::and))
                        .collect(ImmutableList.toImmutableList())
                : ImmutableList.of(scope);
    }

    /** Whether it holds for exactly the cases that the query asks for. */
    boolean isExact() {
        return exact;
    }

    CaseOrder order() {
        return order;
    }

    String where() {
        List<String> asked =
                conditions.stream().filter(each -> !each.equals(ALWAYS)).toList();
        return asked.isEmpty() ? "" : " WHERE " + String.join(" AND ", asked);
    }

    Object[] values(Object... more) {
        return Session.join(values.toArray(), more);
    }

    /** The same, behind this place. */
    CaseCriteria from(CaseCursor.Place place) {
        CaseCriteria from = new CaseCriteria(order, conditions, values, exact);
        switch (order) {
            case REGISTRATION ->
                from.add(
                        "(c.registered_at, c.case_number) > (?, ?)",
                        place.registeredAt(),
                        place.number().value());
            case DUE_FIRST -> from.addBehind("c.member_at", place);
            case DUE_FIRST_FOR_CUSTOMER -> from.addBehind("c.customer_at", place);
            case LATEST_CHANGE ->
                from.add(
                        "c.changed_at <= ? AND (c.changed_at < ? OR (c.registered_at, c.case_number) > (?, ?))",
                        place.at(),
                        place.at(),
                        place.registeredAt(),
                        place.number().value());
        }
        return from;
    }

    private void addBehind(String column, CaseCursor.Place place) {
        add(
                "(" + column + ", c.registered_at, c.case_number) > (?, ?, ?)",
                place.at(),
                place.registeredAt(),
                place.number().value());
    }

    private void add(String condition, Object... more) {
        conditions.add(condition);
        values.addAll(List.of(more));
    }

    private void placed(CaseQuery query) {
        among("c.tier_id", query.tiers());
        among("c.group_id", query.groups());
        among("c.assignee", query.assignees());
        among("c.status", names(query.statuses()));
        among("c.kind", names(query.kinds()));
        among("c.priority", names(query.priorities()));
        if (query.setAsideAlone()) {
            add("c.set_aside = TRUE");
        }
    }

    private void followed(CaseQuery query) {
        amongKeys(Snapshot.Key.FOLLOWER, query.followedUpBy());
        amongKeys(Snapshot.Key.TO_FOLLOW_UP, query.toBeFollowedUpBy());
        amongKeys(Snapshot.Key.PARENT, query.parents());
        amongKeys(Snapshot.Key.HEARD_FROM, query.heardFrom());
        amongKeys(
                Snapshot.Key.WATCHER,
                query.watchers().stream()
                        .map(watcher -> Snapshot.watcher(Watcher.key(watcher)).value())
                        .collect(ImmutableSet.toImmutableSet()));
    }

    private void ofCustomer(CaseQuery query) {
        among("c.customer", query.customers());
        among("c.unit_id", query.units());
        among("c.system_id", query.systems());
        if (!query.references().isEmpty()) {
            knownAs(query.references());
        }
        query.attributes()
                .asMap()
                .forEach((id, wanted) -> amongKeys(
                        Snapshot.Key.ATTRIBUTE,
                        wanted.stream()
                                .map(value -> Snapshot.attribute(id, value).value())
                                .collect(ImmutableSet.toImmutableSet())));
    }

    /** Of which it is one that another system has. */
    private void knownAs(ImmutableSet<Reference> references) {
        String alternatives = references.stream()
                .map(reference -> "(system_name = ? AND reference_id = ?)")
                .collect(Collectors.joining(" OR "));
        add("c.case_number IN (SELECT case_number FROM sagsflow_reference WHERE " + alternatives + ")");
        references.forEach(reference -> values.addAll(List.of(reference.system(), reference.id())));
    }

    private void timely(CaseQuery query) {
        query.registeredFrom().ifPresent(from -> add("c.registered_at >= ?", Session.keptFrom(from)));
        query.registeredBefore().ifPresent(before -> add("c.registered_at < ?", Session.keptFrom(before)));
        query.changedSince().ifPresent(since -> add("c.changed_at >= ?", Session.keptFrom(since)));
        query.text().ifPresent(text -> {
            String pattern = "%" + FoldedText.of(text).value().replaceAll("([!%_])", "!$1") + "%";
            add("(c.folded_subject LIKE ? ESCAPE '!' OR c.folded_description LIKE ? ESCAPE '!')", pattern, pattern);
        });
    }

    private static Iterable<String> names(Iterable<? extends Enum<?>> constants) {
        return Iterables.transform(constants, Enum::name);
    }

    private void among(String column, Iterable<?> wanted) {
        if (!Iterables.isEmpty(wanted)) {
            conditions.add(in(column, wanted));
        }
    }

    private void amongKeys(Snapshot.Key key, ImmutableSet<?> wanted) {
        if (!wanted.isEmpty()) {
            conditions.add(inKeys(key, wanted));
        }
    }

    private String in(String column, Iterable<?> wanted) {
        List<String> texts = Session.texts(wanted);
        values.addAll(List.of(Session.filled(texts)));
        return column + " IN " + Session.places(texts.size());
    }

    private String inKeys(Snapshot.Key key, ImmutableSet<?> wanted) {
        return "c.case_number IN (SELECT k.case_number FROM sagsflow_case_key k WHERE k.key_kind = '" + key.name()
                + "' AND " + in("k.key_value", wanted) + ")";
    }

    private String scope(CaseScope scope) {
        if (scope instanceof CaseScope.Everything) {
            return ALWAYS;
        }
        if (scope instanceof CaseScope.AnyOf anyOf) {
            return anyOf(anyOf);
        }
        if (scope instanceof CaseScope.Both both) {
            return "(" + scope(both.one()) + " AND " + scope(both.other()) + ")";
        }
        if (scope instanceof CaseScope.Either either) {
            return "(" + scope(either.one()) + " OR " + scope(either.other()) + ")";
        }
        return condition(((CaseScope.Where) scope).condition());
    }

    private String anyOf(CaseScope.AnyOf scope) {
        List<String> alternatives = new ArrayList<>();
        if (!scope.customers().isEmpty()) {
            alternatives.add(in("c.customer", scope.customers()));
        }
        if (!scope.units().isEmpty()) {
            alternatives.add(in("c.unit_id", scope.units()));
        }
        if (!scope.groups().isEmpty()) {
            alternatives.add(inKeys(Snapshot.Key.INVOLVED, scope.groups()));
        }
        return alternatives.isEmpty() ? NEVER : "(" + String.join(" OR ", alternatives) + ")";
    }

    /** Holds wherever the condition holds. */
    private String condition(Condition condition) {
        if (condition instanceof Condition.Is is) {
            return in(column(is.field()), is.values());
        }
        if (condition instanceof Condition.All all) {
            return joined(all.conditions(), " AND ", ALWAYS);
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.conditions(), " OR ", NEVER);
        }
        if (condition instanceof Condition.Not not && not.condition() instanceof Condition.Is is) {
            String column = column(is.field());
            return "(" + column + " IS NULL OR NOT " + in(column, is.values()) + ")";
        }
        exact = false;
        return ALWAYS;
    }

    private String joined(List<Condition> conditions, String by, String ofNone) {
        return conditions.isEmpty()
                ? ofNone
                : conditions.stream().map(this::condition).collect(Collectors.joining(by, "(", ")"));
    }

    private static String column(CaseField field) {
        return switch (field) {
            case KIND -> "c.kind";
            case SYSTEM -> "c.system_id";
            case CATEGORY -> "c.category";
            case CAUSE -> "c.cause";
            case IMPACT -> "c.impact";
            case URGENCY -> "c.urgency";
            case PRIORITY -> "c.priority";
            case CUSTOMER_KIND -> "c.customer_kind";
            case UNIT -> "c.unit_id";
            case TIER -> "c.tier_id";
            case GROUP -> "c.group_id";
        };
    }
}
