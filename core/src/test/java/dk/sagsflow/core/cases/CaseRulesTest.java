package dk.sagsflow.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules of the reference organisation that a decision alone can show. */
class CaseRulesTest {
    private static final Instant NOW = Instant.parse("2007-08-01T08:00:00Z");
    private static final Actor SOMEBODY = Actor.supporter("somebody", "Somebody", "bit");
    private static final SupportOrganisation AMS = SupportOrganisation.builder()
            .name("AMS")
            .addTiers(
                    Tier.of("superusers", "Superusers"),
                    Tier.of("1st", "Support centre").enteredThrough("centre"),
                    Tier.of("2nd", "BIT").enteredThrough("bit"),
                    Tier.of("3rd", "Suppliers and specialists"))
            .contactTier(TierId.of("1st"))
            .addGroups(
                    SupportGroup.of("aarhus", "Aarhus", "superusers"),
                    SupportGroup.of("centre", "Support centre", "1st"),
                    SupportGroup.of("bit", "BIT", "2nd"),
                    SupportGroup.of("kmd", "KMD", "3rd").withKind(GroupKind.SUPPLIER),
                    SupportGroup.of("business", "Specialists", "3rd").withKind(GroupKind.BUSINESS_SPECIALISTS))
            .build();
    private final CaseDecisions decisions = new CaseDecisions(
            AMS,
            Directory.of(
                    ImmutableList.<Actor>of(),
                    ImmutableList.of(Customer.builder()
                            .id(CustomerId.of("anna"))
                            .name("Anna")
                            .kind(CustomerKind.CITIZEN)
                            .build())));

    @Test
    @Tag("R02")
    void a_case_comes_in_at_the_support_centre_and_nowhere_above() {
        Outcome<ImmutableList<CaseEvent>> refused = decisions.register(
                CaseNumber.of("C-1"),
                Registration.of("anna", "help").withGroup(GroupId.of("bit")),
                Act.of(SOMEBODY, NOW));

        assertThat(registered().working()).contains(new Station(GroupId.of("centre"), TierId.of("1st")));
        assertThat(refusal(refused)).isInstanceOf(Refusal.NotAboveContactTier.class);
    }

    @Test
    @Tag("R05")
    @Tag("R06")
    @Tag("R14")
    void an_answer_from_2nd_level_goes_to_1st_which_held_the_case_all_the_time() {
        SupportCase atBit = after(registered(), handOver("bit"));
        SupportCase answered = after(atBit, new CaseCommand.Answer("solved"));

        assertThat(atBit.chain().holds(GroupId.of("centre"))).isTrue();
        assertThat(answered.working()).map(Station::group).contains(GroupId.of("centre"));
        assertThat(after(answered, new CaseCommand.Answer("try again")).status())
                .isEqualTo(CaseStatus.ANSWERED);
    }

    @Test
    @Tag("R07")
    @Tag("R08")
    void only_a_business_question_goes_straight_to_the_specialists_and_2nd_level_gets_a_notice() {
        SupportCase technical = registered();
        SupportCase business = after(technical, classified(Cause.BUSINESS));

        assertThat(refusal(decide(technical, handOver("business")))).isInstanceOf(Refusal.TierSkipped.class);
        assertThat(decide(business, handOver("business")).orElseThrow())
                .filteredOn(CaseEvent.AdvisoryNoticeGiven.class::isInstance)
                .extracting(event -> ((CaseEvent.AdvisoryNoticeGiven) event).tier())
                .containsExactly(TierId.of("2nd"));
        assertThat(refusal(decide(business, handOver("kmd")))).isInstanceOf(Refusal.TierSkipped.class);
    }

    @Test
    @Tag("R09")
    void a_supplier_answers_specialists_only_when_the_contact_is_documented() {
        SupportCase atSupplier =
                after(after(after(registered(), classified(Cause.BUSINESS)), handOver("business")), handOver("kmd"));
        CaseCommand answer = new CaseCommand.Answer("it is built like this");

        assertThat(refusal(decide(atSupplier, answer))).isInstanceOf(Refusal.SupplierContactUndocumented.class);
        SupportCase documented =
                after(atSupplier, new CaseCommand.DocumentSupplierContact(GroupId.of("kmd"), "spoke on Monday"));
        assertThat(after(documented, answer).working()).map(Station::group).contains(GroupId.of("business"));
    }

