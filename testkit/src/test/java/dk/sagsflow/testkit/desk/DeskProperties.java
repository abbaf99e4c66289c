package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.domain.SupportDomain;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import dk.sagsflow.testkit.flow.ChainLaws;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Anybody asks a desk for anything: what is stored keeps the laws, and what is refused changes nothing. */
class DeskProperties {
    record Request(ActorId by, CaseCommand command, Duration later) {}

    record World(SupportOrganisation organisation, List<Request> requests) {}

    @Provide
    Arbitrary<World> worlds() {
        Arbitrary<SupportOrganisation> organisations = Arbitraries.oneOf(
                new SupportDomain().organisations(), Arbitraries.just(ReferenceOrganisation.organisation()));
        return organisations.flatMap(organisation ->
                requests(organisation).list().ofMaxSize(40).map(requests -> new World(organisation, requests)));
    }

    private static Arbitrary<Request> requests(SupportOrganisation organisation) {
        return Combinators.combine(
                        SupportDomain.actors(organisation),
                        SupportDomain.commands(organisation),
                        Arbitraries.integers().between(-500, 50_000))
                .as((by, command, seconds) -> new Request(by, command, Duration.ofSeconds(seconds)));
    }

    @Property(tries = 500)
    @Tag("R01")
    @Tag("R04")
    @Tag("R06")
    void the_store_keeps_the_laws_whoever_asks_for_what(@ForAll("worlds") World world) {
        SupportOrganisation organisation = world.organisation();
        CaseRepository repository = CaseRepository.inMemory();
        SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
        SupportDesk desk = SupportDesk.builder(SupportModel.of(organisation), SupportDomain.people(organisation), clock)
                .withRepository(repository)
                .build();
        CaseNumber number = desk.register(
                        SupportDomain.memberOf(organisation.contactEntrance()),
                        Registration.of(SupportDomain.CITIZEN.value(), "help"))
                .orElseThrow()
                .number();

        for (Request request : world.requests()) {
            clock.advance(request.later());
            ImmutableList<CaseEvent> before = repository.history(number);
            Outcome<CaseView> outcome = desk.submit(whoMoves(request, repository, number), number, request.command());
            assertThat(repository.find(number)).contains(SupportCase.of(repository.history(number)));
            if (outcome instanceof Outcome.Refused<CaseView> refused) {
                assertThat(refused.refusal().describe()).isNotBlank();
                assertThat(repository.history(number)).isEqualTo(before);
            }
        }
        ChainLaws.assertKept(organisation, repository.history(number));
    }

    /** Half of the time whoever the generator says, else somebody who works on the case, so that it gets somewhere. */
    private static ActorId whoMoves(Request request, CaseRepository repository, CaseNumber number) {
        return request.later().toSeconds() % 2 == 0
                ? request.by()
                : repository
                        .find(number)
                        .flatMap(SupportCase::working)
                        .map(station -> SupportDomain.memberOf(station.group()))
                        .orElse(request.by());
    }
}
