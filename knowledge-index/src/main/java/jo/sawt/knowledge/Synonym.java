package jo.sawt.knowledge;

import java.util.List;

/**
 * Words that people say and what they mean in the words of the registry: a synonym, or the words of a situation in life. A
 * question that holds any of them is looked for by both; nothing is learned from it.
 *
 * @param said words or short phrases, in any register
 * @param means words that the registry uses
 * @param note for editors, may be empty
 */
public record Synonym(String id, List<String> said, List<String> means, String note) implements RegistryRecord {
    public Synonym {
        said = List.copyOf(said);
        means = List.copyOf(means);
    }

    @Override
    public String key() {
        return id;
    }
}
