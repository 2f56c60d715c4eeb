package jo.sawt.channels.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameMessageTest {
    private static final int TIMES = 50;

    @TempDir
    Path folder;

    @Test
    void theSameMessageFiftyTimesAtOnceIsOneEntryAndFiftyEqualAcks() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient();
                SawtProcess server = new SawtProcess(folder).start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            StaffClient api = new StaffClient(http, server);
            String session = api.post("/api/v1/chat/sessions", StaffClient.JSON.createObjectNode(), 201)
                    .path("session")
                    .asText();
            String path = "/api/v1/chat/sessions/" + session + "/messages";
            ObjectNode message =
                    StaffClient.JSON.createObjectNode().put("clientId", "once").put("text", "كم رسوم تجديد الهوية؟");

            List<Callable<JsonNode>> calls = IntStream.range(0, TIMES)
                    .<Callable<JsonNode>>mapToObj(i -> () -> api.post(path, message, 202))
                    .toList();
            List<Future<JsonNode>> acks = threads.invokeAll(calls);

            JsonNode first = acks.getFirst().get();
            for (Future<JsonNode> ack : acks) {
                assertThat(ack.get()).isEqualTo(first);
            }
            JsonNode entries = api.get(path + "?after=0", 200).path("items");
            assertThat(StreamSupport.stream(entries.spliterator(), false)
                            .filter(e -> e.path("from").asText().equals("citizen")))
                    .hasSize(1);
        }
    }
}
