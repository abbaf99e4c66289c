package dk.sagsflow.routing.notice;

import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.notice.NotificationTexts.Recipient;
import java.util.Optional;
import java.util.stream.Stream;

/** Which group reads what concerns a case. */
final class GroupReaders {
    private final SupportOrganisation organisation;

    GroupReaders(SupportOrganisation organisation) {
        this.organisation = organisation;
    }

    /**
     * The group that works on the case, or the next that answers for it and reads mail; of a case that is over the group that
     * answered it; the entrance of the contact tier if none of them reads mail.
     */
    Optional<Recipient> of(SupportCase state) {
        Stream<GroupId> answering =
                state.chain().links().reverse().stream().map(Link::station).map(Station::group);
        Stream<GroupId> answered = state.answeredBy().stream()
                .map(Station::group)
                .filter(group -> state.working().isEmpty());
        return Stream.of(answering, answered, Stream.of(organisation.contactEntrance()))
                .flatMap(groups -> groups)
                .flatMap(group -> organisation.group(group).stream())
                .flatMap(group -> group.mailAddress().map(address -> new Recipient(address, group.language())).stream())
                .findFirst();
    }
}