    @Test
    @Tag("R10")
    void third_level_settles_what_is_a_change_and_1st_level_is_told_with_the_answer() {
        SupportCase atBit = after(registered(), handOver("bit"));
        CaseCommand convert = new CaseCommand.ConvertToChange(ChangeKind.NORMAL, "CR-7");
        SupportCase converted = after(after(atBit, handOver("kmd")), convert);
        SupportCase backAtBit = after(converted, new CaseCommand.Answer("a change"));

        assertThat(refusal(decide(atBit, convert))).isInstanceOf(Refusal.SettledElsewhere.class);
        assertThat(converted.kind()).isEqualTo(CaseKind.CHANGE_REQUEST);
        assertThat(decide(backAtBit, new CaseCommand.Answer("it became a change"))
                        .orElseThrow())
                .last()
                .isInstanceOfSatisfying(
                        CaseEvent.AdvisoryNoticeGiven.class,
                        notice -> assertThat(notice.tier()).isEqualTo(TierId.of("1st")));
    }

    @Test
    @Tag("R11")
    void the_support_centre_refers_what_belongs_to_local_it() {
        SupportCase referred = after(registered(), new CaseCommand.Refer("IT of the municipality", "call them"));

        assertThat(referred.closingReason()).contains(ClosingReason.REFERRED);
        assertThat(refusal(decide(after(registered(), handOver("bit")), new CaseCommand.Refer("them", "call"))))
                .isInstanceOf(Refusal.ContactTierSpeaks.class);
    }

    @Test
    @Tag("R12")
    void what_1st_level_cannot_place_is_not_answered_there() {
        CaseCommand answer = new CaseCommand.Answer("no idea");

        assertThat(refusal(decide(registered(), answer)).describe()).contains("hand it over");
        assertThat(after(after(registered(), classified(Cause.USER_ERROR)), answer)
                        .status())
                .isEqualTo(CaseStatus.ANSWERED);
    }

    @Test
    @Tag("R13")
    @Tag("R15")
    void service_requests_take_the_same_channel_and_2nd_level_has_one_entrance() {
        SupportCase request = after(
                registered(),
                new CaseCommand.Classify(
                        CaseKind.SERVICE_REQUEST, Optional.empty(), Optional.of("create user"), Cause.UNKNOWN));

        assertThat(after(request, handOver("bit")).working())
                .map(Station::group)
                .contains(GroupId.of("bit"));
    }

    @Test
    @Tag("R04")
    void nobody_above_the_contact_tier_waits_for_or_writes_to_the_customer() {
        SupportCase atBit = after(registered(), handOver("bit"));

        assertThat(refusal(decide(atBit, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "asked"))))
                .isInstanceOf(Refusal.ContactTierSpeaks.class);
        assertThat(refusal(decide(atBit, new CaseCommand.AddNote(Visibility.CUSTOMER, "hello"))))
                .isInstanceOf(Refusal.ContactTierSpeaks.class);
    }

    private SupportCase registered() {
        return SupportCase.of(decisions
                .register(CaseNumber.of("C-1"), Registration.of("anna", "help"), Act.of(SOMEBODY, NOW))
                .orElseThrow());
    }

    private Outcome<ImmutableList<CaseEvent>> decide(SupportCase current, CaseCommand command) {
        return decisions.decide(current, command, Act.of(SOMEBODY, NOW));
    }

    private SupportCase after(SupportCase current, CaseCommand command) {
        SupportCase state = current;
        for (CaseEvent event : decide(current, command).orElseThrow()) {
            state = state.after(event);
        }
        return state;
    }

    private static Refusal refusal(Outcome<ImmutableList<CaseEvent>> outcome) {
        assertThat(outcome.wasAccepted()).isFalse();
        return ((Outcome.Refused<ImmutableList<CaseEvent>>) outcome).refusal();
    }

    private static CaseCommand handOver(String group) {
        return new CaseCommand.HandOver(GroupId.of(group), "needs you");
    }

    private static CaseCommand classified(Cause cause) {
        return new CaseCommand.Classify(CaseKind.INCIDENT, Optional.empty(), Optional.empty(), cause);
    }
}
