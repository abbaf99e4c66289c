package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.Audience;
import dk.sagsflow.core.view.CaseViews;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AccessPolicy} must keep to, whatever else it allows. Inherit it and make one of the people given, who
 * are those of {@link ReferenceOrganisation}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class AccessPolicyContract {
    private static final String SECRET = "what only supporters may read";
    private static final CaseNumber NUMBER = CaseNumber.of("C-1");

    private ImmutableList<CaseEvent> history = ImmutableList.of();

    /** For those who inherit. */
    protected AccessPolicyContract() {}

    /** The policy for this organisation and these people; called once for each test. */
    protected abstract AccessPolicy policy(SupportOrganisation organisation, Directory people);

    private AccessPolicy policy() {
        return policy(ReferenceOrganisation.organisation(), ReferenceOrganisation.people());
    }

    @BeforeEach
    void a_case_with_two_notes_that_bit_works_on() {
        CaseRepository repository = CaseRepository.inMemory();
        RepositoryBench bench = new RepositoryBench(repository);
        bench.register(NUMBER, Instant.parse("2007-08-01T06:00:00Z"), ReferenceOrganisation.CITIZEN_CARL, "help");
        bench.submit(NUMBER, new CaseCommand.AddNote(Visibility.INTERNAL, SECRET));
        bench.submit(NUMBER, new CaseCommand.AddNote(Visibility.CUSTOMER, "we look at it"));
        bench.submit(NUMBER, new CaseCommand.HandOver(ReferenceOrganisation.BIT, SECRET));
        history = repository.history(NUMBER);
    }

    @Test
    @Tag("R19")
    void customers_and_superusers_read_what_is_said_to_them_and_no_internal_note() {
        List<Actor> customers = ReferenceOrganisation.actors().stream()
                .filter(actor -> actor.customer().isPresent())
                .toList();
        CaseViews views = new CaseViews(ReferenceOrganisation.organisation());

        assertThat(customers).hasSizeGreaterThan(2).allSatisfy(customer -> {
            assertThat(policy().audience(customer)).isNotEqualTo(Audience.OPERATOR);
            assertThat(views.file(SupportCase.of(history), history, policy().audience(customer))
                            .toString())
                    .doesNotContain(SECRET)
                    .contains("we look at it");
        });
    }

    @Test
    void whoever_is_no_operator_searches_by_nothing_internal() {
        CaseQuery internal =
                CaseQuery.builder().assignee(ReferenceOrganisation.KAREN).build();

        assertThat(ReferenceOrganisation.actors())
                .allSatisfy(actor -> assertThat(policy().objection(actor, internal))
                        .matches(objection -> objection.isEmpty() == (policy().audience(actor) == Audience.OPERATOR)));
    }

    @Test
    void whoever_works_on_a_case_sees_it_and_may_answer_it() {
        Actor bo =
                ReferenceOrganisation.people().actor(ReferenceOrganisation.BO).orElseThrow();
        SupportCase atBit = SupportCase.of(history);

        assertThat(policy().scope(bo).contains(atBit)).isTrue();
        assertThat(policy().objection(bo, new CaseCommand.Answer("so"), atBit)).isEmpty();
    }

    @Test
    void an_objection_says_who_and_why() {
        Actor outsider = ReferenceOrganisation.people()
                .actor(ReferenceOrganisation.OUTSIDER)
                .orElseThrow();

        assertThat(policy().objection(outsider, new CaseCommand.Answer("so"), SupportCase.of(history)))
                .get()
                .isInstanceOfSatisfying(Refusal.NotEntitled.class, refusal -> {
                    assertThat(refusal.actor()).isEqualTo(ReferenceOrganisation.OUTSIDER);
                    assertThat(refusal.action()).isEqualTo(CaseAction.ANSWER);
                    assertThat(refusal.entitled()).isNotEmpty();
                });
    }

    @Test
    void the_same_question_gets_the_same_answer() {
        AccessPolicy policy = policy();
        SupportCase atBit = SupportCase.of(history);

        assertThat(ReferenceOrganisation.actors()).allSatisfy(actor -> {
            assertThat(policy.scope(actor)).isEqualTo(policy.scope(actor));
            assertThat(policy.audience(actor)).isEqualTo(policy.audience(actor));
            assertThat(policy.objection(actor, new CaseCommand.Accept(), atBit))
                    .isEqualTo(policy.objection(actor, new CaseCommand.Accept(), atBit));
        });
    }
}
