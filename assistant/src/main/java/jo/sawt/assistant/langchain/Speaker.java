package jo.sawt.assistant.langchain;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;

/** What a model is asked that is heard word by word. */
interface Speaker {
    @SystemMessage(Writer.DATA + Writer.WORDING + " Give these sentences alone, as plain text.")
    TokenStream word(@UserMessage String blocks);
}
