package dk.sagsflow.examples.sagsflow.explanation;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A case as options describe it, with the events that would have made it. Not thread-safe. */
final class DescribedCase {
    private static final ActorId SOMEBODY = ActorId.of("somebody");
    private static final CaseNumber NUMBER = CaseNumber.of("described");

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "INCIDENT",
            description = "What kind of record it is: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private CaseKind kind = CaseKind.INCIDENT;

    @Option(names = "--system", paramLabel = "ID", description = "The system that it concerns.")
    private Optional<String> system = Optional.empty();

    @Option(names = "--category", paramLabel = "TEXT", description = "The category within the system.")
    private Optional<String> category = Optional.empty();

    @Option(
            names = "--cause",
            paramLabel = "CAUSE",
            defaultValue = "UNKNOWN",
            description = "Where it comes from: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Cause cause = Cause.UNKNOWN;

    @Option(
            names = "--customer-kind",
            paramLabel = "KIND",
            defaultValue = "SUPERUSER",
            description = "What kind of customer it comes from: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private CustomerKind customerKind = CustomerKind.SUPERUSER;

    @Option(names = "--unit", paramLabel = "ID", description = "The unit of the customer.")
    private Optional<String> unit = Optional.empty();

    @Option(
            names = "--impact",
            paramLabel = "IMPACT",
            description =
                    "How much of the organisation is touched: ${COMPLETION-CANDIDATES}; goes with --urgency. Default:"
                            + " not judged.")
    private Optional<Impact> impact = Optional.empty();

    @Option(
            names = "--urgency",
            paramLabel = "URGENCY",
            description =
                    "How soon it must be put right: ${COMPLETION-CANDIDATES}; goes with --impact. Default: not judged.")
    private Optional<Urgency> urgency = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "GROUP",
            split = ",",
            description = "The groups that have had the case, the last one has it. Default: the entrance of the contact"
                    + " tier.")
    private List<String> at = new ArrayList<>();

    /** The events of the case, all at one time. */
    ImmutableList<CaseEvent> events(SupportOrganisation organisation, Instant time) {
        ImmutableList<Station> stations = stations(organisation);
        List<CaseEvent> events = new ArrayList<>();
        events.add(registered(organisation, header(events, time), stations.get(0)));
        events.add(new CaseEvent.Classified(header(events, time), kind, systemOf(organisation), category, cause));
        prioritised(organisation, header(events, time)).ifPresent(events::add);
        for (int i = 1; i < stations.size(); i++) {
            events.add(
                    new CaseEvent.HandedOver(header(events, time), stations.get(i - 1), stations.get(i), "described"));
        }
        return ImmutableList.copyOf(events);
    }

    private Optional<CaseEvent> prioritised(SupportOrganisation organisation, EventHeader header) {
        if (impact.isPresent() != urgency.isPresent()) {
            throw wrong("--impact and --urgency go together: priority follows from both");
        }
        return impact.flatMap(judged -> urgency.map(hurry -> new CaseEvent.Prioritised(
                header, judged, hurry, organisation.priorityMatrix().priority(judged, hurry))));
    }

    private CaseEvent registered(SupportOrganisation organisation, EventHeader header, Station station) {
        return new CaseEvent.Registered(
                header,
                station,
                CustomerId.of("customer"),
                customerKind,
                unit.map(UnitId::of),
                kind,
                systemOf(organisation),
                "described",
                "described");
    }

    private Optional<SystemId> systemOf(SupportOrganisation organisation) {
        ImmutableList<String> known =
                organisation.systems().stream().map(one -> one.id().value()).collect(ImmutableList.toImmutableList());
        system.filter(asked -> !known.contains(asked)).ifPresent(asked -> {
            throw wrong("--system " + OneLine.quoted(asked) + " is not one of " + String.join(", ", known));
        });
        return system.map(SystemId::of);
    }

    private ImmutableList<Station> stations(SupportOrganisation organisation) {
        return at.isEmpty()
                ? ImmutableList.of(
                        station(organisation, organisation.contactEntrance().value()))
                : at.stream().map(group -> station(organisation, group)).collect(ImmutableList.toImmutableList());
    }

    private static Station station(SupportOrganisation organisation, String name) {
        Optional<SupportGroup> group = organisation.groups().stream()
                .filter(one -> one.id().value().equals(name))
                .findFirst();
        if (group.isEmpty()) {
            throw wrong("--at " + OneLine.quoted(name) + " is not one of "
                    + String.join(
                            ", ",
                            organisation.groupIds().stream().map(GroupId::value).toList()));
        }
        return new Station(group.get().id(), group.get().tier());
    }

    private static EventHeader header(List<CaseEvent> before, Instant time) {
        return EventHeader.of(NUMBER, before.size() + 1, time, SOMEBODY, Side.ORGANISATION);
    }

    private static UnusableInputException wrong(String message) {
        return new UnusableInputException(ImmutableList.of(message));
    }
}
