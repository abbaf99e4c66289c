package dk.sagsflow.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.json.OrganisationJson;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.testkit.domain.SupportDomain;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** Random histories in random organisations: what holds after every event. */
@Domain(DomainContext.Global.class)
@Domain(SupportDomain.class)
class CaseFlowProperties {
    private final CaseEventJson json = new CaseEventJson();

    record World(SupportOrganisation organisation, ImmutableList<CaseEvent> history) {}

    @Provide
    Arbitrary<World> worlds() {
        return new SupportDomain()
                .organisations()
                .flatMap(organisation ->
                        SupportDomain.histories(organisation).map(history -> new World(organisation, history)));
    }

    @Property(tries = 500)
    @Tag("R01")
    @Tag("R04")
    @Tag("R06")
    @Tag("R14")
    void every_history_keeps_the_laws_of_the_chain(@ForAll("worlds") World world) {
        long handOvers = world.history().stream()
                .filter(CaseEvent.HandedOver.class::isInstance)
                .count();
        Statistics.collect(handOvers > 1 ? "went on more than once" : handOvers == 1 ? "went on once" : "stayed");

        ChainLaws.assertKept(world.organisation(), world.history());
    }

    @Property(tries = 300)
    void every_event_survives_the_way_through_json(@ForAll("worlds") World world) {
        assertThat(world.history())
                .allSatisfy(event -> assertThat(json.read(json.write(event))).isEqualTo(event));
    }

    @Property(tries = 300)
    void erasing_leaves_the_flow_and_takes_the_texts(@ForAll("worlds") World world) {
        SupportCase whole = SupportCase.of(world.history());
        SupportCase erased = SupportCase.of(PersonalData.erasedFrom(world.history()));

        assertThat(erased.chain()).isEqualTo(whole.chain());
        assertThat(erased.status()).isEqualTo(whole.status());
        assertThat(erased.subject()).isEqualTo(PersonalData.TEXT);
        assertThat(erased.customer()).isEqualTo(PersonalData.CUSTOMER);
    }

    @Property(tries = 200)
    void every_organisation_reads_back_as_it_was_written(@ForAll SupportOrganisation organisation) {
        Problems problems = new Problems();

        assertThat(JsonDocument.read("organisation.json", OrganisationJson.write(organisation), problems)
                        .flatMap(OrganisationJson::read))
                .as(() -> problems.list().toString())
                .contains(organisation);
    }

    @Property(tries = 6)
    void the_generator_reaches_every_kind_of_outcome(@ForAll SupportOrganisation organisation) {
        Arbitrary<ImmutableList<CaseEvent>> histories = SupportDomain.histories(organisation);

        assertThat(histories
                        .sampleStream()
                        .limit(600)
                        .flatMap(ImmutableList::stream)
                        .map(Object::getClass)
                        .distinct())
                .contains(
                        CaseEvent.HandedOver.class,
                        CaseEvent.Answered.class,
                        CaseEvent.PutOnHold.class,
                        CaseEvent.Reopened.class,
                        CaseEvent.AttributeSet.class);
    }
}
