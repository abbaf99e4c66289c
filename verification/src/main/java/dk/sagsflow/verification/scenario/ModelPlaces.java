package dk.sagsflow.verification.scenario;

import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.verification.script.SubjectModel;
import java.util.Optional;
import java.util.stream.Stream;

/** Where things stand in the files of a model. Not thread-safe. */
final class ModelPlaces {
    private static final String AGREEMENTS = "agreements.json";
    private static final String PROVIDERS = "providers";

    private final SubjectModel subject;

    ModelPlaces(SubjectModel subject) {
        this.subject = subject;
    }

    Optional<String> target(Agreements.Selected selected) {
        return target(selected.agreement().id(), selected.target().id());
    }

    Optional<String> target(String agreement, String target) {
        return elements(AGREEMENTS, "agreements")
                .filter(place ->
                        called(place, agreement) || list(place.at(PROVIDERS)).anyMatch(one -> called(one, agreement)))
                .flatMap(place -> list(place.at("targets")))
                .filter(place -> called(place, target))
                .findFirst()
                .map(place -> at(AGREEMENTS, place) + ": /agreements/" + agreement + "/targets/" + target);
    }

    /** A rule of triage; all of them if there is none in particular. */
    Optional<String> rule(Optional<Integer> index) {
        return index.map(one -> elements("routing.json", "rules")
                        .skip(one)
                        .findFirst()
                        .map(place -> at("routing.json", place) + ": /rules/" + one))
                .orElseGet(() -> root("routing.json").map(root -> at("routing.json", root.at("rules")) + ": /rules"));
    }

    Optional<String> group(GroupId id) {
        return elements("organisation.json", "groups")
                .filter(place -> called(place, id.value()))
                .findFirst()
                .map(place -> at("organisation.json", place) + ": /groups/" + id);
    }

    private String at(String file, JsonPlace place) {
        return subject.place() + file + ":" + place.line() + ":" + place.column();
    }

    private static boolean called(JsonPlace place, String id) {
        return place.at("id").isText() && place.at("id").text("an id").equals(Optional.of(id));
    }

    private Stream<JsonPlace> elements(String file, String member) {
        return root(file).stream().flatMap(root -> list(root.at(member)));
    }

    private static Stream<JsonPlace> list(JsonPlace place) {
        return place.isArray() ? place.elements("a list").stream() : Stream.of();
    }

    private Optional<JsonPlace> root(String file) {
        return Optional.ofNullable(subject.texts().get(file))
                .flatMap(text -> JsonDocument.read(file, text, new Problems()));
    }
}
