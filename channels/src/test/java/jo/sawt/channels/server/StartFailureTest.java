package jo.sawt.channels.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jo.sawt.channels.server.embedded.EmbeddedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, started so that it cannot. */
@Timeout(180)
class StartFailureTest {
    private static final String PREFIX = "Sawt cannot start: ";

    @TempDir
    Path folder;

    private record Ended(int code, List<String> errors) {
        String line() {
            return errors.stream()
                    .filter(line -> line.startsWith(PREFIX))
                    .findFirst()
                    .orElse("");
        }
    }

    private Ended start(Map<String, String> settings) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        SettingsReader.NAMES.forEach(builder.environment()::remove);
        builder.environment().put("SAWT_DATA", folder.resolve("data").toString());
        builder.environment().putAll(settings);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readAllLines(errors, StandardCharsets.UTF_8));
    }

    @Test
    void aWrongSettingEndsItWithOneLine() throws Exception {
        Ended ended = start(Map.of("SAWT_PORT", "eighty"));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.errors()).containsExactly(PREFIX + "SAWT_PORT is not a whole number from 0 to 65535");
    }

    @Test
    void aFolderInUseEndsItWithOneLine() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder.resolve("data"), Clock.systemUTC())) {
            Ended ended = start(Map.of());
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.line()).endsWith("is in use by another process");
            assertThat(store.failure()).isEmpty();
        }
    }

    @Test
    void aDataFolderThatIsAFileEndsItWithOneLine() throws Exception {
        Files.writeString(folder.resolve("data"), "mine");
        Ended ended = start(Map.of());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.line()).contains("data folder");
        assertThat(folder.resolve("data")).hasContent("mine");
    }

    @Test
    void aDamagedStoreEndsItWithOneLineAndStaysAsItIs() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        byte[] noise = "this is no store ".repeat(2_000).getBytes(StandardCharsets.UTF_8);
        Files.write(data.resolve("sawt.mv.db"), noise);
        Ended ended = start(Map.of());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.line()).contains("is damaged");
        assertThat(data.resolve("sawt.mv.db")).hasBinaryContent(noise);
    }

    @Test
    void anUnreachableMongoEndsItWithOneLineThatDoesNotTellTheUri() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Ended ended = start(Map.of("MONGODB_URI", "mongodb://u:hidden@127.0.0.1:" + free + "/"));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.line()).startsWith(PREFIX + "MONGODB_URI ");
        assertThat(String.join("\n", ended.errors())).doesNotContain("hidden");
    }

    @Test
    void aTakenPortEndsItWithOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = start(Map.of("SAWT_PORT", String.valueOf(taken.getLocalPort())));
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.line()).startsWith(PREFIX + "SAWT_PORT " + taken.getLocalPort());
        }
    }
}
