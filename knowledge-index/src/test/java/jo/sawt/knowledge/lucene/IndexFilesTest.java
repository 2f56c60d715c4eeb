package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import jo.sawt.knowledge.text.Word;
import jo.sawt.knowledge.text.Words;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFilesTest {
    @TempDir
    private Path folder;

    private final AtomicInteger read = new AtomicInteger();
    private final List<String> told = new ArrayList<>();
    private final Logger log = Logger.getLogger(IndexFiles.class.getName());
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord record) {
            told.add(new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO);
        log.addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(ear);
        log.setLevel(null);
    }

    @Test
    void whatIsKeptIsOpenedAndNotBuilt() throws IOException {
        index(falcon("رخصة صقر"), boat("رخصة قارب"));
        List<Path> files = files();
        TextIndex again = index(falcon("رخصة صقر"), boat("رخصة قارب"));
        assertThat(names(again, "قارب")).containsExactly("boat");
        assertThat(read).hasValue(2);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void onlyWhatHasChangedIsReadAgain() {
        index(falcon("رخصة صقر"), boat("رخصة قارب"));
        TextIndex changed = index(falcon("رخصة باز"), boat("رخصة قارب"));
        assertThat(read).hasValue(3);
        assertThat(names(changed, "باز")).containsExactly("falcon");
        assertThat(names(changed, "صقر")).isEmpty();
    }

    @Test
    void whatIsGoneIsNotFound() {
        index(falcon("رخصة صقر"), boat("رخصة قارب"));
        assertThat(names(index(boat("رخصة قارب")), "صقر رخصة")).containsExactly("boat");
        assertThat(names(index(), "رخصة")).isEmpty();
    }

    @Test
    void readerOfBeforeGoesOnWhileTheFilesChange() {
        TextIndex before = index(falcon("رخصة صقر"), boat("رخصة قارب"));
        index(boat("سفينة"));
        assertThat(names(before, "صقر")).containsExactly("falcon");
    }

    @Test
    void damagedFilesAreBuiltAgain() throws IOException {
        index(falcon("رخصة صقر"), boat("رخصة قارب"));
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 0) {
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        TextIndex again = index(falcon("رخصة صقر"), boat("رخصة قارب"));
        assertThat(names(again, "قارب")).containsExactly("boat");
        assertThat(read).hasValue(4);
        assertThat(told).anyMatch(message -> message.startsWith("the index is damaged and is built again"));
    }

    @Test
    void missingFilesAreBuiltAgainAndItIsSaid() throws IOException {
        index(falcon("رخصة صقر"), boat("رخصة قارب"));
        for (Path file : files()) {
            Files.delete(file);
        }
        told.clear();
        TextIndex again = index(falcon("رخصة صقر"), boat("رخصة قارب"));
        assertThat(names(again, "قارب")).containsExactly("boat");
        assertThat(told).contains("indexing 2 of 2 texts");
    }

    @Test
    void folderThatCannotBeUsedIsDoneWithoutAndItIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        TextIndex index =
                TextIndex.of(TextIndex.Kind.ASKED, IndexFiles.in(Optional.of(file)), List.of(falcon("رخصة صقر")));
        assertThat(names(index, "صقر")).containsExactly("falcon");
        assertThat(told).anyMatch(message -> message.contains("is built in memory"));
    }

    @Test
    void folderOfAnotherProcessIsLeftAlone() throws IOException {
        try (var other = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig(null))) {
            assertThat(names(index(falcon("رخصة صقر")), "صقر")).containsExactly("falcon");
            assertThat(other.isOpen()).isTrue();
        }
    }

    private TextIndex index(IndexedText... texts) {
        return TextIndex.of(TextIndex.Kind.ASKED, IndexFiles.in(Optional.of(folder)), List.of(texts));
    }

    private IndexedText falcon(String text) {
        return new IndexedText("falcon", List.of(text), this::words);
    }

    private IndexedText boat(String text) {
        return new IndexedText("boat", List.of(text), this::words);
    }

    private List<Word> words(List<String> parts) {
        read.incrementAndGet();
        return Words.of(parts.getFirst());
    }

    private static List<String> names(TextIndex index, String question) {
        return index.byStems(Words.of(question), 5).stream()
                .map(TextIndex.Hit::name)
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
