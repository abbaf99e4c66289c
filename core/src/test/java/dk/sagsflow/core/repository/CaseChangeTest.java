package dk.sagsflow.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CaseQuery;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a change makes of a case, and what the store in memory does with very many. */
class CaseChangeTest {
    private static final Instant NINE = Instant.parse("2007-08-01T09:00:00Z");
    private static final ActorId KAREN = ActorId.of("karen");
    private static final Station CENTRE = new Station(GroupId.of("centre"), TierId.of("1st"));

    @Test
    void what_is_known_of_the_case_after_it_is_not_found_out_again() {
        SupportCase registered = SupportCase.of(ImmutableList.of(registered("C-1", NINE)));
        CaseChange accepting = CaseChange.of(ImmutableList.of(accepted("C-1")));
        SupportCase after = accepting.applied(Optional.of(registered));

        assertThat(accepting.leadingTo(after).applied(Optional.of(registered))).isSameAs(after);
        assertThatThrownBy(() -> accepting.leadingTo(after).applied(Optional.empty()))
                .isInstanceOf(ConcurrentUpdateException.class);
    }

    @Test
    void a_case_to_which_it_does_not_lead_is_refused() {
        CaseChange accepting = CaseChange.of(ImmutableList.of(accepted("C-1")));
        SupportCase earlier = SupportCase.of(ImmutableList.of(registered("C-1", NINE)));
        SupportCase other = SupportCase.of(ImmutableList.of(registered("C-2", NINE), accepted("C-2")));

        assertThatThrownBy(() -> accepting.leadingTo(earlier))
                .hasMessage("a change leads case C-1 to version 2, not case C-1 to version 1");
        assertThatThrownBy(() -> accepting.leadingTo(other))
                .hasMessage("a change leads case C-1 to version 2, not case C-2 to version 2");
    }

    @Test
    void a_store_in_memory_that_nobody_asks_for_long_lists_all_of_it_in_order() {
        CaseRepository repository = CaseRepository.inMemory();
        int many = 30_000;
        for (int place = 0; place < many; place++) {
            Instant at = NINE.plusSeconds(many - place);
            repository.append(CaseStep.of(CaseChange.of(ImmutableList.of(registered("C-" + place, at)))
                    .withAgenda(Agenda.due(Optional.of(at)))));
        }
        repository.append(CaseStep.of(CaseChange.of(ImmutableList.of(accepted("C-7")))));

        CaseQuery first = CaseQuery.builder().pageSize(2).build();

        assertThat(repository.query(first).numbers())
                .containsExactly(CaseNumber.of("C-29999"), CaseNumber.of("C-29998"));
        assertThat(repository.query(first.withOrder(CaseOrder.LATEST_CHANGE)).numbers())
                .containsExactly(CaseNumber.of("C-7"), CaseNumber.of("C-0"));
        assertThat(repository.due(NINE.plus(Duration.ofDays(1)), many)).hasSize(many - 1);
    }

    @Test
    void a_store_in_memory_holds_nothing_of_what_an_erased_case_was() {
        CaseRepository repository = CaseRepository.inMemory();
        repository.append(CaseStep.of(CaseChange.of(ImmutableList.of(registered("C-1", NINE)))));
        // Somebody has listed it, so that it is in its places as it was.
        assertThat(repository.query(CaseQuery.builder().build()).numbers()).hasSize(1);
        WeakReference<SupportCase> before =
                new WeakReference<>(repository.find(CaseNumber.of("C-1")).orElseThrow());
        ImmutableList<CaseEvent> left = PersonalData.erasedFrom(repository.history(CaseNumber.of("C-1")));

        repository.append(
                CaseStep.of(CaseChange.of(ImmutableList.of(new CaseEvent.PersonalDataErased(header("C-1", 2))))
                        .erasing(left)));

        System.gc();
        assertThat(before.get()).isNull();
    }

    private static EventHeader header(String number, long sequence) {
        Instant at = NINE.plus(Duration.ofDays(1));
        return EventHeader.of(CaseNumber.of(number), sequence, at, KAREN, Side.ORGANISATION);
    }

    private static CaseEvent registered(String number, Instant at) {
        return CaseEvent.Registered.builder()
                .header(EventHeader.of(CaseNumber.of(number), 1, at, KAREN, Side.ORGANISATION))
                .station(CENTRE)
                .customer(CustomerId.of("anna"))
                .customerKind(CustomerKind.CITIZEN)
                .unit(Optional.empty())
                .kind(CaseKind.INCIDENT)
                .system(Optional.empty())
                .subject("printer")
                .description("")
                .build();
    }

    private static CaseEvent accepted(String number) {
        return new CaseEvent.Accepted(header(number, 2), CENTRE);
    }
}
