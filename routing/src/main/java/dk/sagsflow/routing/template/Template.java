package dk.sagsflow.routing.template;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;

/**
 * A text with placeholders in braces, and parts in brackets that are left out if a placeholder in them has nothing to say.
 * A brace or bracket that stands twice is itself. Immutable.
 */
final class Template {
    /** About as much as people write into a text. */
    private static final int FILLED_IN = 200;

    private final ImmutableList<Part> parts;
    private final int usualLength;

    private Template(ImmutableList<Part> parts, int words) {
        this.parts = parts;
        this.usualLength = words + FILLED_IN;
    }

    /** A part of a template, which may have nothing to say. */
    private sealed interface Part {
        Optional<String> written(Map<NotificationField, String> values);
    }

    private record Words(String words) implements Part {
        @Override
        public Optional<String> written(Map<NotificationField, String> values) {
            return Optional.of(words);
        }
    }

    private record Placeholder(NotificationField field) implements Part {
        @Override
        public Optional<String> written(Map<NotificationField, String> values) {
            return Optional.ofNullable(values.get(field)).filter(value -> !value.isBlank());
        }
    }

    private record Maybe(ImmutableList<Part> inner) implements Part {
        @Override
        public Optional<String> written(Map<NotificationField, String> values) {
            StringBuilder text = new StringBuilder();
            for (Part part : inner) {
                Optional<String> written = part.written(values);
                if (written.isEmpty()) {
                    return Optional.empty();
                }
                text.append(written.get());
            }
            return Optional.of(text.toString());
        }
    }

    /**
     * The template that a text says.
     *
     * @throws IllegalArgumentException if a placeholder is unknown, or a brace or bracket has no partner
     */
    static Template of(String text) {
        return new Reading(text).template();
    }

    String written(Map<NotificationField, String> values) {
        StringBuilder text = new StringBuilder(usualLength);
        for (Part part : parts) {
            text.append(part.written(values).orElse(""));
        }
        return text.toString();
    }

    private static final class Reading {
        private final String text;
        private final ImmutableList.Builder<Part> all = ImmutableList.builder();
        private Optional<ImmutableList.Builder<Part>> maybe = Optional.empty();
        private final StringBuilder words = new StringBuilder();
        private int at;

        Reading(String text) {
            this.text = text;
        }

        Template template() {
            while (at < text.length()) {
                char next = text.charAt(at);
                if ("{}[]".indexOf(next) < 0) {
                    words.append(next);
                    at++;
                } else if (at + 1 < text.length() && text.charAt(at + 1) == next) {
                    words.append(next);
                    at += 2;
                } else {
                    mark(next);
                }
            }
            if (maybe.isPresent()) {
                throw refused("a \"[\" has no \"]\"");
            }
            endWords();
            return new Template(all.build(), text.length());
        }

        private void mark(char mark) {
            endWords();
            if (mark == '{') {
                placeholder();
                return;
            }
            if (mark == '}' || maybe.isPresent() == (mark == '[')) {
                throw refused("there is a \"" + mark + "\" too many, at " + at);
            }
            if (mark == '[') {
                maybe = Optional.of(ImmutableList.builder());
            } else {
                ImmutableList<Part> inner = maybe.orElseThrow().build();
                maybe = Optional.empty();
                all.add(new Maybe(inner));
            }
            at++;
        }

        private void placeholder() {
            int end = text.indexOf('}', at);
            if (end < 0) {
                throw refused("a \"{\" has no \"}\"");
            }
            String name = text.substring(at + 1, end);
            target().add(new Placeholder(NotificationField.named(name)
                    .orElseThrow(() -> refused(
                            "there is no placeholder {" + name + "}; allowed are " + NotificationField.all()))));
            at = end + 1;
        }

        private void endWords() {
            if (words.length() > 0) {
                target().add(new Words(words.toString()));
                words.setLength(0);
            }
        }

        private ImmutableList.Builder<Part> target() {
            return maybe.orElse(all);
        }

        private IllegalArgumentException refused(String why) {
            return new IllegalArgumentException("template \"" + text + "\" cannot be used: " + why);
        }
    }
}
