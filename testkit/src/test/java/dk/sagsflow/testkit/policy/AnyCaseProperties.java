package dk.sagsflow.testkit.policy;

import static dk.sagsflow.testkit.policy.PolicyTesting.clockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.testkit.any.AnyCase;
import dk.sagsflow.testkit.any.OfModel;
import dk.sagsflow.testkit.domain.ModelDomain;
import dk.sagsflow.verification.script.SubjectModel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** Properties about a model are three lines. */
class AnyCaseProperties {
    private static final String AMS = "../examples/models/ams";

    // sample
    @Property(tries = 30)
    void whoever_comes_in_has_a_clock_that_begins(@ForAll @OfModel(value = AMS, year = 2007) GivenPhase anyCase) {
        clockOf(anyCase).of("RESOLUTION").hasUsed("PT0S");
    }
    // end

    @Property(tries = 60)
    void cases_are_of_every_sort(@ForAll @OfModel(value = AMS, year = 2007) GivenPhase anyCase) {
        SupportCase there = anyCase.then().theCase();

        Statistics.label("judged")
                .collect(there.priority().isPresent())
                .coverage(coverage -> coverage.check(true).count(count -> count >= 4));
        Statistics.label("of a system")
                .collect(there.system().isPresent())
                .coverage(coverage -> coverage.check(true).count(count -> count >= 4));
        assertThat(anyCase.toString()).startsWith("a case of kind " + there.kind());
    }

    @Property(tries = 100)
    void starts_are_in_the_year(@ForAll @OfModel(value = AMS, year = 2008) Instant start) {
        assertThat(LocalDate.ofInstant(start, ZoneId.of("Europe/Copenhagen")).getYear())
                .isEqualTo(2008);
    }

    @Example
    void what_follow_up_rules_tell_apart_is_drawn_as_well() {
        SupportModel ams = ModelFolder.read(Path.of(AMS)).model();
        FollowUpRule seldom = ams.routing().followUps().get(0).withWhen(Condition.is(CaseField.CATEGORY, "seldom"));
        SupportModel model = ams.withRouting(ams.routing().withFollowUps(seldom));

        assertThat(AnyCase.of(SubjectModel.of(model), 2007).generator(100).stream(new Random(7))
                        .limit(100)
                        .map(drawn -> drawn.value().toString()))
                .anyMatch(words -> words.contains("category seldom"));
    }

    @Property(tries = 10)
    @Domain(ModelDomain.class)
    @Domain(DomainContext.Global.class)
    void models_that_are_built_in_code_have_cases_too(@ForAll SupportModel model, @ForAll long seed) {
        GivenPhase any = AnyCase.of(SubjectModel.of(model), 2007)
                .generator(10)
                .next(new Random(seed))
                .value();

        assertThat(any.then().history()).isNotEmpty();
    }
}
