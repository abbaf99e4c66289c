package dk.sagsflow.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The Chromium of this machine without a window and without a network, led by its own protocol. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLLED = Duration.ofMillis(5);

    private final Path profile;
    private final Process process;
    private final Conversation conversation;
    private final String session;

    private Browser(Path profile, Process process, Conversation conversation) {
        this.profile = profile;
        this.process = process;
        this.conversation = conversation;
        String target = conversation
                .ask("", "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asString();
        this.session = conversation
                .ask("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asString();
    }

    /** Where it is, if it is anywhere. */
    static Optional<Path> installed() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path chromium) throws IOException {
        Path profile = Files.createTempDirectory("sagsflow-browser");
        Process process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectErrorStream(true)
                .start();
        return new Browser(profile, process, Conversation.with(address(process)));
    }

    private static URI address(Process process) throws IOException {
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = said.readLine();
        while (line != null) {
            var found = Pattern.compile("DevTools listening on (ws://\\S+)").matcher(line);
            if (found.find()) {
                Thread reading = new Thread(() -> said.lines().forEach(rest -> {}));
                reading.setDaemon(true);
                reading.start();
                return URI.create(found.group(1));
            }
            line = said.readLine();
        }
        throw new IOException("the browser ended before it could be talked to");
    }

    /** Opens a page in a window of this size, by light or in the dark, with no network at all. */
    void open(Path page, int width, int height, String scheme) {
        conversation.heard.clear();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            var unused = ask(domain + ".enable", Map.of());
        }
        var unusedOffline = ask(
                "Network.emulateNetworkConditions",
                Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
        var unusedSize = ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        var unusedLight = ask(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        var unusedGoing = ask("Page.navigate", Map.of("url", page.toUri().toString()));
        conversation.await("Page.loadEventFired");
    }

    /** What a script says, waited for if it is a promise. */
    JsonNode run(String script) {
        JsonNode answer =
                ask("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        JsonNode value = answer.get("result").get("value");
        return value == null ? JsonNodeFactory.instance.nullNode() : value;
    }

    byte[] picture(int x, int y, int width, int height) {
        JsonNode answer = ask(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", x, "y", y, "width", width, "height", height, "scale", 1)));
        return Base64.getDecoder().decode(answer.get("data").asString());
    }

    byte[] printed() {
        return Base64.getDecoder()
                .decode(ask(
                                "Page.printToPDF",
                                Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", true))
                        .get("data")
                        .asString());
    }

    /** What went wrong, and what it asked the network for, since the page was opened. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (JsonNode event : conversation.heard) {
            String method = event.get("method").asString();
            boolean asked = method.equals("Network.requestWillBeSent")
                    && !event.get("params").get("request").get("url").asString().matches("(file|data|about|blob):.*");
            if (asked || method.equals("Runtime.exceptionThrown") || spoke(event, method)) {
                complaints.add(event.get("params").toString());
            }
        }
        return complaints;
    }

    private static boolean spoke(JsonNode event, String method) {
        JsonNode params = event.get("params");
        return method.equals("Log.entryAdded")
                || (method.equals("Runtime.consoleAPICalled")
                        && List.of("error", "warning", "assert")
                                .contains(params.get("type").asString()));
    }

    private JsonNode ask(String method, Map<String, Object> parameters) {
        return conversation.ask(session, method, parameters);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** Questions and their answers, and what the browser tells unasked. */
    private static final class Conversation implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
        private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
        private final AtomicInteger last = new AtomicInteger();
        private final JsonMapper mapper = JsonMapper.builder().build();
        private final StringBuilder begun = new StringBuilder();
        private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

        static Conversation with(URI address) {
            Conversation conversation = new Conversation();
            conversation.socket.complete(HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address, conversation)
                    .join());
            return conversation;
        }

        JsonNode ask(String session, String method, Map<String, Object> parameters) {
            int id = last.incrementAndGet();
            ObjectNode question = mapper.createObjectNode().put("id", id).put("method", method);
            question.set("params", mapper.valueToTree(parameters));
            if (!session.isEmpty()) {
                question.put("sessionId", session);
            }
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            asked.put(id, answer);
            var unusedSent = socket.join().sendText(question.toString(), true).join();
            JsonNode told =
                    answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            if (told.has("error")) {
                throw new IllegalStateException(method + ": " + told.get("error"));
            }
            return told.get("result");
        }

        void await(String method) {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (heard.stream()
                    .noneMatch(event -> event.get("method").asString().equals(method))) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("no " + method + " in " + PATIENCE);
                }
                // Not by turning in a circle: the browser needs the processor.
                LockSupport.parkNanos(POLLED.toNanos());
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
            begun.append(data);
            if (whole) {
                take(mapper.readTree(begun.toString()));
                begun.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void take(JsonNode message) {
            if (message.has("id")) {
                CompletableFuture<JsonNode> waiting =
                        asked.remove(message.get("id").asInt());
                if (waiting != null) {
                    waiting.complete(message);
                }
            } else {
                heard.add(message);
            }
        }
    }
}
