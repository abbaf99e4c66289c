package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.json.ViewJson;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.view.Audience;
import dk.sagsflow.core.view.CaseViews;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A watcher is told what others are told, as long as it watches, and never more. */
class WatchersProperties {
    private static final String SECRET = "SECRET";
    private static final String COLLEAGUE = "colleague@example.dk";
    private static final String HANNE = "hanne@example.dk";
    private static final Watcher OUTSIDE = new Watcher.Colleague(COLLEAGUE);
    private static final Watcher LIKE_CUSTOMER = new Watcher.Member(HEAD, Watcher.Copies.CUSTOMER);
    private static final Watcher LIKE_GROUP = new Watcher.Member(HEAD, Watcher.Copies.GROUP);
    private static final CaseViews VIEWS = new CaseViews(ReferenceOrganisation.organisation());

    /**
     * What somebody does.
     *
     * @param by who
     * @param command what
     */
    record Step(ActorId by, CaseCommand command) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<CaseCommand> watching = Combinators.combine(
                        Arbitraries.of(OUTSIDE, LIKE_CUSTOMER, LIKE_GROUP), Arbitraries.of(true, true, false))
                .as((watcher, added) ->
                        added ? new CaseCommand.AddWatcher(watcher) : new CaseCommand.RemoveWatcher(watcher));
        Arbitrary<CaseCommand> others = Arbitraries.of(
                new CaseCommand.AddNote(Visibility.INTERNAL, SECRET),
                new CaseCommand.AddNote(Visibility.CUSTOMER, "we look"),
                new CaseCommand.HandOver(BIT, SECRET),
                new CaseCommand.GiveBack(GiveBackReason.MISROUTED, SECRET),
                new CaseCommand.Pause(WaitingFor.SUPPLIER, Optional.empty(), SECRET),
                new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"),
                new CaseCommand.Resume(),
                new CaseCommand.Accept(),
                new CaseCommand.Reopen("again"),
                new CaseCommand.Answer("this is how"));
        return Combinators.combine(
                        Arbitraries.of(KAREN, BO), Arbitraries.frequencyOf(Tuple.of(1, watching), Tuple.of(2, others)))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 100)
    void a_watcher_is_told_what_the_customer_is_told_as_long_as_it_watches_and_nothing_else(
            @ForAll("steps") List<Step> steps) {
        Desks world = new Desks();
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.places(number, Cause.TECHNICAL);
        SupportCase before = world.current(number);
        for (Step step : steps) {
            world.desk.operations().deliver(1_000);
            int told = world.mailbox.received().size();
            world.clock.advance(Duration.ofMinutes(1));
            var unused = world.desk.submit(step.by(), number, step.command());
            world.desk.operations().deliver(1_000);
            SupportCase after = world.current(number);
            List<Notification> news = world.mailbox
                    .received()
                    .subList(told, world.mailbox.received().size());
            check(news, before, after);
            assertThat(new ViewJson().write(VIEWS.file(after, world.repository.history(number), Audience.CUSTOMER)))
                    .doesNotContain(SECRET, HEAD.value());
            before = after;
        }
    }

    private static void check(List<Notification> news, SupportCase before, SupportCase after) {
        List<String> customer = texts(news, "carl@example.dk");
        boolean watches =
                before.watchers().contains(OUTSIDE) && after.watchers().contains(OUTSIDE);
        assertThat(texts(news, COLLEAGUE)).isEqualTo(watches ? customer : List.of());
        assertThat(texts(news, COLLEAGUE)).allSatisfy(text -> assertThat(text).doesNotContain(SECRET));
        boolean likeCustomer =
                before.watchers().contains(LIKE_CUSTOMER) && after.watchers().contains(LIKE_CUSTOMER);
        boolean likeGroup =
                before.watchers().contains(LIKE_GROUP) && after.watchers().contains(LIKE_GROUP);
        List<String> hanne = texts(news, HANNE);
        if (likeCustomer && !likeGroup) {
            assertThat(hanne).isEqualTo(customer);
        } else if (!likeCustomer && !likeGroup) {
            assertThat(hanne).isEmpty();
        } else if (likeCustomer) {
            assertThat(hanne).containsAll(customer);
        }
    }

    private static List<String> texts(List<Notification> news, String address) {
        return news.stream()
                .filter(mail -> mail.address().equals(address))
                .map(mail -> mail.kind() + " " + mail.text())
                .toList();
    }
}
