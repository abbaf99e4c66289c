package dk.sagsflow.testkit.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.verification.scenario.Rehearsal;
import dk.sagsflow.verification.script.Detail;
import dk.sagsflow.verification.script.Happening;
import dk.sagsflow.verification.script.Opening;
import dk.sagsflow.verification.script.RefusalKinds;
import dk.sagsflow.verification.script.Spot;
import dk.sagsflow.verification.script.SubjectModel;
import dk.sagsflow.verification.script.Values;
import dk.sagsflow.verification.script.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case as a test tells it, which is played at a desk of its own when somebody asks what holds. Not thread-safe. */
final class Story {
    static final Spot HERE = new Spot("the test", 1, 1, 0, 0);

    final SubjectModel subject;
    final Values values;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Happening> events = new ArrayList<>();
    Registration registration = Registration.builder()
            .customer(CustomerId.of("customer"))
            .subject("a test")
            .build();
    Instant now;
    Instant opened;
    Opening.Asker customer = new Opening.Asker(Optional.empty(), CustomerKind.CITIZEN, Optional.empty());
    Optional<String> by = Optional.empty();
    Optional<String> station = Optional.empty();
    Optional<String> system = Optional.empty();

    Story(SubjectModel subject, Instant start) {
        this.subject = subject;
        this.values = new Values(Values.zoneOf(subject.model()));
        this.now = start;
        this.opened = start;
    }

    void add(Verb verb, ImmutableMap<Detail, String> details, Optional<String> who, Optional<String> refused) {
        events.add(new Happening(now, verb, details, who, refused, HERE));
    }

    /** Plays it up to the last thing that happens. */
    Rehearsal played() {
        ImmutableList<String> way = way();
        Opening opening = new Opening(opened, customer, by, registered(way), Optional.empty(), HERE);
        Rehearsal rehearsal = new Rehearsal(subject, opening);
        accepted("registered", rehearsal.opens(), Optional.empty());
        attributes.forEach((attribute, value) -> happens(
                rehearsal, atOnce(Verb.FILLED_IN, ImmutableMap.of(Detail.ATTRIBUTE, attribute, Detail.VALUE, value))));
        way.stream()
                .skip(1)
                .forEach(group -> happens(rehearsal, atOnce(Verb.HANDED_OVER, ImmutableMap.of(Detail.GROUP, group))));
        events.forEach(event -> happens(rehearsal, event));
        return rehearsal;
    }

    /** A case that has a way before it comes in where everybody does; any other at its station. */
    private Registration registered(ImmutableList<String> way) {
        return way.size() == 1 ? registration.withGroup(GroupId.of(way.get(0))) : registration;
    }

    private Happening atOnce(Verb verb, ImmutableMap<Detail, String> details) {
        return new Happening(opened, verb, details, Optional.empty(), Optional.empty(), HERE);
    }

    String describe() {
        List<String> words = new ArrayList<>();
        words.add("a case of kind " + registration.kind());
        registration.cause().ifPresent(cause -> words.add("cause " + cause));
        system.ifPresent(name -> words.add("system " + name));
        registration.category().ifPresent(name -> words.add("category " + name));
        registration.impact().ifPresent(impact -> words.add("impact " + impact));
        registration.urgency().ifPresent(urgency -> words.add("urgency " + urgency));
        attributes.forEach((attribute, value) -> words.add(attribute + " " + value));
        words.add("from " + customer.named().map(CustomerId::value).orElseGet(customer.kind()::name));
        customer.unit().ifPresent(unit -> words.add("unit " + unit));
        words.add("at " + values.text(opened));
        station.ifPresent(place -> words.add("brought to " + place));
        return String.join(", ", words);
    }

    private void happens(Rehearsal rehearsal, Happening event) {
        accepted(event.verb().words() + " at " + values.text(event.at()), rehearsal.happens(event), event.refused());
    }

    private static void accepted(String what, Outcome<CaseView> outcome, Optional<String> refused) {
        Optional<Refusal> refusal =
                outcome instanceof Outcome.Refused<CaseView> no ? Optional.of(no.refusal()) : Optional.empty();
        if (!refusal.map(RefusalKinds::of).equals(refused)) {
            throw new AssertionError(what + System.lineSeparator() + "  expected "
                    + refused.map(kind -> "refused as " + kind).orElse("accepted") + System.lineSeparator()
                    + "  found    "
                    + refusal.map(no -> "refused as " + RefusalKinds.of(no) + ": " + no.describe())
                            .orElse("accepted"));
        }
    }

    /** The groups that the case goes through until it is where it is to be: where it comes in first. */
    private ImmutableList<String> way() {
        if (station.isEmpty()) {
            return ImmutableList.of();
        }
        SupportOrganisation organisation = subject.model().organisation();
        SupportGroup last = last(organisation, station.get());
        int contact = organisation.rank(organisation.contactTier());
        int rank = organisation.rank(last.tier());
        if (rank <= contact) {
            return ImmutableList.of(last.id().value());
        }
        ImmutableList.Builder<String> way = ImmutableList.builder();
        way.add(organisation.contactEntrance().value());
        organisation.tiers().subList(contact + 1, rank).forEach(tier -> way.add(entrance(organisation, tier)));
        return way.add(last.id().value()).build();
    }

    private SupportGroup last(SupportOrganisation organisation, String tierOrGroup) {
        return organisation
                .group(GroupId.of(tierOrGroup))
                .or(() -> organisation
                        .tier(TierId.of(tierOrGroup))
                        .flatMap(tier -> organisation.group(GroupId.of(entrance(organisation, tier)))))
                .orElseThrow(() -> new IllegalArgumentException(
                        tierOrGroup + " is neither a tier nor a group; groups are " + organisation.groupIds()));
    }

    /** The entrance of a tier, or the group there that is for the system of the case. */
    private String entrance(SupportOrganisation organisation, Tier tier) {
        return tier.entrance()
                .or(() -> organisation
                        .groupsAt(tier.id())
                        .filter(group ->
                                system.map(SystemId::of).map(group::supports).orElseGet(group.systems()::isEmpty))
                        .map(SupportGroup::id)
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no group of tier " + tier.id() + " takes the case; name its system or the group"))
                .value();
    }
}
