package dk.sagsflow.imports;

import dk.sagsflow.imports.draft.Translation;
import dk.sagsflow.imports.zendesk.ZendeskTranslation;
import java.util.function.Supplier;

/** The helpdesks whose policies are read. Systems may be added in a minor release. */
public enum PolicySource {
    /** Zendesk: answers of its REST interface as JSON. */
    ZENDESK("Zendesk", ZendeskTranslation::new);

    private final String title;
    private final Supplier<Translation> translation;

    PolicySource(String title, Supplier<Translation> translation) {
        this.title = title;
        this.translation = translation;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    Translation translation() {
        return translation.get();
    }
}
