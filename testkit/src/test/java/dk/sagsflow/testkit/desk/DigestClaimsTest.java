package dk.sagsflow.testkit.desk;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.ForwardingOutbox;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.notification.SubscriptionRegister;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.notification.Subscriptions.Wish;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.ForwardingCaseRepository;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a digest of many recipients costs: each lane is claimed whole and once, and nothing is given back. */
class DigestClaimsTest {
    private static final int RECIPIENTS = 200;
    private static final int CASES_EACH = 3;
    private static final int AT_ONCE = 50;

    private final ImmutableList<Customer> customers = IntStream.range(0, RECIPIENTS)
            .mapToObj(each -> Customer.of("c" + each, "Customer " + each, CustomerKind.SUPERUSER)
                    .withMailAddress("c" + each + "@example.dk"))
            .collect(toImmutableList());
    private final SettableClock clock = SettableClock.at("2007-08-01T08:00:00Z");
    private final Mailbox mailbox = new Mailbox();
    private final CountedOutbox outbox = new CountedOutbox(CaseRepository.inMemory());

    private static final class CountedOutbox extends ForwardingCaseRepository {
        private final Outbox counted;
        private int asked;
        private int lanes;
        private int givenBack;
        private int takenOff;

        CountedOutbox(CaseRepository store) {
            super(store);
            counted = new Counting(store.outbox());
        }

        @Override
        public Outbox outbox() {
            return counted;
        }

        private final class Counting extends ForwardingOutbox {
            Counting(Outbox outbox) {
                super(outbox);
            }

            @Override
            public ImmutableList<ClaimedLane> claim(Instant now, Duration lease, int most, int largestDigest) {
                ImmutableList<ClaimedLane> claimed = super.claim(now, lease, most, largestDigest);
                asked++;
                lanes += claimed.size();
                return claimed;
            }

            @Override
            public void sent(ClaimedLane claimed, Collection<MessageId> ids) {
                takenOff++;
                super.sent(claimed, ids);
            }

            @Override
            public void release(ClaimedLane claimed) {
                givenBack++;
                super.release(claimed);
            }

            @Override
            public void postpone(ClaimedLane claimed, String failure, Instant now, Instant until) {
                givenBack++;
                super.postpone(claimed, failure, now, until);
            }
        }
    }

    @Test
    void a_digest_of_200_recipients_takes_200_claims_and_gives_none_back() {
        SubscriptionRegister subscriptions = Subscriptions.inMemory();
        customers.forEach(
                customer -> subscriptions.subscribe(customer.id(), Notification.Kind.REGISTERED, Wish.IN_DIGEST));
        SupportDesk desk = SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        Directory.of(ReferenceOrganisation.actors(), customers),
                        clock)
                .withRepository(outbox)
                .withSubscriptions(subscriptions)
                .withNotifier(mailbox)
                .build();
        for (int round = 0; round < CASES_EACH; round++) {
            for (Customer customer : customers) {
                desk.register(ReferenceOrganisation.KAREN, help(customer.id())).orElseThrow();
            }
        }
        clock.advance(Duration.ofDays(1));

        while (desk.operations().deliver(AT_ONCE).mayBeMore()) {}

        assertThat(mailbox.received()).hasSize(RECIPIENTS);
        assertThat(outbox.lanes).as("claims").isEqualTo(RECIPIENTS);
        assertThat(outbox.takenOff)
                .as("times that messages were taken off the list")
                .isEqualTo(RECIPIENTS);
        assertThat(outbox.givenBack).as("claims given back").isZero();
        assertThat(outbox.asked).as("questions to the store").isLessThanOrEqualTo(RECIPIENTS + RECIPIENTS / AT_ONCE);
    }

    private static Registration help(CustomerId customer) {
        return Registration.of(customer.value(), "I cannot log in");
    }
}
