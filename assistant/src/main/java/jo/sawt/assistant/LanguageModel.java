package jo.sawt.assistant;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Option;

/**
 * A language model outside of Sawt. It is asked for words and choices, and never believed: what it says is held against the
 * cited fields before a citizen sees it. It is given masked text only. Safe for many threads.
 */
public interface LanguageModel {
    /**
     * Runs a talk of several exchanges within one budget of time.
     *
     * @throws ModelAway where the model is down, slow, busy or talks nonsense
     */
    Decision within(Supplier<Decision> talk);

    /** The id of the option that the message means; empty for none of them. */
    Optional<String> choose(String message, List<Option> among);

    /** The message as one plain question; empty where it asks nothing. */
    Optional<String> rewrite(String message);

    /** The answer in better words. */
    String word(Draft draft);

    /**
     * The same, heard as it is said.
     *
     * @param goesOn is given all that was said so far whenever a sentence is complete; where it says no, the model is
     *     stopped and what was said so far is returned
     */
    String word(Draft draft, Predicate<String> goesOn);

    /**
     * Lets the model work with tools on a message that the assistant has no sure answer to.
     *
     * @return what it says in the end; empty where it was ended before, or says nothing that can be used
     */
    Optional<Suggestion> consult(Consultation about, Tools tools);

    /**
     * What the model is told before it calls a tool.
     *
     * @param message of the citizen, masked
     * @param earlier what the citizen wrote before in this conversation, masked, oldest first
     */
    record Consultation(Lang lang, String message, List<String> earlier) {
        public Consultation {
            earlier = List.copyOf(earlier);
        }

        /** Names no text, since it may be personal. */
        @Override
        public String toString() {
            return "Consultation[…]";
        }
    }

    /**
     * What a model says once it is done with the tools.
     *
     * @param source the id of the service that the answer is about, as a search gave it, or empty
     */
    record Suggestion(String source, String answer) {
        /** Names no text, since it may be personal. */
        @Override
        public String toString() {
            return "Suggestion[…]";
        }
    }

    /**
     * What an answer is worded from.
     *
     * @param message of the citizen, masked
     * @param composed the answer as the registry's fields give it
     * @param lacking what the wording before this one said without a source; empty for the first
     */
    record Draft(Lang lang, String message, String composed, List<String> lacking) {
        public Draft {
            lacking = List.copyOf(lacking);
        }

        Draft mending(List<String> unsupported) {
            return new Draft(lang, message, composed, unsupported);
        }

        /** Names no text, since it may be personal. */
        @Override
        public String toString() {
            return "Draft[…]";
        }
    }
}
