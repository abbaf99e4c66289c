package dk.sagsflow.verification.script;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the history of a case as a scenario. Not thread-safe. */
final class HistoryAsScript {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final SubjectModel subject;
    private final ImmutableList<CaseEvent> events;
    private final Values values;
    private final ImmutableSet<String> customers;
    private final ImmutableSet<String> names;
    private final ObjectNode given = MAPPER.createObjectNode();
    private final ArrayNode when = MAPPER.createArrayNode();

    HistoryAsScript(SubjectModel subject, ImmutableList<CaseEvent> events) {
        this.subject = subject;
        this.events = events;
        this.values = new Values(Values.zoneOf(subject.model()));
        this.customers = customers(subject, (CaseEvent.Registered) events.get(0));
        this.names = Names.of(subject).stream()
                .filter(name -> !customers.contains(name))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Whoever acts as the customer, who is nobody in particular in a scenario. */
    private static ImmutableSet<String> customers(SubjectModel subject, CaseEvent.Registered first) {
        return subject.people().actors().stream()
                .filter(actor -> actor.customer().equals(Optional.of(first.customer())))
                .map(actor -> actor.id().value())
                .collect(ImmutableSet.toImmutableSet());
    }

    String json() {
        SupportCase end = SupportCase.of(events);
        registered((CaseEvent.Registered) events.get(0));
        for (int i = 1; i < events.size(); i++) {
            happened(events.get(i - 1), events.get(i));
        }
        ObjectNode scenario = MAPPER.createObjectNode().put("name", "case " + end.number());
        scenario.set("given", given);
        scenario.set("when", when);
        scenario.set("then", then(end));
        ObjectNode root = MAPPER.createObjectNode().put("format", JsonDrafts.FORMAT);
        root.putArray("scenarios").add(scenario);
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private void registered(CaseEvent.Registered event) {
        given.put("at", values.text(event.occurredAt()));
        given.put("customer", event.customerKind().name());
        event.unit().ifPresent(unit -> given.put("unit", unit.value()));
        who(event, event.station().group()).ifPresent(name -> given.put("by", name));
        if (!event.station().group().equals(subject.model().organisation().contactEntrance())) {
            given.put("group", event.station().group().value());
        }
        given.put("kind", event.kind().name());
        event.system().ifPresent(system -> given.put("system", system.value()));
        words(event).ifPresent(found -> given.put("subject", found));
    }

    /** The words in its text that rules look for. */
    private Optional<String> words(CaseEvent.Registered event) {
        String text = event.subject() + "\n" + event.description();
        String found = subject.model().triage().rules().stream()
                .flatMap(rule -> rule.when().leaves().stream())
                .filter(leaf -> leaf instanceof Condition.Mentions mentions
                        && mentions.words().in(text))
                .flatMap(leaf -> ((Condition.Mentions) leaf).words().words().stream())
                .filter(word -> text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                .distinct()
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** Somebody of the people, the customer, or somebody of the group; whoever can if none of them is known. */
    private Optional<String> who(CaseEvent event, GroupId group) {
        EventHeader header = event.header();
        if (names.contains(header.actor().value())) {
            return Optional.of(header.actor().value());
        }
        return header.side() == Side.CUSTOMER
                        || customers.contains(header.actor().value())
                ? Optional.of(Names.CUSTOMER)
                : Optional.of(group.value()).filter(names::contains);
    }

    private void happened(CaseEvent before, CaseEvent event) {
        if (event.header().side() == Side.PROGRAM || follows(before, event)) {
            return;
        }
        if (atOnce(event)) {
            told(event);
            return;
        }
        Map<String, String> said = said(event);
        if (!said.isEmpty()) {
            ObjectNode row = when.addObject().put("at", values.text(event.occurredAt()));
            said.forEach(row::put);
            GroupId group = SupportCase.of(events.subList(0, events.indexOf(event)))
                    .working()
                    .map(station -> station.group())
                    .orElseGet(subject.model().organisation()::contactEntrance);
            who(event, group).ifPresent(name -> row.put("by", name));
        }
    }

    /** What the desk does with a word of the customer's. */
    private static boolean follows(CaseEvent before, CaseEvent event) {
        return event instanceof CaseEvent.Resumed
                && before instanceof CaseEvent.NoteAdded
                && before.occurredAt().equals(event.occurredAt());
    }

    /** What was known when it came in. */
    private boolean atOnce(CaseEvent event) {
        return when.isEmpty()
                && event.occurredAt().equals(events.get(0).occurredAt())
                && (event instanceof CaseEvent.Classified || event instanceof CaseEvent.Prioritised);
    }

    private void told(CaseEvent event) {
        if (event instanceof CaseEvent.Classified placed) {
            given.put("kind", placed.kind().name()).put("cause", placed.cause().name());
            placed.system().ifPresent(system -> given.put("system", system.value()));
            category(placed).ifPresent(category -> given.put("category", category));
        } else if (event instanceof CaseEvent.Prioritised judged) {
            given.put("impact", judged.impact().name())
                    .put("urgency", judged.urgency().name());
        }
    }

    /** One that the model asks for; any other is what somebody wrote. */
    private Optional<String> category(CaseEvent.Classified placed) {
        return placed.category().filter(subject.model().categories()::contains);
    }

    private static Map<String, String> is(Verb verb, Object... details) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("is", verb.words());
        for (int i = 0; i < details.length; i += 2) {
            said.put(((Detail) details[i]).word(), details[i + 1].toString());
        }
        return said;
    }

    /** What happened, in the words of scenarios; nothing if they have none for it. */
    private Map<String, String> said(CaseEvent event) {
        if (event instanceof CaseEvent.Accepted) {
            return is(Verb.ACCEPTED);
        } else if (event instanceof CaseEvent.HandedOver moved) {
            return is(Verb.HANDED_OVER, Detail.GROUP, moved.to().group());
        } else if (event instanceof CaseEvent.Answered) {
            return is(Verb.ANSWERED);
        } else if (event instanceof CaseEvent.GivenBack back) {
            return is(Verb.GIVEN_BACK, Detail.GIVE_BACK_REASON, back.reason());
        } else if (event instanceof CaseEvent.PutOnHold hold) {
            Map<String, String> said = is(Verb.WAITS, Detail.WAITING, hold.waitingFor());
            hold.until().ifPresent(until -> said.put(Detail.UNTIL.word(), values.text(until)));
            return said;
        } else if (event instanceof CaseEvent.Resumed) {
            return is(Verb.RESUMED);
        } else if (event instanceof CaseEvent.Assigned assigned) {
            return names.contains(assigned.assignee().value())
                    ? is(Verb.ASSIGNED, Detail.PERSON, assigned.assignee())
                    : is(Verb.ACCEPTED);
        }
        return written(event);
    }

    private Map<String, String> written(CaseEvent event) {
        if (event instanceof CaseEvent.Classified placed) {
            Map<String, String> said = is(Verb.CLASSIFIED, Detail.KIND, placed.kind(), Detail.CAUSE, placed.cause());
            placed.system().ifPresent(system -> said.put(Detail.SYSTEM.word(), system.value()));
            category(placed).ifPresent(category -> said.put(Detail.CATEGORY.word(), category));
            return said;
        } else if (event instanceof CaseEvent.Prioritised judged) {
            return is(Verb.PRIORITISED, Detail.IMPACT, judged.impact(), Detail.URGENCY, judged.urgency());
        } else if (event instanceof CaseEvent.AttributeSet set) {
            return set.value()
                    .filter(value -> !set.personal())
                    .map(value -> is(Verb.FILLED_IN, Detail.ATTRIBUTE, set.attribute(), Detail.VALUE, value.describe()))
                    .orElse(Map.of());
        } else if (event instanceof CaseEvent.NoteAdded note) {
            boolean customer = note.header().side() == Side.CUSTOMER;
            boolean inside = note.visibility() == Visibility.INTERNAL;
            return is(customer ? Verb.WROTE : inside ? Verb.NOTED : Verb.TOLD);
        } else if (event instanceof CaseEvent.SupplierContactDocumented contact) {
            return is(Verb.DOCUMENTED, Detail.SUPPLIER, contact.supplier());
        } else if (event instanceof CaseEvent.ConvertedToChange change) {
            return is(Verb.CONVERTED, Detail.CHANGE, change.changeKind());
        }
        return ended(event);
    }

    private static Map<String, String> ended(CaseEvent event) {
        if (event instanceof CaseEvent.Reopened) {
            return is(Verb.REOPENED);
        } else if (event instanceof CaseEvent.WorkaroundProvided) {
            return is(Verb.WORKAROUND);
        } else if (event instanceof CaseEvent.Closed closed) {
            return closed.reason() == ClosingReason.CONFIRMED
                    ? is(Verb.CONFIRMED)
                    : is(Verb.CLOSED, Detail.CLOSING_REASON, closed.reason());
        }
        return Map.of();
    }

    private ArrayNode then(SupportCase end) {
        ArrayNode then = MAPPER.createArrayNode();
        String at = values.text(end.changedAt());
        ObjectNode whole =
                then.addObject().put("at", at).put("status", end.status().name());
        whole.put("with", end.working().map(station -> station.group().value()).orElse(Values.NONE));
        end.chain().links().stream()
                .map(Link::station)
                .map(station -> station.group().value())
                .forEach(whole.putArray("answers")::add);
        for (ClockReading clock :
                new Clocks(subject.model().agreements()).readOpen(CaseHistory.of(events), end.changedAt())) {
            clock(then.addObject().put("at", at), clock);
        }
        return then;
    }

    private void clock(ObjectNode row, ClockReading clock) {
        row.put(
                "clock",
                clock.selected().agreement().id() + "/"
                        + clock.selected().target().id());
        clock.station().ifPresent(station -> row.put("group", station.group().value()));
        row.put("due", clock.due().map((Instant due) -> values.text(due)).orElse(Values.NONE));
        row.put("used", clock.consumed().toString());
    }
}
