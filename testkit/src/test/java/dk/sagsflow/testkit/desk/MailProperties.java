package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.domain.SupportDomain;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Who is told by mail. */
@Domain(DomainContext.Global.class)
@Domain(SupportDomain.class)
class MailProperties {
    @Property(tries = 300)
    @Tag("R20")
    void whoever_has_no_access_is_told_by_mail_if_there_is_an_address_and_nobody_else_is(@ForAll Customer customer) {
        Mailbox mailbox = new Mailbox();
        SupportDesk desk = SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        Directory.of(
                                ImmutableList.of(Actor.supporter("karen", "Karen", "support-centre")),
                                ImmutableList.of(customer)),
                        SettableClock.at("2007-08-01T06:00:00Z"))
                .withNotifier(mailbox)
                .build();

        desk.register(ReferenceOrganisation.KAREN, Registration.of("somebody", "I cannot log in"))
                .orElseThrow();
        boolean told = !customer.helpdeskAccess() && customer.mailAddress().isPresent();

        assertThat(desk.operations().deliver(10).sent()).isEqualTo(told ? 1 : 0);
        assertThat(mailbox.received())
                .extracting(Notification::address)
                .isSubsetOf(customer.mailAddress().stream().toList());
        assertThat(mailbox.received())
                .extracting(Notification::subject)
                .allSatisfy(subject -> assertThat(subject)
                        .endsWith(
                                customer.language().getLanguage().equals("da")
                                        ? "din sag er registreret"
                                        : "your case is registered"));
    }
}
