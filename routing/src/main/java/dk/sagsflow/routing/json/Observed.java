package dk.sagsflow.routing.json;

import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.members.Members;
import dk.sagsflow.routing.triage.Observation;
import dk.sagsflow.routing.triage.TriageWords;
import tools.jackson.databind.node.ObjectNode;

/** What a case had of what a rule asks for, as JSON. */
final class Observed {
    private Observed() {}

    static ObjectNode json(Observation observation, TriageWords words) {
        return of(observation)
                .with("holds", observation.holds())
                .with("wanted", observation.wanted())
                .with("words", words.of(observation))
                .node();
    }

    private static Members of(Observation observation) {
        if (observation instanceof Observation.OfField field) {
            return new Members()
                    .with("observation", "field")
                    .with("field", field.asked().field())
                    .with("asked", field.asked().values())
                    .with("had", field.had());
        } else if (observation instanceof Observation.OfAttribute attribute) {
            return new Members()
                    .with("observation", "attribute")
                    .with("attribute", attribute.asked().attribute())
                    .withKinds("asked", attribute.asked().values(), AttributeValue.class)
                    .with("had", attribute.had().map(had -> Members.kindOf(had, AttributeValue.class)));
        } else if (observation instanceof Observation.OfWords mentioned) {
            return new Members()
                    .with("observation", "words")
                    .with("asked", mentioned.asked().words())
                    .with("had", mentioned.found());
        }
        Observation.OfCalendar calendar = (Observation.OfCalendar) observation;
        return new Members()
                .with("observation", "calendar")
                .with("calendar", calendar.asked().id())
                .with("asked", calendar.asked().open())
                .with("had", calendar.open());
    }
}
