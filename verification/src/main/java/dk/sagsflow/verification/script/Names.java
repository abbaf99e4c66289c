package dk.sagsflow.verification.script;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.SupportOrganisation;

/** What people are called in scenarios. */
public final class Names {
    /** Whoever the case belongs to. */
    public static final String CUSTOMER = "customer";

    /** A program of the host that may write notes. */
    public static final String PROGRAM = "program";

    private Names() {}

    /** The people of the model, for its groups somebody of them, and the customer. */
    static ImmutableSet<String> of(SubjectModel subject) {
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        names.add(CUSTOMER, PROGRAM);
        subject.people().actors().forEach(actor -> names.add(actor.id().value()));
        SupportOrganisation organisation = subject.model().organisation();
        organisation.groups().forEach(group -> {
            names.add(group.id().value());
            group.lead().ifPresent(lead -> names.add(lead.value()));
        });
        organisation.duty().forEach(one -> names.add(one.value()));
        return names.build();
    }
}
