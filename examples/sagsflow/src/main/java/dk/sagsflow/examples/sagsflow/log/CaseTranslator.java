package dk.sagsflow.examples.sagsflow.log;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.conversation.Channel;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.examples.sagsflow.log.mapping.RowState;
import java.time.Instant;
import java.util.Optional;

/**
 * Turns the rows of one case into its events. A log says who had the case, not what was asked or answered between
 * groups, so a case that comes to a group which had handed it over was given back to it, past those in between, and one that
 * comes to any other group was handed over. A log that tells priorities does not tell what they were derived from, so impact, where it is not
 * told, and urgency are medium. What the log does is taken as it is, even where the rules would refuse it. Not thread-safe.
 */
public final class CaseTranslator {
    private static final ActorId SAGSFLOW = Actor.sagsflow().id();
    private static final ActorId UNNAMED = ActorId.of("unnamed");
    private static final CustomerId CUSTOMER = CustomerId.of("unnamed");

    private final ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
    private final LoggedCase logged;
    private SupportCase state;

    private CaseTranslator(LoggedCase logged) {
        this.logged = logged;
        CaseEvent.Registered registered = registered();
        events.add(registered);
        state = SupportCase.of(ImmutableList.of(registered));
        comeWith(logged.last().ofCase(), logged.first());
    }

    private CaseEvent.Registered registered() {
        LogRow first = logged.first();
        return new CaseEvent.Registered(
                header(CaseNumber.of(logged.caseId()), 1, logged.registeredAt(), first),
                station(first),
                CUSTOMER,
                CustomerKind.OTHER,
                Optional.empty(),
                CaseKind.INCIDENT,
                first.system().map(SystemId::of),
                "",
                "");
    }

    private void comeWith(LogRow.OfCase told, LogRow first) {
        told.category()
                .ifPresent(category -> add(new CaseEvent.Classified(
                        cameWith(first), CaseKind.INCIDENT, state.system(), Optional.of(category), Cause.UNKNOWN)));
        told.knownError()
                .filter(error -> !error.equals(logged.caseId()))
                .ifPresent(error -> add(new CaseEvent.CaseLinked(
                        cameWith(first), CaseRelation.CAUSED_BY, CaseNumber.of(error), Optional.empty())));
    }

    /** What a case is was so from the beginning, whenever that came to be known. */
    private EventHeader cameWith(LogRow first) {
        return header(state.number(), state.version() + 1, logged.registeredAt(), first);
    }

    /** The events of this case, in order. */
    public static ImmutableList<CaseEvent> events(LoggedCase logged) {
        return new CaseTranslator(logged).translate();
    }

    private ImmutableList<CaseEvent> translate() {
        for (LogRow row : logged.rows()) {
            prioritise(row);
            translate(row);
        }
        return events.build();
    }

    private void translate(LogRow row) {
        if (row.state() instanceof RowState.Unknown) {
            add(new CaseEvent.NoteAdded(next(row), Visibility.INTERNAL, "the log gives no status"));
        } else if (row.state() instanceof RowState.Answered) {
            answered(row);
        } else if (row.state() instanceof RowState.Cancelled) {
            cancelled(row);
        } else if (row.state() instanceof RowState.Closed) {
            answered(row);
            if (state.status() == CaseStatus.ANSWERED) {
                add(new CaseEvent.Closed(next(row), ClosingReason.UNANSWERED, ""));
            }
        } else {
            workedOn(row);
        }
    }

    private void prioritise(LogRow row) {
        if (row.priority().isPresent() && !row.priority().equals(state.priority())) {
            Impact impact =
                    row.impact().map(logged -> Impact.valueOf(logged.name())).orElse(Impact.MEDIUM);
            add(new CaseEvent.Prioritised(
                    next(row), impact, Urgency.MEDIUM, row.priority().get()));
        }
    }

    private void answered(LogRow row) {
        if (state.working().isEmpty()) {
            return;
        }
        moveTo(station(row), row);
        add(new CaseEvent.Answered(next(row), station(row), Optional.empty(), ""));
    }

    /** Nobody was answered. */
    private void cancelled(LogRow row) {
        if (state.working().isPresent()) {
            moveTo(station(row), row);
        }
        if (state.status() != CaseStatus.CLOSED) {
            add(new CaseEvent.Closed(next(row), ClosingReason.WITHDRAWN, ""));
        }
    }

    private void workedOn(LogRow row) {
        if (state.working().isEmpty()) {
            add(new CaseEvent.Reopened(next(row), station(row), "the log goes on"));
        }
        moveTo(station(row), row);
        if (row.state() instanceof RowState.Waiting waiting) {
            putOnHold(row, WaitingFor.valueOf(waiting.reason().name()));
            return;
        }
        if (state.status() == CaseStatus.ON_HOLD) {
            add(new CaseEvent.Resumed(next(row)));
        }
        if (row.state() instanceof RowState.Working && state.status() == CaseStatus.QUEUED) {
            add(new CaseEvent.Accepted(next(row), station(row)));
        }
    }

    private void putOnHold(LogRow row, WaitingFor reason) {
        Optional<WaitingFor> before = state.hold().map(SupportCase.Hold::waitingFor);
        if (before.equals(Optional.of(reason))) {
            return;
        }
        if (before.isPresent()) {
            add(new CaseEvent.Resumed(next(row)));
        }
        add(new CaseEvent.PutOnHold(next(row), reason, Optional.empty(), ""));
    }

    /** Only a group that had handed the case over gets it back. */
    private void moveTo(Station to, LogRow row) {
        if (working().equals(to)) {
            return;
        }
        boolean handedItOver = state.chain().links().stream().map(Link::station).anyMatch(to::equals);
        add(
                handedItOver
                        ? new CaseEvent.GivenBack(next(row), working(), to, GiveBackReason.MISROUTED, "")
                        : new CaseEvent.HandedOver(next(row), working(), to, ""));
    }

    private Station working() {
        return state.working().orElseThrow();
    }

    private static Station station(LogRow row) {
        return new Station(GroupId.of(row.group()), TierId.of(row.tier()));
    }

    private static ActorId actor(LogRow row) {
        return row.actor().isBlank() ? UNNAMED : ActorId.of(row.actor().strip());
    }

    private EventHeader next(LogRow row) {
        return header(state.number(), state.version() + 1, row.at(), row);
    }

    /** A log names who works on a case, so whoever it names speaks for the organisation, the library itself apart. */
    private static EventHeader header(CaseNumber number, long sequence, Instant at, LogRow row) {
        ActorId actor = actor(row);
        return EventHeader.builder()
                .caseNumber(number)
                .sequence(sequence)
                .actor(actor)
                .side(actor.equals(SAGSFLOW) ? Side.PROGRAM : Side.ORGANISATION)
                .occurredAt(at)
                .channel(Channel.IMPORT)
                .build();
    }

    private void add(CaseEvent event) {
        events.add(event);
        state = state.after(event);
    }
}
