package jo.sawt.assistant.langchain;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import jo.sawt.assistant.Tools;
import org.jspecify.annotations.Nullable;

/** The tools as LangChain4j offers and calls them; what they give is data in a block. */
final class ToolCalls {
    private final Tools tools;

    ToolCalls(Tools tools) {
        this.tools = tools;
    }

    @Tool(
            name = "search",
            value = "Searches the government services of Jordan. Gives at most three, each with its id and its text.")
    public String search(
            @P(name = "words", value = "what is wanted, in plain Arabic or English") @Nullable String words) {
        return block(tools.search(words));
    }

    @Tool(name = "nearest_center", value = "Gives the government services centers near a place, with their hours.")
    public String nearestCenter(
            @P(name = "of", value = "the id of a service, or the id or name of a department") @Nullable String of,
            @P(name = "place", value = "a town, area or governorate") @Nullable String place) {
        return block(tools.nearestCenter(of, place));
    }

    @Tool(name = "track", value = "Tells the citizen where their matter is. Ends the work.")
    public String track(
            @P(name = "reference", value = "as the citizen wrote it") @Nullable String reference,
            @P(name = "proof", value = "the last four digits of the phone, or a code, as the citizen wrote it")
                    @Nullable
                    String proof) {
        return block(tools.track(reference, proof));
    }

    @Tool(name = "open_ticket", value = "Proposes to record a matter for a department. Ends the work.")
    public String openTicket(
            @P(name = "kind", value = "COMPLAINT, SUGGESTION, PRAISE, REPORT or INQUIRY") @Nullable String kind,
            @P(name = "what", value = "what happened, in the citizen's words") @Nullable String what,
            @P(name = "where", value = "the place, empty if not said") @Nullable String where,
            @P(name = "when", value = "the time, empty if not said") @Nullable String when) {
        return block(tools.openTicket(kind, what, where, when));
    }

    private static String block(String result) {
        return new Blocks().with("RESULT", result).toString();
    }
}
