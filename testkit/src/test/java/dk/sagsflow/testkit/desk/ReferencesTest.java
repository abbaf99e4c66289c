package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a case brings along from another system: its number, and what it is called there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReferencesTest {
    private static final Reference REMOTE = Reference.of("servicenow", "INC0012345");

    private final CaseRepository store = CaseRepository.inMemory();
    private final Desks world = new Desks(store);

    private static Registration registration() {
        return Registration.builder()
                .customer(CITIZEN_CARL)
                .subject("help")
                .addReference(REMOTE)
                .build();
    }

    @Test
    void a_case_comes_in_with_its_number_and_references() {
        SupportCase registered = world.desk
                .register(KAREN, registration().withNumber(CaseNumber.of("INC-7")))
                .orElseThrow()
                .whole();

        assertThat(registered.number()).isEqualTo(CaseNumber.of("INC-7"));
        assertThat(registered.references()).containsExactly(REMOTE);
        assertThat(store.query(CaseQuery.builder().reference(REMOTE).build()).cases())
                .containsExactly(registered);
    }

    @Test
    void a_number_or_a_reference_that_is_taken_is_refused_with_the_case_that_has_it() {
        SupportCase first =
                world.desk.register(KAREN, registration()).orElseThrow().whole();
        SupportCase second = world.desk
                .register(KAREN, registration().withReferences())
                .orElseThrow()
                .whole();

        assertThat(world.desk.register(KAREN, registration()))
                .isEqualTo(Outcome.refused(new Refusal.ReferenceTaken(REMOTE, Optional.of(first.number()))));
        assertThat(world.desk.submit(KAREN, second.number(), new CaseCommand.AddReference(REMOTE)))
                .isEqualTo(Outcome.refused(new Refusal.ReferenceTaken(REMOTE, Optional.of(first.number()))));
        assertThat(world.desk.submit(KAREN, first.number(), new CaseCommand.AddReference(REMOTE)))
                .isEqualTo(Outcome.refused(new Refusal.ReferenceTaken(REMOTE, Optional.of(first.number()))));
        assertThat(world.desk.register(KAREN, registration().withReferences().withNumber(first.number())))
                .isEqualTo(Outcome.refused(new Refusal.NumberTaken(first.number())));
    }

    @Test
    void two_desks_on_one_store_and_one_after_a_restart_never_give_a_number_twice() {
        SupportCase one =
                world.desk.register(KAREN, registration()).orElseThrow().whole();
        SupportCase brought = world.desk
                .register(KAREN, registration().withReferences().withNumber(CaseNumber.of("C-0000002")))
                .orElseThrow()
                .whole();
        SupportCase other = new Desks(store)
                .desk
                .register(KAREN, registration().withReferences())
                .orElseThrow()
                .whole();

        assertThat(other.number()).isNotIn(one.number(), brought.number());
    }
}
