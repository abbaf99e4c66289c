package dk.sagsflow.sla.clock;

import static dk.sagsflow.sla.clock.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which events are a word to the customer, and which are a word from the customer. */
@Tag("R20")
class WordsWithCustomerTest {

    @Test
    void what_the_customer_reads_is_a_word_to_the_customer() {
        assertThat(CaseHistory.speaksToCustomer(note("karen", Visibility.CUSTOMER)))
                .isTrue();
        assertThat(CaseHistory.speaksToCustomer(workaround(Visibility.CUSTOMER)))
                .isTrue();
        assertThat(CaseHistory.speaksToCustomer(hold(WaitingFor.CUSTOMER))).isTrue();
        assertThat(CaseHistory.speaksToCustomer(answer(Optional.empty()))).isTrue();
    }

    @Test
    void what_only_colleagues_read_is_none() {
        assertThat(CaseHistory.speaksToCustomer(note("karen", Visibility.INTERNAL)))
                .isFalse();
        assertThat(CaseHistory.speaksToCustomer(workaround(Visibility.INTERNAL)))
                .isFalse();
        assertThat(CaseHistory.speaksToCustomer(hold(WaitingFor.SUPPLIER))).isFalse();
        assertThat(CaseHistory.speaksToCustomer(answer(Optional.of(Story.CENTRE))))
                .isFalse();
        assertThat(CaseHistory.speaksToCustomer(new CaseEvent.Accepted(header("karen"), Story.CENTRE)))
                .isFalse();
    }

    @Test
    void a_visible_note_from_the_customers_side_is_a_word_from_the_customer() {
        assertThat(CaseHistory.hearsFromCustomer(note("anna", Visibility.CUSTOMER)))
                .isTrue();
        assertThat(CaseHistory.hearsFromCustomer(note("anna", Visibility.INTERNAL)))
                .isFalse();
        assertThat(CaseHistory.hearsFromCustomer(note("karen", Visibility.CUSTOMER)))
                .isFalse();
        assertThat(CaseHistory.hearsFromCustomer(new CaseEvent.Resumed(header("anna"))))
                .isFalse();
    }

    @Test
    void what_a_program_writes_is_no_word_from_anybody_to_anybody() {
        assertThat(CaseHistory.speaksToCustomer(note("sagsflow", Visibility.CUSTOMER)))
                .isFalse();
        assertThat(CaseHistory.hearsFromCustomer(note("sagsflow", Visibility.CUSTOMER)))
                .isFalse();
    }

    @Test
    void a_history_begins_with_its_registration() {
        assertThatThrownBy(() -> CaseHistory.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a history has at least the registration of its case, but there are no events");
    }

    private static CaseEvent note(String actor, Visibility visibility) {
        return new CaseEvent.NoteAdded(header(actor), visibility, "a note");
    }

    private static CaseEvent workaround(Visibility visibility) {
        return new CaseEvent.WorkaroundProvided(header("karen"), visibility, "like this", Optional.empty());
    }

    private static CaseEvent hold(WaitingFor reason) {
        return new CaseEvent.PutOnHold(header("karen"), reason, Optional.empty(), "");
    }

    private static CaseEvent answer(Optional<Station> to) {
        return new CaseEvent.Answered(header("karen"), Story.BIT, to, "so");
    }

    private static EventHeader header(String actor) {
        return EventHeader.of(CaseNumber.of("C-1"), 2, at("2007-08-01T09:00"), ActorId.of(actor), Story.sideOf(actor));
    }
}
