package jo.sawt.channels.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    private static final int KILLS = 5;
    private static final int SAMPLE = 200;
    private static final Pattern LINE = Pattern.compile("[iu] r\\d+-\\d+-\\d+");

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void everyAcknowledgedWriteOutlivesSigkillAndUniqueKeysAgreeWithTheDocuments() throws Exception {
        Random random = new Random(7);
        Set<String> inserted = new HashSet<>();
        Set<String> updated = new HashSet<>();
        for (int round = 0; round < KILLS; round++) {
            for (String line : writeUntilKilled(round, 60 + random.nextInt(240))) {
                (line.startsWith("i ") ? inserted : updated).add(line.substring(2));
            }
            check(inserted, updated);
        }
        assertThat(updated).isNotEmpty();
    }

    private List<String> writeUntilKilled(int round, int count) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashWriter.class.getName(),
                        folder.toString(),
                        "r" + round)
                .redirectErrorStream(true)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = writer.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (LINE.matcher(line).matches()) {
                    lines.add(line);
                }
                if (lines.size() == count) {
                    writer.toHandle().destroyForcibly(); // SIGKILL, and what it printed can still be read
                }
            }
        }
        writer.waitFor();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(count);
        lines.removeLast(); // the kill may have cut it
        return lines;
    }

    private void check(Set<String> inserted, Set<String> updated) {
        try (EmbeddedStore store = EmbeddedStore.open(folder, Clock.systemUTC());
                MongoClient client = MongoClients.create(store.settings())) {
            MongoCollection<Document> tickets = client.getDatabase("sawt").getCollection("tickets");
            Set<String> ids = new HashSet<>();
            Set<String> keys = new HashSet<>();
            for (Document ticket : tickets.find()) {
                assertThat(ids.add(ticket.getString("_id"))).isTrue();
                for (String key : ticket.getList("keys", String.class)) {
                    assertThat(keys.add(key)).as("a key of one ticket only").isTrue();
                }
            }
            assertThat(ids).containsAll(inserted);
            assertThat(keys)
                    .containsAll(updated.stream().map(id -> "second-" + id).toList());
            checkIndex(tickets, keys);
        }
    }

    private static void checkIndex(MongoCollection<Document> tickets, Set<String> keys) {
        long before = tickets.countDocuments();
        keys.stream().limit(SAMPLE).forEach(key -> {
            Document found =
                    Objects.requireNonNull(tickets.find(Filters.eq("keys", key)).first());
            assertThat(found.getList("keys", String.class)).contains(key);
            assertThatThrownBy(() -> tickets.insertOne(new Document("keys", List.of(key))))
                    .isInstanceOf(MongoWriteException.class);
        });
        Set<String> reached = new HashSet<>();
        tickets.find(Filters.in("keys", keys)).forEach(ticket -> reached.add(ticket.getString("_id")));
        assertThat(reached).as("tickets that the index reaches").hasSize((int) before);
        assertThat(tickets.countDocuments()).isEqualTo(before);
    }
}
