package dk.sagsflow.core.json;

import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RefusalWords;
import dk.sagsflow.core.command.Remark;
import dk.sagsflow.core.members.Members;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CaseViewPage;
import dk.sagsflow.core.view.CustomerCase;
import dk.sagsflow.core.view.CustomerEvent;
import dk.sagsflow.core.watcher.Watcher;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Views as JSON by Jackson, member by member: what is added to a case later is not written until it has a line here. */
final class ViewMapper {
    ObjectNode view(CaseView view) {
        return view instanceof CaseView.ForOperator operator
                ? whole(operator.whole())
                : shown(((CaseView.ForCustomer) view).shown());
    }

    ObjectNode file(CaseFile file) {
        ArrayNode events = Members.MAPPER.createArrayNode();
        if (file instanceof CaseFile.ForOperator operator) {
            for (CaseEvent event : operator.events()) {
                events.add(Members.kindOf(event, CaseEvent.class));
            }
        } else {
            ((CaseFile.ForCustomer) file).told().forEach(event -> events.add(told(event)));
        }
        ObjectNode node = view(file.view());
        node.set("events", events);
        if (file instanceof CaseFile.ForOperator operator && !operator.merged().isEmpty()) {
            ArrayNode merged = Members.MAPPER.createArrayNode();
            operator.merged().forEach(event -> merged.add(Members.kindOf(event, CaseEvent.class)));
            node.set("merged", merged);
        }
        return node;
    }

    ObjectNode page(CaseViewPage page) {
        ArrayNode cases = Members.MAPPER.createArrayNode();
        page.cases().forEach(view -> cases.add(view(view)));
        return new Members()
                .with("cases", cases)
                .with("unreadable", page.unreadable())
                .with("next", page.next().map(Object::toString))
                .node();
    }

    ObjectNode refusal(Refusal refusal, Locale language) {
        return new Members()
                .kind(refusal, Refusal.class)
                .with("words", RefusalWords.in(language).of(refusal))
                .node();
    }

    ObjectNode remark(Remark remark, Locale language) {
        return new Members()
                .kind(remark, Remark.class)
                .with("words", RefusalWords.in(language).of(remark))
                .node();
    }

    private static ObjectNode whole(SupportCase current) {
        Members members = new Members()
                .with("audience", "OPERATOR")
                .with("number", current.number())
                .with("version", current.version())
                .with("registeredAt", current.registeredAt())
                .with("changedAt", current.changedAt())
                .with("customer", current.customer())
                .with("customerKind", current.customerKind())
                .with("unit", current.unit());
        describe(current, members);
        tellWhereItStands(current, members);
        tellWhatBelongsToIt(current, members);
        return members.with("importedAt", current.importedAt())
                .with("personalDataErased", current.personalDataErased())
                .node();
    }

    private static void describe(SupportCase current, Members members) {
        members.with("kind", current.kind())
                .with("system", current.system())
                .with("category", current.category())
                .with("cause", current.cause())
                .with("impact", current.impact())
                .with("urgency", current.urgency())
                .with("priority", current.priority())
                .with("subject", current.subject())
                .with("description", current.description());
    }

    private static void tellWhereItStands(SupportCase current, Members members) {
        members.with("status", current.status())
                .with("chain", current.chain().links())
                .with("hold", current.hold())
                .with("involvedGroups", current.involvedGroups())
                .with("toFollowUp", current.toFollowUp())
                .with("answeredBy", current.answeredBy())
                .with("answer", current.answer())
                .with("overSince", current.overSince())
                .with("reopenings", current.reopenings())
                .with("closingReason", current.closingReason())
                .with("setAside", current.setAside())
                .with("unheard", current.unheard());
    }

    private static void tellWhatBelongsToIt(SupportCase current, Members members) {
        members.with("changeReference", current.changeReference())
                .with("relatedCases", current.relatedCases())
                .with("references", current.references())
                .withKinds("watchers", current.watchers(), Watcher.class)
                .withKinds("formerWatchers", current.formerWatchers(), Watcher.class)
                .with("heardFrom", current.heardFrom())
                .with("attachments", current.attachments())
                .with("majorIncident", current.majorIncident())
                .with("original", current.original())
                .with("attributes", current.attributes());
    }

    private static ObjectNode shown(CustomerCase shown) {
        return new Members()
                .with("audience", "CUSTOMER")
                .with("number", shown.number())
                .with("version", shown.version())
                .with("registeredAt", shown.registeredAt())
                .with("customer", shown.customer())
                .with("unit", shown.unit())
                .with("kind", shown.kind())
                .with("system", shown.system())
                .with("priority", shown.priority())
                .with("subject", shown.subject())
                .with("description", shown.description())
                .with("status", shown.status())
                .with("working", shown.working())
                .with("workingSince", shown.workingSince())
                .with("waitingFor", shown.waitingFor())
                .with("waitingUntil", shown.waitingUntil())
                .with("answer", shown.answer())
                .with("reopenings", shown.reopenings())
                .with("closingReason", shown.closingReason())
                .with("attachments", shown.attachments())
                .with("watchers", shown.watchers())
                .withKinds("attributes", shown.attributes(), AttributeValue.class)
                .with("personalDataErased", shown.personalDataErased())
                .node();
    }

    private static ObjectNode told(CustomerEvent event) {
        return new Members()
                .with("sequence", event.sequence())
                .with("at", event.at())
                .with("side", event.side())
                .with("kind", event.kind())
                .with("station", event.station())
                .with("text", event.text())
                .with("attachment", event.attachment())
                .with("note", event.note())
                .with("waitingFor", event.waitingFor())
                .with("until", event.until())
                .with("priority", event.priority())
                .with("closingReason", event.closingReason())
                .node();
    }
}
