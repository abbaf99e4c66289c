/** Articles and search, question trees, news and topics, and the people who carry them. */
module dk.sagsflow.knowledge {
    requires transitive dk.sagsflow.core;
    requires com.fasterxml.jackson.annotation;
    requires de.siegmar.fastcsv;
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.core;
    requires org.commonmark;
    requires org.slf4j;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;
    requires static com.rometools.rome;
    requires static net.sf.biweekly;
    requires static tools.jackson.databind;

    exports dk.sagsflow.knowledge;
    exports dk.sagsflow.knowledge.agreement;
    exports dk.sagsflow.knowledge.article;
    exports dk.sagsflow.knowledge.audience;
    exports dk.sagsflow.knowledge.editing;
    exports dk.sagsflow.knowledge.erasure;
    exports dk.sagsflow.knowledge.feed;
    exports dk.sagsflow.knowledge.forum;
    exports dk.sagsflow.knowledge.history;
    exports dk.sagsflow.knowledge.json;
    exports dk.sagsflow.knowledge.knownerror;
    exports dk.sagsflow.knowledge.mailing;
    exports dk.sagsflow.knowledge.markdown;
    exports dk.sagsflow.knowledge.meeting;
    exports dk.sagsflow.knowledge.news;
    exports dk.sagsflow.knowledge.operation;
    exports dk.sagsflow.knowledge.people;
    exports dk.sagsflow.knowledge.refusal;
    exports dk.sagsflow.knowledge.release;
    exports dk.sagsflow.knowledge.search;
    exports dk.sagsflow.knowledge.subscription;
    exports dk.sagsflow.knowledge.topic;
    exports dk.sagsflow.knowledge.training;
    exports dk.sagsflow.knowledge.tree;

    opens dk.sagsflow.knowledge.json to
            tools.jackson.databind;
}
