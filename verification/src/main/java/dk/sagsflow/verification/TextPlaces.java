package dk.sagsflow.verification;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the places of findings in the texts of a model. Not thread-safe. */
final class TextPlaces {
    private static final ImmutableList<String> NAMES = ImmutableList.of("id", "name", "group", "at");
    private static final String AGREEMENTS = "agreements";
    private static final String PROVIDERS = "providers";

    private final ImmutableMap<String, String> texts;
    private final Map<String, Optional<JsonPlace>> roots = new HashMap<>();
    private final Problems unread = new Problems();

    TextPlaces(ImmutableMap<String, String> texts) {
        this.texts = texts;
    }

    /** The finding with its line and column, if its file is there. */
    Finding located(Finding finding) {
        return root(finding.place().file())
                .map(root -> finding.at(place(root, finding.place())))
                .orElse(finding);
    }

    /** The whole of a text; empty if it is not there. */
    Optional<JsonPlace> root(String file) {
        return roots.computeIfAbsent(
                file,
                name -> Optional.ofNullable(texts.get(name)).flatMap(text -> JsonDocument.read(name, text, unread)));
    }

    /** Those who give the promises of an agreement: the agreement itself, or each of its providers. */
    static ImmutableList<JsonPlace> sharing(JsonPlace agreement) {
        JsonPlace providers = agreement.at(PROVIDERS);
        return providers.isArray() ? providers.elements("a list") : ImmutableList.of(agreement);
    }

    private static Place place(JsonPlace root, Place place) {
        List<String> keys = Splitter.on('/').omitEmptyStrings().splitToList(place.pointer());
        Walk walk = new Walk(root);
        boolean agreement = keys.size() > 1 && keys.get(0).equals(AGREEMENTS);
        if (agreement) {
            walk.agreement(keys.get(1));
        }
        keys.stream().skip(agreement ? 2 : 0).forEach(walk::step);
        return walk.found(place);
    }

    /** The way from the whole of a text to a value in it. Not thread-safe. */
    private static final class Walk {
        private final StringBuilder pointer = new StringBuilder();
        private final StringBuilder named = new StringBuilder();
        private JsonPlace value;

        Walk(JsonPlace root) {
            this.value = root;
        }

        void step(String key) {
            boolean element = value.isArray();
            value = element ? element(value, key) : value.at(key);
            pointer.append('/').append(key);
            named.append('/').append(element ? name(value, value, key) : key);
        }

        /** To an agreement by its index in the model, where one that is written for several providers counts for each. */
        void agreement(String index) {
            step(AGREEMENTS);
            int before = Integer.parseInt(index);
            JsonPlace list = value;
            for (int i = 0; list.isArray() && i < list.elements("a list").size(); i++) {
                value = list.elements("a list").get(i);
                ImmutableList<JsonPlace> sharing = sharing(value);
                if (before < sharing.size()) {
                    pointer.append('/').append(i);
                    named.append('/').append(name(sharing.get(before), value, index));
                    return;
                }
                before -= sharing.size();
            }
        }

        Place found(Place place) {
            Place.Position position = new Place.Position(value.line(), value.column(), named.toString());
            return new Place(place.file(), pointer.toString(), Optional.of(position));
        }

        private static JsonPlace element(JsonPlace list, String index) {
            int at = Integer.parseInt(index);
            ImmutableList<JsonPlace> elements = list.elements("a list");
            return at < elements.size() ? elements.get(at) : list.at(index);
        }

        /** What an element is called, with its version if it has one; its index if it has no name. */
        private static String name(JsonPlace called, JsonPlace element, String index) {
            if (!called.isObject()) {
                return index;
            }
            Optional<String> name = NAMES.stream()
                    .map(called::at)
                    .filter(JsonPlace::isText)
                    .flatMap(text -> text.text("a name").stream())
                    .findFirst();
            Optional<String> version = Optional.of(element.at("version"))
                    .filter(JsonPlace::isText)
                    .flatMap(text -> text.text("a version"));
            return name.map(text -> text + version.map(of -> "@" + of).orElse(""))
                    .orElse(index);
        }
    }
}
