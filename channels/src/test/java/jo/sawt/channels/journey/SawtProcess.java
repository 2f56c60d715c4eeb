package jo.sawt.channels.journey;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The server in a process of its own, on the embedded store in a folder or, when {@code MONGODB_TEST_URI} is set, on a
 * database of its own there. It can be killed and started again on the same data.
 */
public final class SawtProcess implements AutoCloseable {
    public static final String ADMIN_PASSWORD = "a-password-for-tests-" + UUID.randomUUID();

    private static final Duration START = Duration.ofSeconds(90);
    /** What lets a program that lives for seconds be ready sooner. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path folder;
    private final int port = freePort();
    private final Optional<String> mongoUri;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment;
    private List<String> flags = SHORT_LIVED;
    private @Nullable Process process;

    SawtProcess(Path folder) {
        this(folder, Map.of());
    }

    /** With settings beside its own. */
    public SawtProcess(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = new HashMap<>(environment);
        this.mongoUri = Optional.ofNullable(System.getenv("MONGODB_TEST_URI")).map(SawtProcess::withDatabase);
    }

    /** Sets what the next start finds in its environment. */
    SawtProcess with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Lets it run as in life, for what is measured. */
    public SawtProcess atFullSpeed() {
        flags = List.of();
        return this;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    URI socket() {
        return URI.create("ws://127.0.0.1:" + port + "/chat");
    }

    /** Starts it and waits until it is ready to serve. */
    public SawtProcess start() {
        Path output = folder.resolve("output.log");
        ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment()
                .putAll(Map.of(
                        "SAWT_PORT",
                        String.valueOf(port),
                        "SAWT_DATA",
                        folder.resolve("data").toString(),
                        "SAWT_ADMIN_PASSWORD",
                        ADMIN_PASSWORD,
                        "SAWT_RATE_LIMITS",
                        "off"));
        builder.environment().remove("MONGODB_URI");
        mongoUri.ifPresent(uri -> builder.environment().put("MONGODB_URI", uri));
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            process = started;
            awaitReady(started, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** SIGKILL, as a power cut for the process. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            exitOf(running);
        }
    }

    /** SIGTERM; the exit code. */
    int stop() {
        Process running = process;
        if (running == null) {
            return 0;
        }
        running.destroy();
        return exitOf(running);
    }

    public String output() {
        try {
            return Files.readString(folder.resolve("output.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        http.close();
        mongoUri.ifPresent(uri -> {
            try (var client = MongoClients.create(uri)) {
                String database = new ConnectionString(uri).getDatabase();
                client.getDatabase(database == null ? "sawt" : database).drop();
            }
        });
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-Xmx640m", "-cp", System.getProperty("java.class.path")));
        command.add("jo.sawt.channels.server.Main");
        return command;
    }

    private void awaitReady(Process started, Path output) {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            if (!started.isAlive()) {
                throw new IllegalStateException("the server ended with " + started.exitValue() + ": " + output());
            }
            if (isReady()) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("the server was not ready in " + START + ": see " + output);
    }

    private boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(uri("/observe/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 || status == 204;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int exitOf(Process ending) {
        try {
            if (!ending.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server did not end");
            }
            return ending.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withDatabase(String uri) {
        String database =
                "sawt_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        int query = uri.indexOf('?');
        String base = query < 0 ? uri : uri.substring(0, query);
        return (base.endsWith("/") ? base : base + "/") + database + (query < 0 ? "" : uri.substring(query));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
