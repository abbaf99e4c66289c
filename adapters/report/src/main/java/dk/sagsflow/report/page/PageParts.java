package dk.sagsflow.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is written into every page. */
enum PageParts {
    STYLE("page.css"),
    SCRIPT("page.js"),
    ECHARTS("/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js");

    private final String resource;

    PageParts(String resource) {
        this.resource = resource;
    }

    String text() {
        try (InputStream in = PageParts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        resource + " is not on the class path; the charts come with org.webjars.npm:echarts");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }
}
