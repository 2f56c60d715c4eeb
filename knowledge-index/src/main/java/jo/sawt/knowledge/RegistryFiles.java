package jo.sawt.knowledge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that a first start imports: for each kind of record an NDJSON file of its name, such as {@code
 * services.jsonl}, and any Markdown files {@code NAME.LANG.md}, each of which is a document whose title is its first
 * heading.
 */
public final class RegistryFiles {
    private static final Pattern MARKDOWN = Pattern.compile("([a-z0-9][a-z0-9-]{0,63})\\.(ar|en)\\.md");
    private static final List<String> SAMPLE_MARKDOWN = List.of("regulation-2025.ar.md");

    private final Source source;
    private final List<String> markdown;

    private RegistryFiles(Source source, List<String> markdown) {
        this.source = source;
        this.markdown = List.copyOf(markdown);
    }

    /** The sample registry that comes with the program. */
    public static RegistryFiles sample() {
        return new RegistryFiles(
                name -> Optional.ofNullable(RegistryFiles.class.getResourceAsStream("sample/" + name)),
                SAMPLE_MARKDOWN);
    }

    /** A folder; one that cannot be read throws. */
    public static RegistryFiles folder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> markdown = files.map(file -> file.getFileName().toString())
                    .filter(MARKDOWN.asMatchPredicate())
                    .sorted()
                    .toList();
            return new RegistryFiles(name -> read(folder.resolve(name)), markdown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<InputStream> read(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
    }

    /** The lines of a kind as one stream of NDJSON, empty where there is no file of it. */
    public InputStream open(RecordKind kind) throws IOException {
        List<InputStream> parts = new ArrayList<>();
        source.open(kind.wire() + ".jsonl").ifPresent(parts::add);
        if (kind == RecordKind.DOCUMENTS) {
            for (String name : markdown) {
                parts.add(new ByteArrayInputStream(document(name).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private String document(String name) throws IOException {
        Matcher form = MARKDOWN.matcher(name);
        InputStream file = source.open(name).orElseThrow(() -> new IOException(name + " is missing"));
        try (file) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String first = text.lines().findFirst().orElse("");
            boolean titled = form.matches() && first.startsWith("# ");
            String title = titled ? first.substring(2).strip() : name;
            return JsonNodeFactory.instance
                            .objectNode()
                            .put("id", name.substring(0, name.indexOf('.')))
                            .put("title", title)
                            .put("text", (titled ? text.substring(first.length()) : text).strip())
                            .put("lang", name.substring(name.length() - 5, name.length() - 3))
                    + "\n";
        }
    }

    /** Where files come from. */
    private interface Source {
        Optional<InputStream> open(String name) throws IOException;
    }
}
