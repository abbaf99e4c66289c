package dk.sagsflow.core.json;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Remark;
import dk.sagsflow.core.library.OptionalLibrary;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CaseViewPage;
import java.util.Locale;

/**
 * The JSON form of what people see, for pages and adapters: cases as their audience may see them, pages of them,
 * refusals and remarks; {@code views.schema.json} beside this class says what is in it. {@code "audience"} tells which form a case has.
 * Views are written and not read. Needs Jackson 3 databind, which the host adds. Safe for use by many threads.
 */
public final class ViewJson {
    private final ViewMapper mapper;

    /**
     * Writes views; make one and keep it.
     *
     * @throws dk.sagsflow.core.library.MissingLibraryException if Jackson is not there
     */
    public ViewJson() {
        OptionalLibrary.requireJson("views as JSON");
        mapper = new ViewMapper();
    }

    /** A case as one line of JSON. */
    public String write(CaseView view) {
        return mapper.view(requireNonNull(view, "view")).toString();
    }

    /** A case with what happened to it. */
    public String write(CaseFile file) {
        return mapper.file(requireNonNull(file, "file")).toString();
    }

    /** A page of cases. */
    public String write(CaseViewPage page) {
        return mapper.page(requireNonNull(page, "page")).toString();
    }

    /** A refusal: its kind, what it is about, and its words in this language. */
    public String write(Refusal refusal, Locale language) {
        return mapper.refusal(requireNonNull(refusal, "refusal"), requireNonNull(language, "language"))
                .toString();
    }

    /** A remark on a command that was carried out: its kind, what it is about, and its words in this language. */
    public String write(Remark remark, Locale language) {
        return mapper.remark(requireNonNull(remark, "remark"), requireNonNull(language, "language"))
                .toString();
    }
}
