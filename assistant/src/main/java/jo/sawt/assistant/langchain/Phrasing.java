package jo.sawt.assistant.langchain;

import dev.langchain4j.service.Result;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import java.util.List;

/** Asks the model how people would ask for a service. */
interface Phrasing {
    /** One a line of talk. */
    record Ways(List<String> ways) {}

    @SystemMessage(Writer.DATA
            + "SERVICE describes a government service of Jordan. Write twelve short questions or requests that citizens would"
            + " send about it: four in Jordanian Arabic, three in standard Arabic, two in Arabizi, three in English. Do not repeat"
            + " its official name in all of them; tell situations too. Name no person and no number.")
    Result<Ways> ways(@UserMessage String blocks);
}
