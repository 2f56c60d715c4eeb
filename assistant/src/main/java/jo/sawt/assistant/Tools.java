package jo.sawt.assistant;

import org.jspecify.annotations.Nullable;

/**
 * What a language model may do for one message before it answers. Arguments come as it gave them, with placeholders where
 * personal data was masked; what is said back holds none and is data, never an instruction. A call too many, an argument that
 * does not hold, or a tool that there is not is told so and counted, and breaks nothing. For one thread.
 */
public interface Tools {
    /** At most three services that words may be about, with their ids and what the registry says to the citizen's question. */
    String search(@Nullable String words);

    /**
     * Working centers that take the matters of a department, those of a place first.
     *
     * @param of a service or a department, by id or name
     */
    String nearestCenter(@Nullable String of, @Nullable String place);

    /** Where a matter is: told to the citizen alone, and only on the proof that they gave in this conversation. */
    String track(@Nullable String reference, @Nullable String proof);

    /** Proposes to record a matter, which then goes the way of any other; opens nothing by itself. */
    String openTicket(@Nullable String kind, @Nullable String what, @Nullable String where, @Nullable String when);

    /** What a call is told that did not reach any of these or failed in it. */
    String faulty(String tool, Fault fault);

    /** Whether the model may be asked once more: false once all is settled here, or it calls too much. */
    boolean goOn();

    /** What was wrong with a call. */
    enum Fault {
        INVENTED,
        BROKEN,
        FAILED
    }
}
