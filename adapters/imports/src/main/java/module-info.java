/** Service level policies of other helpdesks as models: what a desk does not need at run time. */
module dk.sagsflow.imports {
    requires transitive dk.sagsflow.routing;
    requires com.fasterxml.jackson.annotation;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires tools.jackson.databind;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;

    exports dk.sagsflow.imports;
    exports dk.sagsflow.imports.note;
    exports dk.sagsflow.imports.setting;
}
