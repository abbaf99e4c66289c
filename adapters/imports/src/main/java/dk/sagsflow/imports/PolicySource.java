package dk.sagsflow.imports;

import dk.sagsflow.imports.draft.Translation;
import dk.sagsflow.imports.zendesk.ZendeskTranslation;

/** The helpdesks whose policies are read. Systems may be added in a minor release. */
public enum PolicySource {
    /** Zendesk: answers of its REST interface as JSON. */
    ZENDESK("Zendesk");

    private final String title;

    PolicySource(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    Translation translation() {
        return switch (this) {
            case ZENDESK -> new ZendeskTranslation();
        };
    }
}
