package dk.sagsflow.knowledge.markdown;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A text in Markdown. As HTML it is a safe subset: headings, paragraphs, lists, quotes, code, emphasis and links to http, https and
 * mailto. HTML that somebody wrote into it is shown as it was written, and an image by its words, so that no page calls a foreign
 * host. Immutable.
 *
 * @param source what somebody wrote
 */
public record MarkdownText(String source) {
    private static final int DEEPEST = 40;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(ImmutableSet.of(
                    BlockQuote.class,
                    Heading.class,
                    FencedCodeBlock.class,
                    IndentedCodeBlock.class,
                    ListBlock.class,
                    ThematicBreak.class))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(ImmutableSet.of("http", "https", "mailto")))
            .percentEncodeUrls(true)
            .nodeRendererFactory(Words::new)
            .build();

    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    /** Refuses a text that is too long. */
    public MarkdownText {
        Bounds.text("text", source);
    }

    /** As HTML that can do no harm. */
    public String html() {
        return HTML.render(PARSER.parse(source));
    }

    /** As text without marks. */
    public String plain() {
        return PLAIN.render(PARSER.parse(source));
    }

    /** An image as the words that stand for it. */
    private record Words(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return ImmutableSet.of(Image.class);
        }

        @Override
        public void render(Node image) {
            for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
