package jo.sawt.assistant;

import java.io.BufferedInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Weights that tell what to do from what was understood. They are learned from conversations, not from what a registry holds,
 * so those that come with the program serve any registry.
 *
 * @param following which service a follow-up means, by {@link Following#MEANT}
 * @param outcomes what to do, by {@link Outcomes.Outcome}
 * @param facets whether a follow-up asks for what the message before it asked, by {@link FacetReader#SAME}
 */
record Judgement(Stack following, Stack outcomes, Stack facets) {
    /** Where the weights are packaged. */
    static final String FILE = "judgement.weights";

    /** The name of the models that they were learned with. */
    static final String OF = "judgement.of";

    private static final String FOLDER = "learned/";

    /** The weights that come with the program. */
    static Judgement packaged() {
        try (var in = Judgement.class.getResourceAsStream(FOLDER + FILE)) {
            if (in == null) {
                throw new IllegalStateException("the weights " + FILE + " are missing from the build");
            }
            return read(new DataInputStream(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged weights are damaged", e);
        }
    }

    static Judgement read(DataInput in) throws IOException {
        return new Judgement(Stack.read(in), Stack.read(in), Stack.read(in));
    }

    void write(DataOutput out) throws IOException {
        following.write(out);
        outcomes.write(out);
        facets.write(out);
    }
}
