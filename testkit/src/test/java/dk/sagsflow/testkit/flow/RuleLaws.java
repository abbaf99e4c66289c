package dk.sagsflow.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseEvent.AdvisoryReason;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What each rule of the case flow says about a history, whatever the organisation. A case without a major incident: what a
 * major incident's answer does to its children is told elsewhere.
 */
public final class RuleLaws {
    private final SupportOrganisation organisation;
    private final CaseDecisions decisions;
    private final int contact;
    private final Set<String> reached = new LinkedHashSet<>();

    /** The laws in this organisation. */
    public RuleLaws(SupportOrganisation organisation) {
        this.organisation = organisation;
        this.decisions = new CaseDecisions(organisation, Directory.of(ImmutableList.of(), ImmutableList.of()));
        this.contact = organisation.rank(organisation.contactTier());
    }

    /** The rules that a history came to, so that it could have broken them. */
    public ImmutableSet<String> reached() {
        return ImmutableSet.copyOf(reached);
    }

    /** All laws, at every event. */
    public void assertKept(ImmutableList<CaseEvent> history) {
        SupportCase before = SupportCase.of(history.subList(0, 1));
        entrance((CaseEvent.Registered) history.get(0));
        for (int i = 1; i < history.size(); i++) {
            CaseEvent event = history.get(i);
            ImmutableList<CaseEvent> after = history.subList(i + 1, history.size());
            if (event instanceof CaseEvent.HandedOver handedOver) {
                handOver(before, handedOver, after);
            } else if (event instanceof CaseEvent.Answered answered) {
                answer(before, answered, after);
            } else if (event instanceof CaseEvent.ConvertedToChange converted) {
                change(before, converted, after);
            } else if (event instanceof CaseEvent.Closed closed && closed.reason() == ClosingReason.REFERRED) {
                referral(before);
            } else if (event instanceof CaseEvent.AdvisoryNoticeGiven notice) {
                notice(history.get(i - 1), notice);
            }
            before = before.after(event);
        }
    }

    /** R02, R03: a case comes in at the contact tier, or nearer to the customer, and by no side door. */
    private void entrance(CaseEvent.Registered registered) {
        Station in = registered.station();
        assertThat(rank(in)).as("R02 entrance").isLessThanOrEqualTo(contact);
        assertNoSideDoor("R02", in);
        reached.add("R02");
        if (rank(in) < contact) {
            reached.add("R03");
        }
    }

    private void handOver(SupportCase before, CaseEvent.HandedOver event, ImmutableList<CaseEvent> after) {
        int from = rank(event.from());
        int to = rank(event.to());
        if (from < contact) {
            assertThat(to)
                    .as("R03 superusers escalate to the contact tier, never past it")
                    .isLessThanOrEqualTo(contact);
        }
        if (to > from) {
            assertNoSideDoor("R15", event.to());
            reached.add("R15");
        }
        if (to > from + 1) {
            directRoute(before, event);
        } else {
            assertThat(to).as("R05 one tier up, or aside").isBetween(from, from + 1);
            reached.add(from == contact ? "R05" : "up");
        }
        ImmutableList<TierId> passed = IntStream.range(from + 1, Math.max(to, from + 1))
                .mapToObj(rank -> organisation.tiers().get(rank).id())
                .collect(ImmutableList.toImmutableList());
        assertThat(notices(after, AdvisoryReason.DIRECT_ROUTE))
                .as("R08 a notice to each tier passed, and to no other")
                .isEqualTo(passed);
        sameForEveryKind(before, event);
    }

    private void directRoute(SupportCase before, CaseEvent.HandedOver event) {
        assertThat(before.cause()).as("R07 direct way").isEqualTo(Cause.BUSINESS);
        assertThat(kind(event.to().group())).as("R07 direct way").contains(GroupKind.BUSINESS_SPECIALISTS);
        assertThat(event.from().tier()).as("R07 direct way").isEqualTo(organisation.contactTier());
        reached.add("R07");
        reached.add("R08");
    }

    /** R13: what kind of record it is makes no difference to where it may go. */
    private void sameForEveryKind(SupportCase before, CaseEvent.HandedOver event) {
        for (CaseKind kind : CaseKind.values()) {
            assertThat(decisions
                            .decide(
                                    before.withKind(kind),
                                    new CaseCommand.HandOver(event.to().group(), "R13"),
                                    Act.of(
                                            Actor.supporter(event.actor().value(), "Somebody", "any"),
                                            event.occurredAt()))
                            .wasAccepted())
                    .as("R13 %s goes the same way", kind)
                    .isTrue();
        }
        reached.add("R13");
    }

