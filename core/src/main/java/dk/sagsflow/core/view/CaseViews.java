package dk.sagsflow.core.view;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.watcher.Watcher;
import java.util.Optional;

/** Makes views of the cases of an organisation. Immutable. */
public final class CaseViews {
    private final SupportOrganisation organisation;
    private final ImmutableSet<AttributeId> visible;

    /** Views of cases of this organisation, which says which of its own fields customers see. */
    public CaseViews(SupportOrganisation organisation) {
        this.organisation = requireNonNull(organisation, "organisation");
        this.visible = organisation.attributes().stream()
                .filter(AttributeDefinition::visible)
                .map(AttributeDefinition::id)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The case as this audience may see it. */
    public CaseView view(SupportCase current, Audience audience) {
        requireNonNull(audience, "audience");
        return audience == Audience.OPERATOR
                ? new CaseView.ForOperator(current)
                : new CaseView.ForCustomer(customerCase(current));
    }

    /**
     * The case and what happened to it, as this audience may see it.
     *
     * @param history all events of the case
     */
    public CaseFile file(SupportCase current, ImmutableList<CaseEvent> history, Audience audience) {
        return file(current, history, ImmutableList.of(), audience);
    }

    /**
     * The case and what happened to it, as this audience may see it.
     *
     * @param history all events of the case
     * @param merged what is seen of its duplicates ({@link Merging}), which customers do not see
     */
    public CaseFile file(
            SupportCase current, ImmutableList<CaseEvent> history, ImmutableList<CaseEvent> merged, Audience audience) {
        return audience == Audience.OPERATOR
                ? new CaseFile.ForOperator(current, history, merged)
                : new CaseFile.ForCustomer(customerCase(current), told(history, audience));
    }

    private ImmutableList<CustomerEvent> told(ImmutableList<CaseEvent> history, Audience audience) {
        Telling telling = new Telling(organisation, audience);
        return history.stream()
                .map(event -> event.accept(telling))
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
    }

    private CustomerCase customerCase(SupportCase current) {
        return CustomerCase.builder()
                .number(current.number())
                .version(current.version())
                .registeredAt(current.registeredAt())
                .customer(current.customer())
                .unit(current.unit())
                .kind(current.kind())
                .system(current.system())
                .priority(current.priority())
                .subject(current.subject())
                .description(current.description())
                .status(current.status())
                .working(current.working())
                .workingSince(current.chain().working().map(Link::since))
                .waitingFor(current.hold().map(SupportCase.Hold::waitingFor))
                .waitingUntil(current.hold().flatMap(SupportCase.Hold::until))
                .answer(current.answer())
                .reopenings(current.reopenings())
                .closingReason(current.closingReason())
                .addAllAttachments(attachments(current))
                .addAllWatchers(colleagues(current))
                .putAllAttributes(attributes(current))
                .personalDataErased(current.personalDataErased())
                .build();
    }

    private static ImmutableList<Attachment> attachments(SupportCase current) {
        return current.attachments().stream()
                .filter(attached -> attached.visibility() == Visibility.CUSTOMER)
                .map(SupportCase.Attached::attachment)
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<String> colleagues(SupportCase current) {
        return current.watchers().stream()
                .filter(Watcher.Colleague.class::isInstance)
                .map(watcher -> ((Watcher.Colleague) watcher).address())
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableMap<AttributeId, AttributeValue> attributes(SupportCase current) {
        return ImmutableMap.copyOf(Maps.transformValues(
                Maps.filterKeys(current.attributes(), visible::contains), SupportCase.Field::value));
    }
}
