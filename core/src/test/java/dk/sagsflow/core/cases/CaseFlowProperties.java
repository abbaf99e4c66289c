package dk.sagsflow.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.Impact;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random commands on random organisations: what holds after every one of them. */
class CaseFlowProperties {
    private static final ActorId ANYBODY = ActorId.of("anybody");
    private static final Instant START = Instant.parse("2007-08-01T08:00:00Z");
    private final CaseEventJson json = new CaseEventJson();

    @Property(tries = 500)
    @Tag("R01")
    @Tag("R04")
    @Tag("R06")
    void every_sequence_of_commands_keeps_the_chain(
            @ForAll @IntRange(min = 2, max = 5) int tiers,
            @ForAll @IntRange(min = 1, max = 3) int groupsEach,
            @ForAll @IntRange(max = 3) int contactSeed,
            @ForAll @Size(max = 40) List<@IntRange(max = 99_999) Integer> choices) {
        SupportOrganisation organisation = organisation(tiers, groupsEach, contactSeed % (tiers - 1));
        CaseDecisions decisions = new CaseDecisions(organisation, people());
        List<CaseEvent> history = new ArrayList<>(decisions
                .register(CaseNumber.of("C-1"), Registration.of("anna", "help"), ANYBODY, START)
                .orElseThrow());
        SupportCase state = SupportCase.of(history);
        Instant now = START;
        for (int choice : choices) {
            now = now.plus(Duration.ofSeconds(choice % 7_000 - 500));
            Outcome<ImmutableList<CaseEvent>> outcome =
                    decisions.decide(state, command(organisation, choice, now), ANYBODY, now);
            if (outcome instanceof Outcome.Refused<ImmutableList<CaseEvent>> refused) {
                assertThat(refused.refusal().describe()).isNotBlank();
                continue;
            }
            for (CaseEvent event : outcome.orElseThrow()) {
                assertTravelsBackTheWayItCame(organisation, state, event);
                assertThat(event.at()).isAfterOrEqualTo(state.changedAt());
                assertThat(json.read(json.write(event))).isEqualTo(event);
                state = state.after(event);
                history.add(event);
                assertThat(SupportCase.of(history)).isEqualTo(state);
                assertOneWorkingGroup(organisation, state);
            }
        }
        assertTimesAddUp(history, state, now.isBefore(state.changedAt()) ? state.changedAt() : now);
        SupportCase erased = SupportCase.of(PersonalData.erasedFrom(history, actor -> true));
        assertThat(erased.chain()).isEqualTo(state.chain());
        assertThat(erased.status()).isEqualTo(state.status());
        assertThat(erased.subject()).isEqualTo(PersonalData.TEXT);
    }

    private static void assertTravelsBackTheWayItCame(
            SupportOrganisation organisation, SupportCase before, CaseEvent event) {
        Optional<Station> below = before.chain().awaiting().map(Link::station);
        if (event instanceof CaseEvent.Answered answered) {
            assertThat(answered.to()).isEqualTo(below);
            if (below.isEmpty()) {
                assertThat(answered.by().tier()).isEqualTo(organisation.contactTier());
            }
        } else if (event instanceof CaseEvent.GivenBack back) {
            assertThat(Optional.of(back.to())).isEqualTo(below);
        }
    }

    private static void assertOneWorkingGroup(SupportOrganisation organisation, SupportCase state) {
        boolean over = state.status() == CaseStatus.ANSWERED || state.status() == CaseStatus.CLOSED;
        assertThat(state.working().isEmpty()).isEqualTo(over);
        List<Integer> ranks = state.chain().links().stream()
                .map(link -> organisation.rank(link.station().tier()))
                .toList();
        assertThat(ranks).isSorted();
        assertThat(state.chain().links().stream()
                        .map(link -> link.station().group())
                        .distinct())
                .hasSize(ranks.size());
    }

    private static void assertTimesAddUp(List<CaseEvent> history, SupportCase state, Instant end) {
        Duration sum = CaseTimeline.of(ImmutableList.copyOf(history), end.plusSeconds(1)).stretches().stream()
                .map(CaseTimeline.Stretch::length)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(sum).isEqualTo(Duration.between(state.registeredAt(), end.plusSeconds(1)));
    }

    private static CaseCommand command(SupportOrganisation organisation, int choice, Instant now) {
        ImmutableList<GroupId> groups = organisation.groupIds().asList();
        GroupId group = groups.get(choice / 20 % groups.size());
        Cause cause = ImmutableList.copyOf(Cause.values()).get(choice / 20 % Cause.values().length);
        return switch (choice % 20) {
            case 0, 1 -> new CaseCommand.Accept();
            case 2, 3, 4, 5, 6 -> new CaseCommand.HandOver(group, "needs you");
            case 7, 8, 9 -> new CaseCommand.Answer("like this");
            case 10 -> new CaseCommand.GiveBack(GiveBackReason.MISROUTED, "not ours");
            case 11 -> new CaseCommand.Pause(WaitingFor.SUPPLIER, Optional.of(now.plusSeconds(choice - 50_000)), "");
            case 12 -> new CaseCommand.Resume();
            case 13, 14 -> new CaseCommand.Classify(CaseKind.INCIDENT, Optional.empty(), Optional.of("login"), cause);
            case 15 -> new CaseCommand.Prioritise(Impact.HIGH, Urgency.LOW);
            case 16 -> new CaseCommand.DocumentSupplierContact(group, "spoke");
            case 17 -> new CaseCommand.Reopen("again");
            case 18 -> choice % 3 == 0 ? new CaseCommand.Confirm() : new CaseCommand.ProvideWorkaround("restart");
            default -> new CaseCommand.ConvertToChange(ChangeKind.NORMAL, "CR-1");
        };
    }

    private static SupportOrganisation organisation(int tiers, int groupsEach, int contact) {
        SupportOrganisation.Builder builder =
                SupportOrganisation.builder().name("random").contactTier(TierId.of("t" + contact));
        ImmutableList<GroupKind> kinds = ImmutableList.copyOf(GroupKind.values());
        for (int tier = 0; tier < tiers; tier++) {
            builder.addTier(Tier.of("t" + tier, "tier " + tier));
            for (int group = 0; group < groupsEach; group++) {
                builder.addGroup(SupportGroup.of("g" + tier + group, "group", "t" + tier)
                        .withKind(tier > contact ? kinds.get((group + 1) % 3) : GroupKind.INTERNAL));
            }
        }
        return builder.build();
    }

    private static Directory people() {
        return Directory.of(
                ImmutableList.<Actor>of(),
                ImmutableList.of(Customer.builder()
                        .id(CustomerId.of("anna"))
                        .name("Anna")
                        .kind(CustomerKind.CITIZEN)
                        .build()));
    }
}
