package dk.sagsflow.core.decision;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseDescription;
import dk.sagsflow.core.conversation.Channel;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The events that a description amounts to. Knows nothing of whether they are possible. Not thread-safe. */
final class DescribedPast {
    private static final String UNSAID = "";

    private final SupportOrganisation organisation;
    private final CaseDescription told;
    private final Optional<Customer> customer;
    private final ImmutableList<CaseDescription.Holder> holders;
    private final List<Happening> flow = new ArrayList<>();

    /** Something that happened, which has no place among the events yet. */
    private record Happening(Instant at, ActorId by, Side side, Function<EventHeader, CaseEvent> event) {}

    DescribedPast(SupportOrganisation organisation, CaseDescription told, Optional<Customer> customer) {
        this.organisation = organisation;
        this.told = told;
        this.customer = customer;
        this.holders = told.holders().isEmpty()
                ? ImmutableList.of(CaseDescription.Holder.of(organisation.contactEntrance(), told.registeredAt()))
                : told.holders();
    }

    /** The events in the order in which they are said to have happened; what stands in no order stays in none. */
    ImmutableList<CaseEvent> events(CaseNumber number, Instant now) {
        registered();
        placed();
        held();
        told.waiting().ifPresent(this::waiting);
        told.answer().ifPresent(this::answered);
        told.end()
                .ifPresent(end -> happened(
                        end.at(), end.by(), header -> new CaseEvent.Closed(header, end.reason(), end.remark())));
        return numbered(withNotes(), number, now);
    }

    private void registered() {
        ActorId by =
                told.registeredBy().orElseGet(() -> ActorId.of(told.customer().value()));
        flow.add(new Happening(
                told.registeredAt(),
                by,
                Side.CUSTOMER,
                header -> new CaseEvent.Registered(
                        header,
                        station(holders.get(0)),
                        told.customer(),
                        customer.map(Customer::kind).orElse(CustomerKind.CITIZEN),
                        customer.flatMap(Customer::unit),
                        told.kind(),
                        told.system(),
                        told.subject(),
                        told.description())));
    }

    private void placed() {
        told.attributes()
                .forEach((id, value) ->
                        written(header -> RecordDecisions.attributeSet(organisation, header, id, Optional.of(value))));
        told.references().forEach(reference -> written(header -> new CaseEvent.ReferenceAdded(header, reference)));
        if (told.category().isPresent() || told.cause() != Cause.UNKNOWN) {
            written(header ->
                    new CaseEvent.Classified(header, told.kind(), told.system(), told.category(), told.cause()));
        }
        told.judgement()
                .ifPresent(judged -> written(header -> new CaseEvent.Prioritised(
                        header,
                        judged.impact(),
                        judged.urgency(),
                        organisation.priorityMatrix().priority(judged.impact(), judged.urgency()))));
    }

    private void held() {
        taken(holders.get(0));
        for (int place = 1; place < holders.size(); place++) {
            Station from = station(holders.get(place - 1));
            CaseDescription.Holder to = holders.get(place);
            happened(to.since(), somebody(), header -> new CaseEvent.HandedOver(header, from, station(to), UNSAID));
            taken(to);
        }
    }

    private void taken(CaseDescription.Holder holder) {
        holder.taken()
                .ifPresent(taken -> happened(
                        taken.at(), taken.by(), header -> new CaseEvent.Assigned(header, station(holder), taken.by())));
    }

    private void waiting(CaseDescription.Waiting waiting) {
        happened(
                waiting.since(),
                somebody(),
                header -> new CaseEvent.PutOnHold(header, waiting.waitingFor(), waiting.until(), waiting.note()));
    }

    /** It came back through all hands that it had gone through. */
    private void answered(CaseDescription.Answer answer) {
        List<CaseDescription.Holder> fromTop = Lists.reverse(holders);
        for (int place = 0; place < fromTop.size(); place++) {
            Station by = station(fromTop.get(place));
            Optional<Station> to =
                    place + 1 < fromTop.size() ? Optional.of(station(fromTop.get(place + 1))) : Optional.empty();
            happened(answer.at(), answer.by(), header -> new CaseEvent.Answered(header, by, to, answer.text()));
        }
    }

    private void written(Function<EventHeader, CaseEvent> event) {
        happened(told.registeredAt(), somebody(), event);
    }

    private void happened(Instant at, ActorId by, Function<EventHeader, CaseEvent> event) {
        flow.add(new Happening(at, by, Side.ORGANISATION, event));
    }

    private static ActorId somebody() {
        return Actor.sagsflow().id();
    }

    /** Who is not known is left to the check, which finds the group all the same. */
    private Station station(CaseDescription.Holder holder) {
        GroupId group = holder.group();
        return new Station(
                group, organisation.group(group).map(SupportGroup::tier).orElseGet(organisation::contactTier));
    }

    private Iterable<Happening> withNotes() {
        List<Happening> all = new ArrayList<>(flow);
        told.notes()
                .forEach(note -> all.add(new Happening(
                        note.at(),
                        note.by(),
                        note.side(),
                        header -> new CaseEvent.NoteAdded(header, note.visibility(), note.text()))));
        boolean inOrder = Comparators.isInOrder(flow, Comparator.comparing(Happening::at));
        if (inOrder) {
            all.subList(1, all.size()).sort(Comparator.comparing(Happening::at));
        }
        return all;
    }

    private static ImmutableList<CaseEvent> numbered(Iterable<Happening> all, CaseNumber number, Instant now) {
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        long sequence = 0;
        for (Happening happening : all) {
            sequence++;
            events.add(happening
                    .event()
                    .apply(EventHeader.builder()
                            .caseNumber(number)
                            .sequence(sequence)
                            .actor(happening.by())
                            .side(happening.side())
                            .occurredAt(happening.at())
                            .recordedAt(happening.at().isAfter(now) ? happening.at() : now)
                            .channel(Channel.IMPORT)
                            .build()));
        }
        return events.build();
    }
}
