package jo.sawt.assistant;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.linear.LinearModel;

/**
 * What the assistant has learned, from the packaged messages and from the registry's ways of asking.
 *
 * @param latin tells Arabizi from English
 * @param kinds the kind of a message, by {@link Kind#wire()}
 * @param sorts whether a message is a question to answer ({@link #QUESTION}), a matter to route ({@link #MATTER}), or what else
 * @param facets what a question wants to know, by {@link Facet#wire()}
 * @param departments whom a message is for, by department id
 */
record Models(Weighed latin, Weighed kinds, Weighed sorts, Weighed facets, LinearModel departments) {
    static final String QUESTION = "question";
    static final String MATTER = "matter";

    static Models train(Examples examples, Trainer trainer, Lexicon lexicon) {
        Views views = Views.of(lexicon);
        return new Models(
                Weighed.train(trainer, examples.latin(), Weighed.View.plain()),
                Weighed.train(trainer, examples.kinds(), views.manner()),
                Weighed.train(trainer, examples.sorts(), views.manner()),
                Weighed.train(trainer, examples.facets(), views.facets()),
                trainer.train(examples.departments()));
    }

    void write(DataOutput out) throws IOException {
        for (Weighed weighed : List.of(latin, kinds, sorts, facets)) {
            weighed.write(out);
        }
        departments.write(out);
    }

    /** Empty for models of another version of the text features. */
    static Optional<Models> read(DataInput in, Lexicon lexicon) throws IOException {
        Views views = Views.of(lexicon);
        List<Weighed.View> inOrder = List.of(Weighed.View.plain(), views.manner(), views.manner(), views.facets());
        List<Weighed> read = new ArrayList<>();
        for (Weighed.View view : inOrder) {
            Optional<Weighed> weighed = Weighed.read(in, view);
            if (weighed.isEmpty()) {
                return Optional.empty();
            }
            read.add(weighed.get());
        }
        return LinearModel.read(in)
                .map(departments -> new Models(read.get(0), read.get(1), read.get(2), read.get(3), departments));
    }

    /** How texts are looked at besides their words. */
    record Views(Weighed.View manner, Weighed.View facets) {
        static Views of(Lexicon lexicon) {
            Manner manner = new Manner(lexicon);
            return new Views(Weighed.View.counting(manner::of), new FacetManner(lexicon, manner).view());
        }
    }
}
