/** Organisation, cases and their lifecycle, and the interfaces that a host supplies. */
module dk.sagsflow.core {
    requires transitive com.google.common;
    requires com.fasterxml.jackson.annotation;
    requires org.slf4j;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;
    requires static tools.jackson.databind;

    exports dk.sagsflow.core.access;
    exports dk.sagsflow.core.attachment;
    exports dk.sagsflow.core.attribute;
    exports dk.sagsflow.core.bounds;
    exports dk.sagsflow.core.cases;
    exports dk.sagsflow.core.catalogue;
    exports dk.sagsflow.core.claim;
    exports dk.sagsflow.core.classification;
    exports dk.sagsflow.core.command;
    exports dk.sagsflow.core.competence;
    exports dk.sagsflow.core.condition;
    exports dk.sagsflow.core.conversation;
    exports dk.sagsflow.core.decision;
    exports dk.sagsflow.core.document;
    exports dk.sagsflow.core.json;
    exports dk.sagsflow.core.library;
    exports dk.sagsflow.core.log;
    exports dk.sagsflow.core.members to
            dk.sagsflow.sla,
            dk.sagsflow.routing,
            dk.sagsflow.knowledge;
    exports dk.sagsflow.core.notification;
    exports dk.sagsflow.core.organisation;
    exports dk.sagsflow.core.privacy to
            dk.sagsflow.routing,
            dk.sagsflow.knowledge,
            dk.sagsflow.report;
    exports dk.sagsflow.core.query;
    exports dk.sagsflow.core.relation;
    exports dk.sagsflow.core.repository;
    exports dk.sagsflow.core.statistics;
    exports dk.sagsflow.core.style to
            dk.sagsflow.sla,
            dk.sagsflow.routing,
            dk.sagsflow.verification,
            dk.sagsflow.knowledge,
            dk.sagsflow.report;
    exports dk.sagsflow.core.suggestion;
    exports dk.sagsflow.core.sweep to
            dk.sagsflow.routing,
            dk.sagsflow.testkit;
    exports dk.sagsflow.core.telephone;
    exports dk.sagsflow.core.text;
    exports dk.sagsflow.core.timeline;
    exports dk.sagsflow.core.view;
    exports dk.sagsflow.core.watcher;
}
