package dk.sagsflow.verification.area;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.subject.Subject;

/** All that is looked for. */
public final class Areas {
    private static final ImmutableList<Area> ALL = ImmutableList.of(
            new RouteArea(),
            new HandOverArea(),
            new AgreementArea(),
            new SpanArea(),
            new OrganisationArea(),
            new EscalationArea(),
            new CalendarArea(),
            new NestingArea(),
            new FollowUpArea(),
            new AssignmentArea(),
            new PeopleArea());

    private Areas() {}

    /** What there is to find, area by area. */
    public static ImmutableList<Finding> findings(Subject subject) {
        Findings findings = new Findings();
        ALL.forEach(area -> area.verify(subject, findings));
        return findings.list();
    }
}
