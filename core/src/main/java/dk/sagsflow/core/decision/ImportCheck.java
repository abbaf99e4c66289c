package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.ImportProblem;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RequiredText;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds the past of a case against the organisation, and finds everything that is against it. Groups must be known wherever
 * they occur; at which tier they stood then is theirs, except for those that answer for the case still. Not thread-safe.
 */
final class ImportCheck {
    private final SupportOrganisation organisation;
    private final Directory directory;
    private final Instant now;
    private final List<ImportProblem> problems = new ArrayList<>();

    ImportCheck(SupportOrganisation organisation, Directory directory, Instant now) {
        this.organisation = organisation;
        this.directory = directory;
        this.now = now;
    }

    /** Everything that is against these events; nothing if they are the past of a case here. */
    ImmutableList<ImportProblem> problems(ImmutableList<CaseEvent> events) {
        if (events.isEmpty() || !(events.get(0) instanceof CaseEvent.Registered first)) {
            add(1, new Refusal.BrokenHistory());
            return ImmutableList.copyOf(problems);
        }
        registration(first);
        Instant latest = first.occurredAt();
        for (CaseEvent event : events) {
            latest = time(event, latest);
            stations(event).forEach(station -> station(event, station));
            content(event);
        }
        folded(first, events).ifPresent(this::answeringNow);
        return ImmutableList.copyOf(problems);
    }

    private void registration(CaseEvent.Registered event) {
        if (!event.customer().equals(PersonalData.CUSTOMER)
                && directory.customer(event.customer()).isEmpty()) {
            add(event, new Refusal.UnknownCustomer(event.customer()));
        }
        RegistrationDecision.unknownSystem(organisation, event.system()).ifPresent(problem -> add(event, problem));
        Deliberation.unlessText(RequiredText.SUBJECT, event.subject()).ifPresent(problem -> add(event, problem));
    }

    /** What a program noted late may stand behind what people did later; see the fold. */
    private Instant time(CaseEvent event, Instant latest) {
        boolean early = event.side() != Side.PROGRAM && event.occurredAt().isBefore(latest);
        if (early || event.recordedAt().isAfter(now)) {
            add(event, new Refusal.TimeOutOfOrder(event.occurredAt(), latest, now));
        }
        return event.side() == Side.PROGRAM || early ? latest : event.occurredAt();
    }

    private void station(CaseEvent event, Station station) {
        group(event, station.group());
        if (organisation.tier(station.tier()).isEmpty()) {
            add(
                    event,
                    new Refusal.UnknownTier(
                            station.tier(),
                            organisation.tiers().stream().map(Tier::id).collect(ImmutableSet.toImmutableSet())));
        }
    }

    private void group(CaseEvent event, GroupId group) {
        if (organisation.group(group).isEmpty()) {
            add(event, new Refusal.UnknownGroup(group, organisation.groupIds()));
        }
    }

    private void content(CaseEvent event) {
        if (event instanceof CaseEvent.Classified classified) {
            RegistrationDecision.unknownSystem(organisation, classified.system())
                    .ifPresent(problem -> add(event, problem));
        } else if (event instanceof CaseEvent.AttributeSet set) {
            RecordDecisions.misfit(organisation, set.attribute(), set.value())
                    .ifPresent(problem -> add(event, problem));
        } else if (event instanceof CaseEvent.SupplierContactDocumented contact) {
            group(event, contact.supplier());
        }
    }

    private static ImmutableList<Station> stations(CaseEvent event) {
        if (event instanceof CaseEvent.Registered registered) {
            return ImmutableList.of(registered.station());
        } else if (event instanceof CaseEvent.HandedOver moved) {
            return ImmutableList.of(moved.to());
        } else if (event instanceof CaseEvent.Reopened reopened) {
            return ImmutableList.of(reopened.station());
        }
        // Every other station is one where the case was brought by one of these.
        return ImmutableList.of();
    }

    /** The case after all of it; empty, and a problem, if an event cannot follow those before it. */
    private Optional<SupportCase> folded(CaseEvent.Registered first, ImmutableList<CaseEvent> events) {
        if (first.sequence() != 1) {
            add(1, new Refusal.BrokenHistory());
            return Optional.empty();
        }
        SupportCase state = SupportCase.of(ImmutableList.of(first));
        for (CaseEvent event : events.subList(1, events.size())) {
            try {
                state = state.after(event);
            } catch (IllegalArgumentException broken) {
                add(state.version() + 1, new Refusal.BrokenHistory());
                return Optional.empty();
            }
        }
        return Optional.of(state);
    }

    private void answeringNow(SupportCase state) {
        for (Link link : state.chain().links()) {
            Station station = link.station();
            organisation
                    .group(station.group())
                    .filter(group -> !group.tier().equals(station.tier()))
                    .ifPresent(group ->
                            add(0, new Refusal.GroupAtOtherTier(station.group(), station.tier(), group.tier())));
        }
    }

    private void add(CaseEvent event, Refusal what) {
        add(event.sequence(), what);
    }

    private void add(long place, Refusal what) {
        problems.add(new ImportProblem(place, what));
    }
}
