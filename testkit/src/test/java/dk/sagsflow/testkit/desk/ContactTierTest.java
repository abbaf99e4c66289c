package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CASEWORKER_IN_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SPECIALISTS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPERUSERS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RefusalWords;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A superuser who sends a case past the support centre is told why that is not done, whatever the case is about. */
@Tag("R02")
@Tag("R04")
class ContactTierTest {
    private final Desks world = new Desks();

    @ParameterizedTest
    @EnumSource(Cause.class)
    void is_passed_by_no_superuser_and_that_is_the_reason_given_for_business_questions_too(Cause cause) {
        CaseNumber number = withSuperusers(cause);

        assertThat(sentOnTo(SPECIALISTS, number)).isEqualTo(passed("3rd"));
        assertThat(sentOnTo(BIT, number)).isEqualTo(passed("2nd"));
    }

    @Test
    void is_named_in_danish_and_english_with_where_the_case_may_go_and_no_word_of_business_questions() {
        Refusal refusal = sentOnTo(SPECIALISTS, withSuperusers(Cause.BUSINESS));

        assertThat(RefusalWords.in(Locale.ENGLISH).of(refusal))
                .isEqualTo(
                        "cannot hand the case over from tier superusers to tier 3rd, because nothing passes tier 1st,"
                                + " which answers customers; it may go to support-centre");
        assertThat(RefusalWords.in(Locale.forLanguageTag("da")).of(refusal))
                .isEqualTo("sagen kan ikke gives videre fra niveau superusers til niveau 3rd, for intet går uden om"
                        + " niveau 1st, som svarer kunderne; den kan gå til support-centre");
    }

    @Test
    @Tag("R07")
    void gives_the_business_question_to_the_specialists_that_comes_to_it_as_it_was_advised() {
        CaseNumber number = withSuperusers(Cause.BUSINESS);

        world.handsOver(ASTRID, number, SUPPORT_CENTRE);
        world.places(number, Cause.BUSINESS);
        world.handsOver(KAREN, number, SPECIALISTS);

        assertThat(world.current(number).working())
                .hasValueSatisfying(working -> assertThat(working.group()).isEqualTo(SPECIALISTS));
    }

    @Test
    void waits_for_customers_and_so_no_promise_above_it_in_the_reference_model_stops_for_them() {
        SupportModel ams = ModelFolder.read(Path.of("../examples/models/ams")).model();
        SupportOrganisation organisation = ams.organisation();
        int contact = organisation.rank(organisation.contactTier());
        Map<Boolean, List<Target>> stopping = ams.agreements().all().stream()
                .flatMap(agreement -> organisation.groups().stream()
                        .filter(group -> agreement.provider().includes(new Station(group.id(), group.tier())))
                        .filter(group -> organisation.rank(group.tier()) > contact)
                        .flatMap(above -> agreement.targets().stream()))
                .collect(Collectors.partitioningBy(target -> target.pausedBy().contains(WaitingFor.CUSTOMER)));

        assertThat(stopping.get(true)).isEmpty();
        assertThat(stopping.get(false)).hasSizeGreaterThan(4);
    }

    private CaseNumber withSuperusers(Cause cause) {
        CaseNumber number = world.desk
                .register(
                        ASTRID,
                        Registration.of(CASEWORKER_IN_AARHUS.value(), "what does the law say")
                                .withGroup(SUPERUSERS))
                .orElseThrow()
                .number();
        var unused = world.does(
                ASTRID, number, new CaseCommand.Classify(CaseKind.INCIDENT, Optional.empty(), Optional.empty(), cause));
        return number;
    }

    private Refusal sentOnTo(GroupId group, CaseNumber number) {
        return refusal(world.desk.submit(ASTRID, number, new CaseCommand.HandOver(group, "theirs")));
    }

    private static Refusal passed(String to) {
        return new Refusal.ContactTierPassed(
                TierId.of("superusers"), TierId.of(to), TierId.of("1st"), ImmutableSet.of(SUPPORT_CENTRE));
    }
}
