package dk.sagsflow.imports;

import dk.sagsflow.imports.draft.Translation;
import dk.sagsflow.imports.glpi.GlpiTranslation;
import dk.sagsflow.imports.jira.JiraTranslation;
import dk.sagsflow.imports.servicemanager.ServiceManagerTranslation;
import dk.sagsflow.imports.servicenow.ServiceNowTranslation;
import dk.sagsflow.imports.zendesk.ZendeskTranslation;

/** The helpdesks whose policies are read. Systems may be added in a minor release. */
public enum PolicySource {
    /** Zendesk: answers of its REST interface as JSON. */
    ZENDESK("Zendesk"),
    /** Jira Service Management: metrics with their goals, and calendars, as JSON. */
    JIRA("Jira Service Management"),
    /** ServiceNow: tables as JSON, CSV or XML. */
    SERVICENOW("ServiceNow"),
    /** GLPI: lists of its REST interface as JSON, or tables as CSV. */
    GLPI("GLPI"),
    /** HP Service Manager, and what it was called before and after: tables as CSV, JSON or XML, whose columns a mapping names. */
    HP_SERVICE_MANAGER("HP Service Manager");

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
            case JIRA -> new JiraTranslation();
            case SERVICENOW -> new ServiceNowTranslation();
            case GLPI -> new GlpiTranslation();
            case HP_SERVICE_MANAGER -> new ServiceManagerTranslation();
        };
    }
}
