package dk.sagsflow.sla.clock;

import static dk.sagsflow.sla.clock.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Tables;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** An agreement that judges cases by a priority matrix of its own: what is P1 to the organisation is P3 to it. */
class OwnMatrixTest {
    private static final PriorityMatrix MILD = new PriorityMatrix(ImmutableTable.copyOf(Tables.transformValues(
            PriorityMatrix.standard().cells(), priority -> priority == Priority.P1 ? Priority.P3 : priority)));
    private final Agreement agreement = Agreement.builder()
            .id("customers")
            .name("Customers")
            .kind(AgreementKind.SLA)
            .provider(new Party.OfTier(TierId.of("1st")))
            .consumer(new Party.EveryCustomer())
            .addTargets(target("normal", 8), target("urgent", 2).withAppliesTo(Condition.is(CaseField.PRIORITY, "P1")))
            .onChange(ChangePolicy.RESTART)
            .build();
    private final Clocks plain = new Clocks(Agreements.of(ImmutableList.of(agreement)));
    private final Clocks mild = new Clocks(Agreements.of(ImmutableList.of(agreement.withPriorityMatrix(MILD))));
    private final CaseHistory history = Story.registered("2007-08-01T08:00")
            .prioritised(at("2007-08-01T09:00"), Impact.HIGH, Urgency.HIGH, Priority.P1)
            .history();

    @Test
    void clocks_go_by_it_and_the_case_keeps_its_priority() {
        assertThat(only(plain).selected().target().id()).isEqualTo("urgent");
        assertThat(only(mild).selected().target().id()).isEqualTo("normal");
        assertThat(history.latest().priority()).contains(Priority.P1);
    }

    @Test
    void a_priority_that_is_another_to_the_organisation_alone_restarts_no_clock() {
        assertThat(only(plain).consumed()).isEqualTo(Duration.ofHours(1));
        assertThat(only(mild).consumed()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void thresholds_are_those_of_the_target_that_it_leads_to() {
        assertThat(new EscalationPlan(plain).until(history, at("2007-08-01T20:00")))
                .extracting(ThresholdPassing::id)
                .containsExactly("customers/urgent/from-1/100%");
        assertThat(new EscalationPlan(mild).until(history, at("2007-08-01T20:00")))
                .extracting(ThresholdPassing::id)
                .containsExactly("customers/normal/from-1/100%");
    }

    @Test
    void an_explanation_says_which_priority_was_used_and_why_where_it_is_another_than_that_of_the_case() {
        assertThat(explained(mild, Locale.ENGLISH))
                .contains(
                        "The agreement has a priority matrix of its own: impact high and urgency high make P3; the case"
                                + " says P1.");
        assertThat(explained(mild, Locale.forLanguageTag("da")))
                .contains(
                        "Aftalen har sin egen prioritetsmatrix: påvirkning høj og hastegrad høj giver P3; på sagen står"
                                + " P1.");
        assertThat(explained(plain, Locale.ENGLISH)).noneMatch(line -> line.contains("matrix"));
    }

    @Test
    void an_explanation_says_nothing_of_a_matrix_that_comes_to_the_same() {
        CaseHistory low = Story.registered("2007-08-01T08:00")
                .prioritised(at("2007-08-01T09:00"), Impact.LOW, Urgency.LOW, Priority.P5)
                .history();

        assertThat(mild.explain(low, at("2007-08-01T10:00")).get(0).steps())
                .noneMatch(TraceStep.OwnPriority.class::isInstance);
    }

    private ClockReading only(Clocks clocks) {
        List<ClockReading> readings = clocks.read(history, at("2007-08-01T10:00"));
        assertThat(readings).hasSize(1);
        return readings.get(0);
    }

    private List<String> explained(Clocks clocks, Locale language) {
        return ExplanationWords.in(language)
                .of(clocks.explain(history, at("2007-08-01T10:00")).get(0));
    }

    private static Target target(String id, int hours) {
        return Target.builder()
                .id(id)
                .measure(Measure.RESOLUTION)
                .budget(Budget.of(Duration.ofHours(hours)))
                .calendar(ServiceCalendar.always(Story.COPENHAGEN))
                .addThreshold(Threshold.at(100))
                .build();
    }
}