    private void answer(SupportCase before, CaseEvent.Answered event, ImmutableList<CaseEvent> after) {
        Link working = before.chain().working().orElseThrow();
        Optional<GroupKind> asking = event.to().flatMap(to -> kind(to.group()));
        if (kind(event.by().group()).equals(Optional.of(GroupKind.SUPPLIER))
                && asking.equals(Optional.of(GroupKind.BUSINESS_SPECIALISTS))) {
            assertThat(working.supplierContactDocumented()).as("R09 documented").isTrue();
            reached.add("R09");
        }
        if (event.to().isEmpty()) {
            assertThat(rank(event.by())).as("R04 who answers the customer").isLessThanOrEqualTo(contact);
            reached.add("R04");
            placed(before, event);
        } else if (rank(event.by()) > contact) {
            assertThat(event.to())
                    .as("R06 to the one that handed over")
                    .isEqualTo(before.chain().awaiting().map(Link::station));
            reached.add("R06");
        }
        boolean toContact = event.to()
                .filter(to -> to.tier().equals(organisation.contactTier()))
                .isPresent();
        if (before.changeReference().isPresent() && toContact) {
            assertThat(notices(after, AdvisoryReason.CHANGE_REQUEST))
                    .as("R10 the contact tier is told what became a change")
                    .containsExactly(organisation.contactTier());
            reached.add("R10 told");
        }
    }

    /** R12: what the contact tier cannot place it does not answer by itself. */
    private void placed(SupportCase before, CaseEvent.Answered event) {
        boolean wentUp = before.involvedGroups().stream()
                .flatMap(group -> organisation.group(group).stream())
                .anyMatch(group -> organisation.rank(group.tier()) > contact);
        if (event.by().tier().equals(organisation.contactTier()) && !wentUp && before.kind() == CaseKind.INCIDENT) {
            assertThat(before.cause()).as("R12 placed").isNotEqualTo(Cause.UNKNOWN);
            reached.add("R12");
        }
    }

    private void change(SupportCase before, CaseEvent.ConvertedToChange event, ImmutableList<CaseEvent> after) {
        assertThat(before.working().orElseThrow().tier())
                .as("R10 settled at the highest tier (%s)", event.reference())
                .isEqualTo(organisation.highestTier());
        ImmutableSet<TierId> answering = before.chain().links().stream()
                .map(link -> link.station().tier())
                .collect(ImmutableSet.toImmutableSet());
        assertThat(notices(after, AdvisoryReason.CHANGE_REQUEST))
                .as("R10 tiers that were passed by are told")
                .containsExactlyElementsOf(organisation.tiers().stream()
                        .map(Tier::id)
                        .filter(tier -> organisation.rank(tier) > contact && !answering.contains(tier))
                        .toList());
        reached.add("R10");
    }

    private void referral(SupportCase before) {
        assertThat(rank(before.working().orElseThrow())).as("R11 who refers").isLessThanOrEqualTo(contact);
        assertThat(before.chain().links()).as("R11 nobody waits for an answer").hasSize(1);
        reached.add("R11");
    }

    private static void notice(CaseEvent cause, CaseEvent.AdvisoryNoticeGiven notice) {
        assertThat(cause)
                .as("R08, R10 a notice (%s) follows what it tells of", notice.reason())
                .isInstanceOfAny(
                        CaseEvent.HandedOver.class,
                        CaseEvent.ConvertedToChange.class,
                        CaseEvent.Answered.class,
                        CaseEvent.AdvisoryNoticeGiven.class);
    }

    /** The tiers told by the notices that come next. */
    private static ImmutableList<TierId> notices(ImmutableList<CaseEvent> after, AdvisoryReason reason) {
        return after.stream()
                .takeWhile(event -> event instanceof CaseEvent.AdvisoryNoticeGiven notice && notice.reason() == reason)
                .map(event -> ((CaseEvent.AdvisoryNoticeGiven) event).tier())
                .collect(ImmutableList.toImmutableList());
    }

    private void assertNoSideDoor(String rule, Station in) {
        assertThat(organisation.tier(in.tier()).flatMap(Tier::entrance).orElse(in.group()))
                .as("%s %s is no side door", rule, in)
                .isEqualTo(in.group());
    }

    private int rank(Station station) {
        return organisation.rank(station.tier());
    }

    private Optional<GroupKind> kind(GroupId group) {
        return organisation.group(group).map(SupportGroup::kind);
    }
}
